import { keyObjects, objectKey, secretObjects, createKey } from '../../world/key-vault/key-vault-objects';
import type { KeyVersion } from '../../world/key-vault/key-vault-objects';
import { osDiskOf } from '../../providers/recovery-services/state/vm-disks';
import { accessPoliciesOf } from '../../world/key-vault/key-vault-access';
import { purgeKeyVault, softDeleteKeyVault } from '../../world/key-vault/deleted-key-vaults';
import { forgetDisk } from '../../world/compute/disk-contents';
import { forgetGuest } from '../../world/compute/guests';
import { at, list, text } from '../../world/json';
import type { World } from '../../world/world';
import { keyVaultId } from '../key-vaults';
import { people } from '../people';
import { groups } from '../groups';
import { estate, type EstateRow } from './estate';
import { machineIdsOf, namesOf } from './estate-machines';
import { keyVaults, type EstateKeyVault } from './estate-vaults';

const DAY_SECONDS = 86_400;
const KEPT_DAYS = 90;

const seconds = (world: World): number => Math.floor(world.clock.now() / 1000);

/** What was done between the last backup and the morning. */
export function strike(world: World): void {
  for (const row of estate) {
    harmKeys(world, row);
    if (row.harm === 'spared') continue;
    for (const vmId of machineIdsOf(row)) deleteMachine(world, vmId, row.leavesInterface);
  }
  for (const keyVault of Object.values(keyVaults)) loseKeyVault(world, keyVault);
}

function harmKeys(world: World, row: EstateRow): void {
  const { name } = keyVaults[row.keyVault];
  const kek = row.kek ?? '';
  switch (row.harm) {
    case 'key disabled':
      return changeKey(world, name, kek, { enabled: false });
    case 'key expired':
      return changeKey(world, name, kek, { exp: seconds(world) - 3600 });
    case 'only outdated snapshots':
      createKey(world, { vaultName: name, name: kek });
      return;
    case 'secrets deleted':
    case 'secrets purged':
      return loseSecrets(world, name, new Set(namesOf(row)), row.harm === 'secrets purged');
    default:
  }
}

/** Deletes a key vault, and purges it where that is its fate. */
function loseKeyVault(world: World, spec: EstateKeyVault): void {
  const keyVault = spec.fate === 'there' ? undefined : world.resources.get(keyVaultId(spec));
  if (!keyVault) return;
  softDeleteKeyVault(world, keyVault);
  if (spec.fate === 'purged') purgeKeyVault(world, spec.name);
}

/** Gives every version of a key other attributes. */
function changeKey(world: World, vaultName: string, name: string, attributes: Partial<KeyVersion['attributes']>): void {
  const key = keyObjects(world).get(objectKey(vaultName, name));
  if (!key) return;
  const versions = key.versions.map((version) => ({ ...version, attributes: { ...version.attributes, ...attributes } }));
  keyObjects(world).put(objectKey(vaultName, name), { ...key, versions });
}

/** The secrets of some machines, deleted, or purged with it. */
function loseSecrets(world: World, vaultName: string, machines: ReadonlySet<string>, purged: boolean): void {
  const deletedDate = seconds(world);
  for (const secret of secretObjects(world).list(objectKey(vaultName, ''))) {
    if (!secret.versions.some(({ tags }) => machines.has(tags?.['MachineName'] ?? ''))) continue;
    const key = objectKey(secret.vault, secret.name);
    if (purged) secretObjects(world).delete(key);
    else {
      const deleted = { deletedDate, scheduledPurgeDate: deletedDate + KEPT_DAYS * DAY_SECONDS };
      secretObjects(world).put(key, { ...secret, deleted });
    }
  }
}

/** Takes the backup service out of a key vault's access policies. */
export function shutServiceOut(world: World, spec: EstateKeyVault): void {
  const keyVault = world.resources.get(keyVaultId(spec));
  if (!keyVault) return;
  const known: readonly string[] = [people.adele.objectId, groups.restorers.objectId];
  const accessPolicies = accessPoliciesOf(keyVault).filter(({ objectId }) => known.includes(objectId));
  world.resources.put({ ...keyVault, properties: { ...keyVault.properties, accessPolicies } });
}

/** Deletes a machine with its extensions, disks and, unless they are left, network interfaces. */
function deleteMachine(world: World, vmId: string, leavesInterface = false): void {
  const vm = world.resources.get(vmId);
  if (!vm) return;
  const storage = at(vm.properties, 'storageProfile');
  const disks = [at(storage, 'osDisk'), ...list(at(storage, 'dataDisks'))].map((disk) => at(disk, 'managedDisk', 'id'));
  const interfaces = list(at(vm.properties, 'networkProfile', 'networkInterfaces')).map((nic) => at(nic, 'id'));
  for (const { id } of [...world.resources.below(vmId), vm]) world.resources.delete(id);
  for (const id of disks) world.resources.delete(text(id) ?? '');
  for (const place of [osDiskOf(vm), ...disks]) forgetDisk(world, text(place) ?? '');
  for (const id of interfaces) {
    if (leavesInterface) release(world, text(id) ?? '');
    else world.resources.delete(text(id) ?? '');
  }
  forgetGuest(world, vmId);
}

function release(world: World, nicId: string): void {
  const nic = world.resources.get(nicId);
  if (!nic) return;
  const { virtualMachine: _, ...properties } = nic.properties;
  world.resources.put({ ...nic, properties });
}
