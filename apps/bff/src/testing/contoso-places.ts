export const PRODUCTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';

/** Paths of the API for vaults of the demo company. */
export const ofVault = (group: string, name: string) => `/api/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/${group}/${name}`;

export const SUBSCRIPTION = `/api${PRODUCTION}`;
/** The production subscription in the API. */
export const SUBSCRIPTION_PATH = '/api/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';

export const IGNITE = ofVault('IgniteRG', 'IgniteDemoVault');
export const OPERATIONS = ofVault('OperationsRG', 'OperationsVault');

export const vmId = (group: string, name: string) =>
  `${PRODUCTION}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${name}`;
export const keyVaultId = (group: string, name: string) =>
  `${PRODUCTION}/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults/${name}`;
export const storageAccountId = (name: string) =>
  `${PRODUCTION}/resourceGroups/StorageRG/providers/Microsoft.Storage/storageAccounts/${name}`;
export const subnetId = (network: string, name: string) =>
  `${PRODUCTION}/resourceGroups/NetworkRG/providers/Microsoft.Network/virtualNetworks/${network}/subnets/${name}`;
export const vaultId = (group: string, name: string) =>
  `${PRODUCTION}/resourceGroups/${group}/providers/Microsoft.RecoveryServices/vaults/${name}`;
