import { setRegistered } from '../world/subscriptions/registered-providers';
import type { World } from '../world/world';
import { PRODUCTION_SUBSCRIPTION_ID } from './company';
import { addBek, addKek, addKeyVault, keyVaultId, type KeyVaultSpec } from './key-vaults';
import { addClassicMachine, addMachine, type EncryptionSpec, type MachineSpec } from './machines';
import { seedGroups } from './groups';
import { seedPeople } from './people';
import { addStorageAccount } from './places';

const here = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'ContosoRG', location: 'westeurope' } as const;

/** Uses Azure RBAC, and the backup service holds no role. */
const financeKeys: KeyVaultSpec = { ...here, group: 'ContosoKeysRG', name: 'ContosoFinanceKV', model: 'rbac', backup: 'none' };
/** Uses access policies, and the backup service is in none. */
const officeKeys: KeyVaultSpec = { ...here, group: 'ContosoKeysRG', name: 'ContosoOfficeKV', model: 'access policies', backup: 'none' };

const machines = [
  { name: 'FinanceVM1', os: 'Windows', keys: financeKeys, kek: true, dataDisksGiB: [128] },
  { name: 'FinanceVM2', os: 'Linux', keys: financeKeys, kek: true, withoutAgent: true },
  { name: 'OfficeVM1', os: 'Windows', keys: officeKeys, kek: true },
  { name: 'PayrollVM1', os: 'Windows', keys: officeKeys, kek: false },
  { name: 'IntranetVM1', os: 'Linux' },
] as const;

/**
 * The company before anybody thought of backups: no Recovery Services vault, nor the provider of vaults registered, key vaults that do not let
 * the backup service in, a machine without an agent, one encrypted with a BEK alone, and a classic one.
 */
export function seedGreenfield(world: World): void {
  seedPeople(world);
  seedGroups(world);
  setRegistered(world, PRODUCTION_SUBSCRIPTION_ID, 'Microsoft.RecoveryServices', false);
  addStorageAccount(world, { ...here, group: 'StorageRG' }, 'contosogreenfield');
  for (const keyVault of [financeKeys, officeKeys]) addKeyVault(world, keyVault);
  const keks = new Map([financeKeys, officeKeys].map(({ name }) => [name, addKek(world, name, 'ContosoKEK')]));
  for (const row of machines) {
    const spec: MachineSpec = {
      ...here,
      name: row.name,
      os: row.os,
      ...('dataDisksGiB' in row && { dataDisksGiB: [...row.dataDisksGiB] }),
    };
    const agent = { installed: false, running: false, version: '' };
    addMachine(world, {
      ...spec,
      ...('withoutAgent' in row && { guest: { agent } }),
      ...('keys' in row && { encryption: encryptionOf(world, spec, row.keys, row.kek ? keks.get(row.keys.name) : undefined) }),
    });
  }
  addClassicMachine(world, { ...here, name: 'LegacyVM1', os: 'Windows' });
}

function encryptionOf(world: World, spec: MachineSpec, keys: KeyVaultSpec, keyUrl: string | undefined): EncryptionSpec {
  const secretVaultId = keyVaultId(keys);
  const secretUrl = addBek(world, keys.name, spec, keyUrl);
  return { pass: 'single', secretUrl, secretVaultId, ...(keyUrl !== undefined && { keyUrl, keyVaultId: secretVaultId }) };
}
