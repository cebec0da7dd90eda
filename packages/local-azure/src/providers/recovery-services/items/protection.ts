import { randomInt } from 'node:crypto';
import type { ArmResource, World } from '../../../world/world';
import { CONFIGURE_SPAN, DISABLE_SPAN, HARD_DELETE_SPAN, SOFT_DELETE_SPAN, UNDELETE_SPAN } from '../state/durations';
import type { DiskExclusion } from '../state/disk-exclusion';
import { claim, keyOfItem } from '../state/item-store';
import type { Item } from '../state/item-store';
import { startJob } from '../state/job-store';
import type { Job, JobOperation, NewJob } from '../state/job-store';
import { containerPart, vmNameOf } from '../names';
import { allPoints } from '../state/recovery-point-store';
import { softDeleteOf } from '../state/vault-store';
import { osTypeOf } from '../state/vm-disks';

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

function jobOf(item: Item, operation: JobOperation): Omit<NewJob, 'activityId'> {
  return {
    vaultId: item.vaultId,
    operation,
    itemKey: keyOfItem(item),
    vmId: item.vmId,
    vmName: item.vmName,
    part: item.part,
    cancellable: false,
    tasks: [],
    propertyBag: { 'VM Name': item.vmName },
    details: {},
  };
}

/** Starts a job that has the item to itself until it ends. */
function start(world: World, item: Item, span: number, job: NewJob): Job {
  return world.write(() => {
    const started = startJob(world, job, span);
    claim(world, keyOfItem(item), item.vmId, { vaultId: item.vaultId, jobId: started.id });
    return started;
  });
}

/** What an item is to be like: by which policy, and without which disks; null brings all disks back, undefined changes nothing. */
export interface Configuration {
  policyName: string;
  exclusion?: DiskExclusion | null | undefined;
}

/** Protects a machine by a policy, for the first time, again, by another policy or with other disks. */
export function startConfigure(world: World, item: Item, { policyName, exclusion }: Configuration, activityId: string | undefined): Job {
  const propertyBag = { 'VM Name': item.vmName, 'Policy Name': policyName };
  const details = { policyName, ...(exclusion !== undefined && { exclusion }) };
  return start(world, item, CONFIGURE_SPAN, { ...jobOf(item, 'ConfigureBackup'), activityId, propertyBag, details });
}

/** Brings an item up to date with its changed policy; it stays free for other operations meanwhile. */
export function startPolicyUpdate(world: World, item: Item, activityId: string | undefined): Job {
  const { policyName } = item;
  const propertyBag = { 'VM Name': item.vmName, 'Policy Name': policyName };
  return startJob(world, { ...jobOf(item, 'ConfigureBackup'), activityId, propertyBag, details: { isUpdate: true } }, CONFIGURE_SPAN);
}

/** Stops backups and keeps what there is. */
export function startDisable(world: World, item: Item, activityId: string | undefined): Job {
  return start(world, item, DISABLE_SPAN, { ...jobOf(item, 'DisableBackup'), activityId });
}

/** Stops backups and deletes what there is, softly unless the vault says otherwise. */
export function startDelete(world: World, vault: ArmResource, item: Item, activityId: string | undefined): Job {
  const isSoft = softDeleteOf(vault).state !== 'Disabled';
  const propertyBag = { 'VM Name': item.vmName, 'Number of Recovery Points': String(allPoints(world, item).length) };
  const details = { isSoft };
  const span = isSoft ? SOFT_DELETE_SPAN : HARD_DELETE_SPAN;
  return start(world, item, span, { ...jobOf(item, 'DeleteBackupData'), activityId, propertyBag, details });
}

export function startUndelete(world: World, item: Item, activityId: string | undefined): Job {
  const propertyBag = { 'VM Name': item.vmName, 'Undelete flag': 'True' };
  return start(world, item, UNDELETE_SPAN, { ...jobOf(item, 'Undelete'), activityId, propertyBag });
}
