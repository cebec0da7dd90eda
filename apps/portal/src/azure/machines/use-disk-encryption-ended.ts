import { hasDiskEncryptionEnded } from '@tresor/support-matrix';
import { useSyncExternalStore } from 'react';
import { azureNow, whenAzureTurns } from '../../api/azure-time';

/** Whether the end of Azure Disk Encryption has come, by Azure's clock. That this clock is set draws nothing again that does not depend on it. */
export const useDiskEncryptionEnded = (): boolean => useSyncExternalStore(whenAzureTurns, () => hasDiskEncryptionEnded(azureNow()));
