import type { VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../azure/connection/azure';
import { translated } from '../azure/connection/failures';
import { fromOwnRegion } from '../azure/vaults/either-region';

/** Something that is read of a vault: where the Backup service of its region keeps it back by its silence, that is the cause. */
export const ofVault = <Read>(session: AzureSession, path: VaultPath, read: Promise<Read>): Promise<Read> =>
  translated('vault-not-found', fromOwnRegion(session, path, read));
