import type { VirtualMachine } from '@tresor/contracts';
import { armId, SUBSCRIPTION } from './places';

/** A Windows machine that runs, neither encrypted nor backed up; with what is another thing. */
export const virtualMachineOf = (name: string, change: Partial<VirtualMachine> = {}): VirtualMachine => ({
  id: armId('Microsoft.Compute/virtualMachines', name),
  name,
  resourceGroup: 'rg',
  subscriptionId: SUBSCRIPTION,
  location: 'westeurope',
  deploymentModel: 'resource-manager',
  osType: 'Windows',
  powerState: 'running',
  encryption: { kind: 'none', pass: null, keyVaultIds: [] },
  diskEncryptionSet: false,
  encryptionAtHost: false,
  trustedLaunch: false,
  confidential: null,
  ultraOrPremiumV2Disks: false,
  managedDisks: true,
  dataDiskCount: 0,
  largestDiskGiB: 127,
  protectedByVaultId: null,
  stoppedInVaultId: null,
  deletedInVaultId: null,
  ...change,
});
