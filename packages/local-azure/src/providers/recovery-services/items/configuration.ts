import { randomInt } from 'node:crypto';
import type { ArmCall } from '../../../arm/route';
import { nameOf } from '../../../world/arm-ids';
import { text } from '../../../world/json';
import type { ArmResource, World } from '../../../world/world';
import { planNext } from '../backups/scheduling';
import { containerPart, vmNameOf } from '../names';
import { readDiskExclusion } from '../state/disk-exclusion';
import type { DiskExclusion } from '../state/disk-exclusion';
import { CONFIGURE_SPAN } from '../state/durations';
import { findItem, release, saveItem, withoutKeeper } from '../state/item-store';
import type { Item } from '../state/item-store';
import { endJob, startJob } from '../state/job-store';
import type { Job } from '../state/job-store';
import { findPolicy } from '../state/policy-store';
import { encryptionOf, osTypeOf } from '../state/vm-disks';
import { badRequest } from '../wire';
import { jobOf, startItemJob } from './item-job';

/** What an item is to be like: by which policy, and without which disks; null brings all disks back, undefined changes nothing. */
export interface Configuration {
  policyName: string;
  exclusion?: DiskExclusion | null | undefined;
}

/** What the body of a PUT wants an item to be like. @throws 400 where the vault has no such policy */
export function readConfiguration(call: ArmCall, vault: ArmResource, given: Readonly<Record<string, unknown>>): Configuration {
  return { policyName: policyNameOf(call, vault, text(given['policyId']) ?? ''), exclusion: readDiskExclusion(given) };
}

function policyNameOf(call: ArmCall, vault: ArmResource, policyId: string): string {
  const isOfVault = policyId.toLowerCase().startsWith(`${vault.id.toLowerCase()}/backuppolicies/`);
  const policy = isOfVault ? findPolicy(call.world, vault.id, nameOf(policyId)) : undefined;
  if (!policy) throw badRequest('BMSUserErrorPolicyNotFound', 'policyId must be the id of a backup policy of this vault.');
  return policy.name;
}

/** @throws 400 */
export function refuseExclusionWhenEncrypted({ world }: ArmCall, vmId: string, exclusion: DiskExclusion | null | undefined): void {
  const vm = world.resources.get(vmId);
  if (!exclusion || !vm || !encryptionOf(world, vm)) return;
  throw badRequest(
    'UserErrorEncryptedVmNotSupportedWithDiskEx',
    'Disk exclusion is not supported for encrypted virtual machines. Back up all disks of the virtual machine.',
  );
}

/** The item that a vault gets when it begins to protect a machine. */
export function newItem(vault: ArmResource, vm: ArmResource, policyName: string): Item {
  const name = vmNameOf(vm.id);
  return {
    vaultId: vault.id,
    part: name ? containerPart(name) : '',
    vmId: vm.id,
    vmName: vm.name,
    osType: osTypeOf(vm),
    location: vault.location ?? '',
    policyName,
    state: 'IRPending',
    dataId: String(randomInt(10 ** 13, 2 ** 48 - 1)),
  };
}

/** Protects a machine by a policy, for the first time, again, by another policy or with other disks. */
export function startConfigure(world: World, item: Item, { policyName, exclusion }: Configuration, activityId: string | undefined): Job {
  const propertyBag = { 'VM Name': item.vmName, 'Policy Name': policyName };
  const details = { policyName, ...(exclusion !== undefined && { exclusion }) };
  return startItemJob(world, item, CONFIGURE_SPAN, { ...jobOf(item, 'ConfigureBackup'), activityId, propertyBag, details });
}

/** Brings an item up to date with its changed policy; it stays free for other operations meanwhile. */
export function startPolicyUpdate(world: World, item: Item, activityId: string | undefined): Job {
  const { policyName } = item;
  const propertyBag = { 'VM Name': item.vmName, 'Policy Name': policyName };
  return startJob(world, { ...jobOf(item, 'ConfigureBackup'), activityId, propertyBag, details: { isUpdate: true } }, CONFIGURE_SPAN);
}

/** The end of a ConfigureBackup job: only now the item exists. */
export function finishConfigure(world: World, job: Job): void {
  if (job.details.isUpdate === true) {
    endJob(world, job, 'Completed');
    return;
  }
  const policyName = job.details.policyName ?? '';
  const vault = world.resources.get(job.vaultId);
  const vm = world.resources.get(job.vmId);
  const existing = findItem(world, job.itemKey);
  const item = existing ?? (vault && vm && newItem(vault, vm, policyName));
  if (item) {
    const state = item.lastPointAt === undefined ? 'IRPending' : 'Protected';
    const configured: Item = { ...withoutKeeper(withExclusion(item, job.details.exclusion)), policyName, state };
    saveItem(world, configured);
    planNext(world, configured);
    endJob(world, job, 'Completed');
  } else {
    const message = `The virtual machine '${job.vmName}' was deleted while its backup was being enabled.`;
    endJob(world, job, 'Failed', [{ errorCode: 400094, errorTitle: 'UserErrorVmNotFoundV2', errorString: message, recommendations: [] }]);
  }
  release(world, job.itemKey, job.vmId);
}

/** An item with the disks that its job named. */
function withExclusion(item: Item, exclusion: DiskExclusion | null | undefined): Item {
  if (exclusion === undefined) return item;
  const { exclusion: _, ...all } = item;
  return exclusion ? { ...all, exclusion } : all;
}
