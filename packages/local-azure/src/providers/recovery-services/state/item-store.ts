import type { ArmCall } from '../../../arm/route';
import { ArmError } from '../../../arm/route';
import { subscriptionOf } from '../../../world/arm-ids';
import { untilChanged } from '../../../world/state/until-changed';
import type { World, WorldDocuments } from '../../../world/world';
import { containerPart, vaultKey, vmNameOf } from '../names';
import type { DiskExclusion } from './disk-exclusion';
import { param } from '../wire';

type ProtectionState = 'IRPending' | 'Protected' | 'ProtectionError' | 'ProtectionStopped' | 'BackupsSuspended';

/** A protected virtual machine. Moments are milliseconds since 1970. */
export interface Item {
  vaultId: string;
  /** `iaasvmcontainerv2;group;vm`. */
  part: string;
  vmId: string;
  vmName: string;
  osType: 'Windows' | 'Linux';
  location: string;
  /** Empty once protection is stopped or suspended. */
  policyName: string;
  /** By which policy its points still end while its backups are suspended. */
  keptByPolicy?: string;
  state: ProtectionState;
  /** Digits. */
  dataId: string;
  /** Set when not all disks are backed up. */
  exclusion?: DiskExclusion;
  lastBackup?: {
    status: 'Completed' | 'Failed';
    startedAt: number;
    error?: { code: number; title: string; message: string; recommendations: string[] };
  };
  lastPointAt?: number;
  /** What its recovery points take up in the vault. */
  storedBytes?: number;
  /** When its data was deleted; it stays restorable for the soft-delete period. */
  deletedAt?: number;
}

/** An operation that has an item, and through it a machine, to itself. */
interface Claim {
  vaultId: string;
  jobId: string;
}

const items = (world: World) => world.documents<Item>('backup-items');
const byPolicy = (world: WorldDocuments) => world.documents<string>('backup-items-by-policy');
const vaultOfVm = (world: World) => world.documents<string>('backup-vault-of-vm');
const claims = (world: World) => world.documents<Claim>('backup-claims');

/** Key of an item, which begins with that of its vault; `part` is what its container and itself are both called. */
export function itemKey(vaultId: string, part: string): string {
  return `${vaultKey(vaultId)}${part.toLowerCase()}`;
}

/** As `itemKey`. */
export function keyOfItem(item: Item): string {
  return itemKey(item.vaultId, item.part);
}

function policyKey(item: Item): string {
  return `${policyPrefix(item.vaultId, item.policyName)}${item.part.toLowerCase()}`;
}

function policyPrefix(vaultId: string, policyName: string): string {
  return `${vaultKey(vaultId)}${policyName.toLowerCase()}/`;
}

/** Also one whose data was deleted and is kept. */
export function findItem(world: World, key: string): Item | undefined {
  return items(world).get(key);
}

/** Stores an item and the two ways to find it: by its policy and by its machine. */
export function saveItem(world: World, item: Item): void {
  world.write(() => {
    const key = keyOfItem(item);
    const before = items(world).get(key);
    if (before) byPolicy(world).delete(policyKey(before));
    else assignStorage(world, item.vaultId);
    if (item.policyName) byPolicy(world).put(policyKey(item), key);
    items(world).put(key, item);
    vaultOfVm(world).put(item.vmId.toLowerCase(), item.vaultId);
  });
}

/** Whether any machine of a subscription in a region was ever backed up. */
export const hasPointsIn = (world: World, subscriptionId: string, location: string): boolean =>
  items(world)
    .list()
    .some(
      (item) =>
        item.lastPointAt !== undefined &&
        item.location.toLowerCase() === location.toLowerCase() &&
        subscriptionOf(item.vmId).toLowerCase() === subscriptionId.toLowerCase(),
    );

/** An item whose points end by its own policy, or not at all. */
export function withoutKeeper(item: Item): Item {
  const { keptByPolicy: _, ...kept } = item;
  return kept;
}

