import type { VirtualMachine } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { protectionByKind } from './protection-rows';

const machine = (kind: 'none' | 'bek' | 'bek-kek', protectedByVaultId: string | null): VirtualMachine => ({
  id: '/vm',
  name: 'vm',
  resourceGroup: 'rg',
  subscriptionId: 's',
  location: 'westeurope',
  deploymentModel: 'resource-manager',
  osType: 'Windows',
  powerState: null,
  encryption: { kind, pass: null, keyVaultIds: [] },
  diskEncryptionSet: false,
  encryptionAtHost: false,
  trustedLaunch: false,
  confidential: null,
  ultraOrPremiumV2Disks: false,
  managedDisks: true,
  dataDiskCount: 0,
  largestDiskGiB: null,
  protectedByVaultId,
  stoppedInVaultId: null,
  deletedInVaultId: null,
});

test('each kind that occurs is counted once, the one with the most unprotected first', () => {
  const found = protectionByKind([
    machine('bek-kek', '/vault'),
    machine('bek', null),
    machine('bek-kek', '/vault'),
    machine('bek', null),
    machine('bek-kek', null),
  ]);
  expect(found).toEqual([
    { kind: 'ade-bek', protected: 0, unprotected: 2 },
    { kind: 'ade-bek-kek', protected: 2, unprotected: 1 },
  ]);
});
