import { RecoveryServicesBackupClient } from '@azure/arm-recoveryservicesbackup';
import { expect, it } from 'vitest';
import { BACKUP_VERSION } from './backup-region';

it('what is asked by its address is asked in the version of the SDK', () => {
  const credential = { getToken: () => Promise.resolve(null) };
  expect(BACKUP_VERSION).toBe(new RecoveryServicesBackupClient(credential, 'any').apiVersion);
});