/** A vault has no storage before its first item. */
function assignStorage(world: World, vaultId: string): void {
  const vault = world.resources.get(vaultId);
  if (vault?.properties['backupStorageVersion'] !== 'Unassigned') return;
  world.resources.put({ ...vault, properties: { ...vault.properties, backupStorageVersion: 'V2' } });
}

/** The item is gone for good, and another vault may protect its machine. */
export function removeItem(world: World, item: Item): void {
  world.write(() => {
    items(world).delete(keyOfItem(item));
    byPolicy(world).delete(policyKey(item));
    freeMachine(world, item.vmId, item.vaultId);
  });
}

/** Another vault may have a machine by now that this one keeps deleted data of. */
function freeMachine(world: World, vmId: string, vaultId: string | undefined): void {
  if (vaultOfVm(world).get(vmId.toLowerCase()) === vaultId) vaultOfVm(world).delete(vmId.toLowerCase());
}

/** All, also those whose data was deleted and is kept. */
export function itemsOfVault(world: World, vaultId: string): Item[] {
  return items(world).list(vaultKey(vaultId));
}

/** Keys of the items that follow a policy. */
export function itemKeysOfPolicy(world: World, vaultId: string, policyName: string): readonly string[] {
  return itemKeysBelow(world, policyPrefix(vaultId, policyName));
}

const itemKeysBelow: (world: WorldDocuments, prefix: string) => readonly string[] = untilChanged((world, prefix) =>
  byPolicy(world).list(prefix),
);

/** The vault that protects a machine or is about to. */
export function protectingVault(world: World, vmId: string): string | undefined {
  return vaultOfVm(world).get(vmId.toLowerCase());
}

/** Whether a vault backs a machine up, keeps data of one whose protection is stopped, or is about to begin. */
export function isBackedUp(world: World, vmId: string): boolean {
  const [vaultId, name] = [protectingVault(world, vmId), vmNameOf(vmId)];
  return vaultId !== undefined && name !== undefined && findItem(world, itemKey(vaultId, containerPart(name)))?.deletedAt === undefined;
}

/** Reserves a machine for a vault and an item for a job, until `release`. */
export function claim(world: World, key: string, vmId: string, claimed: Claim): void {
  claims(world).put(key, claimed);
  vaultOfVm(world).put(vmId.toLowerCase(), claimed.vaultId);
}

/** Every claim in a vault. */
export function claimsOfVault(world: World, vaultId: string): Claim[] {
  return claims(world).list(vaultKey(vaultId));
}

/** The job that has an item to itself. */
export function claimOf(world: World, key: string): Claim | undefined {
  return claims(world).get(key);
}

/** Ends a claim. A machine that has not become an item by then may be protected by another vault. */
export function release(world: World, key: string, vmId: string): void {
  const claimed = claims(world).get(key);
  claims(world).delete(key);
  if (!items(world).get(key)) freeMachine(world, vmId, claimed?.vaultId);
}

/** The part that the container and the item of a path share. @throws 404 BMSUserErrorContainerObjectNotFound where they do not */
export function partOfCall(call: ArmCall): string {
  const part = param(call, 'itemName').replace(/^VM;/i, '');
  const container = param(call, 'containerName').replace(/^IaasVMContainer;/i, '');
  if (param(call, 'fabricName').toLowerCase() !== 'azure' || container.toLowerCase() !== part.toLowerCase()) throw notFound();
  return part;
}

const notFound = () => new ArmError(404, 'BMSUserErrorContainerObjectNotFound', 'The specified item was not found in the vault.');

/** The item a path names. @throws 404 BMSUserErrorContainerObjectNotFound */
export function itemOfCall(call: ArmCall, vaultId: string): Item {
  const item = findItem(call.world, itemKey(vaultId, partOfCall(call)));
  if (!item) throw notFound();
  return item;
}
