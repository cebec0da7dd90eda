import type { AgentFacts, KeyVaultFacts, VaultFacts, VirtualMachineFacts } from './facts';

const SUBSCRIPTION = '00000000-0000-0000-0000-000000000001';
export const OTHER_SUBSCRIPTION = '00000000-0000-0000-0000-000000000002';

const armId = (subscription: string, type: string, name: string) =>
  `/subscriptions/${subscription}/resourceGroups/rg/providers/${type}/${name}`;

export const vault: VaultFacts = {
  id: armId(SUBSCRIPTION, 'Microsoft.RecoveryServices/vaults', 'vault'),
  subscriptionId: SUBSCRIPTION,
  location: 'westeurope',
  protectedItemCount: 3,
};

export const otherVaultId = armId(SUBSCRIPTION, 'Microsoft.RecoveryServices/vaults', 'other');

export const keyVault: KeyVaultFacts = { id: armId(SUBSCRIPTION, 'Microsoft.KeyVault/vaults', 'kv'), location: 'westeurope' };
export const northKeyVault: KeyVaultFacts = { id: armId(SUBSCRIPTION, 'Microsoft.KeyVault/vaults', 'kv-north'), location: 'northeurope' };
export const foreignKeyVaultId = armId(OTHER_SUBSCRIPTION, 'Microsoft.KeyVault/vaults', 'kv');

export const readyAgent: AgentFacts = { state: 'ready', version: '2.7.41491.1095' };

/** A running, BEK and KEK encrypted Windows machine that breaks no refusing rule of either edition. */
export const machine: VirtualMachineFacts = {
  id: armId(SUBSCRIPTION, 'Microsoft.Compute/virtualMachines', 'vm'),
  name: 'vm',
  resourceGroup: 'rg',
  subscriptionId: SUBSCRIPTION,
  location: 'westeurope',
  deploymentModel: 'resource-manager',
  osType: 'Windows',
  powerState: 'running',
  encryption: { kind: 'bek-kek', pass: 'dual', keyVaultIds: [keyVault.id] },
  diskEncryptionSet: false,
  encryptionAtHost: false,
  trustedLaunch: false,
  confidential: null,
  ultraOrPremiumV2Disks: false,
  managedDisks: true,
  dataDiskCount: 1,
  largestDiskGiB: 127,
  protectedByVaultId: null,
  stoppedInVaultId: null,
  deletedInVaultId: null,
};

export const plainMachine: VirtualMachineFacts = { ...machine, encryption: { kind: 'none', pass: null, keyVaultIds: [] } };
