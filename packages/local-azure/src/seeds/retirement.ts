import { setFeature, FEATURES } from '../world/subscriptions/features';
import type { World } from '../world/world';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from './company';
import { seedContoso } from './contoso';
import { keyVaults, type KeyVaultName } from './contoso-key-vaults';
import { addBek, addKek, keyVaultId } from './key-vaults';
import { addMachine, type EncryptionSpec, type MachineSpec } from './machines';

const production = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'LeavingRG', location: 'westeurope' } as const;
const test = { ...production, subscriptionId: TEST_SUBSCRIPTION_ID } as const;
const DAY = 86_400_000;

type Row = Omit<MachineSpec, 'encryption'> & { keyVault?: KeyVaultName; pass?: EncryptionSpec['pass']; createdDaysAgo?: number };

/** Machines of each class that the end of Azure Disk Encryption makes, besides those of the company. */
const rows: readonly Row[] = [
  { ...production, name: 'PaymentsVM1', os: 'Windows', keyVault: 'ContosoKV', dataDisksGiB: [64] },
  { ...production, name: 'PaymentsVM2', os: 'Windows', keyVault: 'ContosoKV', size: 'Standard_A2', dataDisksGiB: [512, 512] },
  { ...production, name: 'ArchiveVM1', os: 'Linux', keyVault: 'ContosoKV', volumes: 'Data', dataDisksGiB: [256] },
  { ...production, name: 'ArchiveVM2', os: 'Linux', keyVault: 'ContosoKV', dataDisksGiB: [128] },
  { ...production, name: 'ArchiveVM3', os: 'Linux', keyVault: 'ContosoKV', volumes: 'OS', dataDisksGiB: [128] },
  // Restored, and nobody has put the extension back: with an Entra application nothing tells which of its disks are encrypted.
  { ...production, name: 'RestoredVM1', os: 'Linux', keyVault: 'ContosoKV', withoutExtension: true },
  { ...production, name: 'RestoredVM2', os: 'Linux', keyVault: 'ContosoKV', pass: 'dual', withoutExtension: true },
  { ...test, name: 'PilotVM1', os: 'Windows', keyVault: 'TestKV' },
  { ...production, name: 'MovedVM1', os: 'Windows', encryptionAtHost: true, createdDaysAgo: 70 },
  { ...production, name: 'MovedVM2', os: 'Windows', encryptionAtHost: true, createdDaysAgo: 38 },
  { ...production, name: 'MovedVM3', os: 'Linux', encryptionAtHost: true, createdDaysAgo: 9 },
  { ...production, name: 'MovedVM4', os: 'Linux', encryptionAtHost: true, createdDaysAgo: 5 },
];

/** The demo company on its way out of Azure Disk Encryption: some machines have moved, the test subscription has not begun. */
export function seedRetirement(world: World): void {
  seedContoso(world);
  setFeature(world, TEST_SUBSCRIPTION_ID, FEATURES[0], false);
  for (const { keyVault, pass, createdDaysAgo, ...spec } of rows) {
    addMachine(world, {
      ...spec,
      encryption: keyVault && encryptionOf(world, spec, keyVault, pass),
      ...(createdDaysAgo !== undefined && { createdAt: world.clock.now() - createdDaysAgo * DAY }),
    });
  }
}

function encryptionOf(world: World, spec: MachineSpec, name: KeyVaultName, pass: EncryptionSpec['pass'] = 'single'): EncryptionSpec {
  const secretVaultId = keyVaultId(keyVaults[name]);
  const keyUrl = addKek(world, keyVaults[name].name, `${spec.name}-KEK`);
  return { pass, secretUrl: addBek(world, keyVaults[name].name, spec, keyUrl), secretVaultId, keyUrl, keyVaultId: secretVaultId };
}
