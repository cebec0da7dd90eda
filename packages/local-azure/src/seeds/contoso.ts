import { purgeKeyVault, softDeleteKeyVault } from '../world/key-vault/deleted-key-vaults';
import { keyObjects, objectKey, secretObjects, vaultUriOf } from '../world/key-vault/key-vault-objects';
import type { World } from '../world/world';
import { FEATURES, setFeature } from '../world/subscriptions/features';
import { seedAlerts } from './alerts';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from './company';
import { KEK_STATES, keyVaults, type KekState, type KeyVaultName } from './contoso-key-vaults';
import { machines, type MachineRow } from './contoso-machines';
import { seedRoles } from './contoso-roles';
import { seedVaults } from './contoso-vaults';
import { addBek, addKek, addKeyVault, keyVaultId } from './key-vaults';
import { addClassicMachine, addMachine, type EncryptionSpec } from './machines';
import { addDiskEncryptionSet } from './disk-encryption-sets';
import { seedGroups } from './groups';
import { seedPeople } from './people';
import { addStorageAccount } from './places';

const DAY_SECONDS = 86_400;

/**
 * The demo company. `contoso-machines.ts` says of every machine what is true of it, `contoso-key-vaults.ts` of every key vault, and
 * `contoso-vaults.ts` what happened before today.
 */
export function seedContoso(world: World): void {
  seedPeople(world);
  seedGroups(world);
  seedRoles(world);
  seedStorage(world);
  setFeature(world, PRODUCTION_SUBSCRIPTION_ID, FEATURES[0], true);
  for (const keyVault of Object.values(keyVaults)) addKeyVault(world, keyVault);
  addDiskEncryptionSet(world, kekOf(world, 'ContosoKV'));
  for (const machine of machines) seedMachine(world, machine);
  seedVaults(world);
  seedAlerts(world);
  loseKeys(world);
}

function seedStorage(world: World): void {
  const staging = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'StorageRG', location: 'westeurope' };
  addStorageAccount(world, staging, 'contosostaging', 'Standard_GRS');
  addStorageAccount(world, staging, 'ignitedisks', 'Premium_LRS', 'Storage');
  addStorageAccount(world, staging, 'contosozones', 'Standard_ZRS');
  addStorageAccount(world, { ...staging, location: 'northeurope' }, 'contosonorth');
  addStorageAccount(world, { ...staging, subscriptionId: TEST_SUBSCRIPTION_ID }, 'contosotest');
}

function seedMachine(world: World, row: MachineRow): void {
  const { truth: _, encryption, classic, ...spec } = row;
  if (classic) addClassicMachine(world, spec);
  else addMachine(world, { ...spec, encryption: encryption && encrypt(world, row, encryption) });
}

/** Stores the BEK of a machine, and its KEK where it has one, in a key vault. */
function encrypt(world: World, row: MachineRow, how: NonNullable<MachineRow['encryption']>): EncryptionSpec {
  const secretVaultId = keyVaultId(keyVaults[how.keyVault]);
  const keyUrl = how.kind === 'bek' ? undefined : kekOf(world, how.keyVault, how.kek);
  const secretUrl = addBek(world, how.keyVault, row, keyUrl);
  return { pass: how.pass, secretUrl, secretVaultId, ...(keyUrl !== undefined && { keyUrl, keyVaultId: secretVaultId }) };
}

function kekOf(world: World, keyVault: KeyVaultName, state: KekState = 'usual'): string {
  const { name, attributes } = KEK_STATES[state];
  const known = keyObjects(world).get(objectKey(keyVault, name));
  const current = known?.versions.at(-1);
  if (current) return `${vaultUriOf(world, keyVault)}keys/${name}/${current.version}`;
  const exp = Math.floor(world.clock.now() / 1000) - 30 * DAY_SECONDS;
  return addKek(world, keyVault, name, state === 'expired' ? { exp } : attributes);
}

/** What was lost after the backups: whole key vaults, and single keys and secrets, purged. */
function loseKeys(world: World): void {
  for (const spec of [keyVaults.DeletedKV, keyVaults.GoneKV]) {
    const keyVault = world.resources.get(keyVaultId(spec));
    if (keyVault) softDeleteKeyVault(world, keyVault);
  }
  purgeKeyVault(world, keyVaults.GoneKV.name);
  keyObjects(world).delete(objectKey('ContosoKV', KEK_STATES.lost.name));
  for (const machine of ['LostKeysVM1', 'SecretPurgedVM1']) loseSecretOf(world, machine);
}

function loseSecretOf(world: World, machine: string): void {
  for (const { vault, name, versions } of secretObjects(world).list(objectKey('ContosoKV', ''))) {
    if (versions.some(({ tags }) => tags?.['MachineName'] === machine)) secretObjects(world).delete(objectKey(vault, name));
  }
}
