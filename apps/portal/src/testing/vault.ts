import { vault, type Vault } from '@tresor/contracts';
import { armId, VAULT } from './places';

/** `VAULT` with nothing known that one can choose; each test says what is so in its own. */
export const someVault: Vault = vault.parse({
  subscriptionId: VAULT.subscriptionId,
  resourceGroup: VAULT.resourceGroup,
  id: armId('Microsoft.RecoveryServices/vaults', VAULT.vaultName),
  name: VAULT.vaultName,
  location: 'westeurope',
  crossRegionRestore: false,
  subscriptionName: 'Production',
  provisioningState: 'Succeeded',
  storageReplication: null,
  storageReplicationLocked: null,
  softDelete: null,
  softDeleteDays: null,
  immutability: null,
});
