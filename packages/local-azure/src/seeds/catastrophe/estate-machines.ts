import type { World } from '../../world/world';
import { objectKey, keyObjects, vaultUriOf } from '../../world/key-vault/key-vault-objects';
import { addBek, addKek, keyVaultId } from '../key-vaults';
import { addMachine, machineId, type EncryptionSpec, type MachineSpec } from '../machines';
import { people } from '../people';
import { nameInRow, type EstateRow } from './estate';
import { keyVaults, vaults } from './estate-vaults';

/** The keys are a year old. */
const YEAR_SECONDS = 365 * 86_400;

/** Names of a row's machines. */
export const namesOf = (row: EstateRow): string[] => Array.from({ length: row.count }, (_, n) => nameInRow(row, n + 1));

/** ARM ids of a row's machines. */
export const machineIdsOf = (row: EstateRow): string[] =>
  namesOf(row).map((name) => machineId({ subscriptionId: vaults[row.vault].subscriptionId, group: row.group, name }));

/** Puts the machines of a row into the world, encrypted with keys in its key vault. */
export function addEstateMachines(world: World, row: EstateRow): void {
  for (const [index, name] of namesOf(row).entries()) {
    const spec = specOf(row, name, index);
    addMachine(world, { ...spec, encryption: encryptionOf(world, row, spec) });
  }
}

function specOf(
  { vault, group, os, size, disks, dataDisksGiB, guest, tier, application, fixedAddress }: EstateRow,
  name: string,
  index: number,
) {
  const { subscriptionId, location } = vaults[vault];
  const owner = (subscriptionId === vaults.EstateTestVault.subscriptionId ? people.patti : people.adele).username;
  return {
    subscriptionId,
    location,
    group,
    name,
    os,
    tags: { tier, application, owner },
    bootDiagnostics: true,
    ...(size !== undefined && { size }),
    ...(disks && { disks }),
    ...(dataDisksGiB && { dataDisksGiB }),
    ...(guest && { guest }),
    ...(fixedAddress !== undefined && { network: { address: nthAfter(fixedAddress, index), securityGroup: `${application}-nsg` } }),
  } satisfies MachineSpec;
}

/** The address so many places behind another of the same last octet's range. */
function nthAfter(address: string, places: number): string {
  const [last = '0', ...others] = address.split('.').toReversed();
  return [...others.toReversed(), String(Number(last) + places)].join('.');
}

function encryptionOf(world: World, { keyVault, kek, pass }: EstateRow, spec: MachineSpec): EncryptionSpec {
  const keys = keyVaults[keyVault];
  const secretVaultId = keyVaultId(keys);
  const keyUrl = kek === undefined ? undefined : keyUrlOf(world, keys.name, kek);
  const secretUrl = addBek(world, keys.name, spec, keyUrl);
  return { pass, secretUrl, secretVaultId, ...(keyUrl !== undefined && { keyUrl, keyVaultId: secretVaultId }) };
}

function keyUrlOf(world: World, vaultName: string, kek: string): string {
  const current = keyObjects(world).get(objectKey(vaultName, kek))?.versions.at(-1);
  const created = Math.floor(world.clock.now() / 1000) - YEAR_SECONDS;
  return current
    ? `${vaultUriOf(world, vaultName)}keys/${kek}/${current.version}`
    : addKek(world, vaultName, kek, { created, updated: created });
}
