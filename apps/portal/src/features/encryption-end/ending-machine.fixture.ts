import type { EndingMachine } from '@tresor/contracts';

export type Change = Partial<Omit<EndingMachine, 'machine'>> & { machine?: Partial<EndingMachine['machine']> };

/** A Windows machine with Azure Disk Encryption that runs and is backed up; with what is another thing. */
export function machine(name: string, change: Change = {}): EndingMachine {
  const { machine: own, ...more } = change;
  return {
    size: 'Standard_D2s_v5',
    totalGiB: 127,
    volumes: 'all',
    createdAt: null,
    hostSize: true,
    points: null,
    ...more,
    machine: {
      id: `/machines/${name}`,
      name,
      resourceGroup: 'rg',
      subscriptionId: 's',
      location: 'westeurope',
      deploymentModel: 'resource-manager',
      osType: 'Windows',
      powerState: 'running',
      encryption: { kind: 'bek', pass: 'single', keyVaultIds: [] },
      diskEncryptionSet: false,
      encryptionAtHost: false,
      trustedLaunch: false,
      confidential: null,
      ultraOrPremiumV2Disks: false,
      managedDisks: true,
      dataDiskCount: 0,
      largestDiskGiB: 127,
      protectedByVaultId: '/vault',
      stoppedInVaultId: null,
      deletedInVaultId: null,
      ...own,
    },
  };
}
