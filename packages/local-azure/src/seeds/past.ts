import { randomUUID } from 'node:crypto';
import type { Run } from '@tresor/retention';
import { nextBackup } from '../providers/recovery-services/state/backup-plan';
import { continueBackup, startBackup } from '../providers/recovery-services/backups/backup-run';
import { findItem, itemKey, itemsOfVault, saveItem, type Item } from '../providers/recovery-services/state/item-store';
import { findJob, type Job } from '../providers/recovery-services/state/job-store';
import { containerPart, itemPath, vmNameOf, type VmName } from '../providers/recovery-services/names';
import { finishConfigure, newItem, startConfigure } from '../providers/recovery-services/items/configuration';
import { planNext } from '../providers/recovery-services/backups/scheduling';
import { expiries, livePoints, savePoint } from '../providers/recovery-services/state/recovery-point-store';
import { findPolicy } from '../providers/recovery-services/state/policy-store';
import { recordActivity, type NewActivity } from '../world/activity-log';
import type { World } from '../world/world';
import { PORTAL_APP_ID, TENANT_ID } from './company';
import { people } from './people';

const DAY = 86_400_000;

/** A backup of the past is over by now; one that began later than this is left to the schedule, which makes up for it. */
const LONGEST_BACKUP = DAY / 6;

/** The world as it was at a moment: what happens in it happened then, and plans nothing for now. */
const worldAt = (world: World, moment: number): World => ({
  ...world,
  clock: { now: () => moment },
  schedule: { plan: () => undefined, cancel: () => undefined, on: () => undefined, settle: () => true },
});

function refreshed(world: World, job: Job): Job {
  return findJob(world, job.vaultId, job.id) ?? job;
}

/** Enables the backup of a machine some days ago, by the service's own rules. Answers the item's key. */
export function protectInThePast(world: World, vaultId: string, vmId: string, policyName: string, daysAgo: number): string {
  const vault = world.resources.get(vaultId);
  const vm = world.resources.get(vmId);
  const name = vmNameOf(vmId);
  if (!vault || !vm || !name) throw new Error(`There is no ${vm ? vaultId : vmId} to protect.`);
  const start = world.clock.now() - daysAgo * DAY;
  const asked = askInThePast(world, start, vaultId, name);
  const job = startConfigure(worldAt(world, start), newItem(vault, vm, policyName), { policyName }, asked.clientRequestId);
  finishConfigure(worldAt(world, job.dueAt), refreshed(world, job));
  recordActivity(worldAt(world, job.dueAt), { ...asked, end: { error: null } });
  return itemKey(vaultId, containerPart(name));
}

/** The administrator's request to protect a machine, as the activity log has it. */
function askInThePast(world: World, start: number, vaultId: string, vm: VmName): NewActivity {
  const clientRequestId = randomUUID();
  const subscriptionId = vaultId.split('/')[2] ?? '';
  const asked: NewActivity = {
    subscriptionId,
    principal: { objectId: people.adele.objectId, tenantId: TENANT_ID, appId: PORTAL_APP_ID },
    action: 'Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/write',
    resourceId: itemPath(vaultId, containerPart(vm)),
    method: 'PUT',
    status: 202,
    correlationId: clientRequestId,
    clientRequestId,
  };
  recordActivity(worldAt(world, start), asked);
  return asked;
}

/** Runs the backups that a policy's schedule asked for between two moments of the past; each succeeds or fails as the world is now. */
export function backUpInThePast(world: World, key: string, fromDaysAgo: number, toDaysAgo: number): void {
  const end = world.clock.now() - toDaysAgo * DAY;
  let moment = world.clock.now() - fromDaysAgo * DAY;
  for (;;) {
    const item = findItem(world, key);
    const run = item && nextBackup(findPolicy(world, item.vaultId, item.policyName)?.properties, moment);
    if (!run || run.at + LONGEST_BACKUP > end) return;
    backUp(world, item, run);
    moment = run.at;
  }
}

function backUp(world: World, item: Item, { at: ranAt, isLast }: Run): void {
  const job = startBackup(worldAt(world, ranAt), item, { ranAt, snapshotOnly: !isLast });
  const snapshot = job.tasks[0]?.span ?? 0;
  continueBackup(worldAt(world, ranAt + snapshot), job);
  const after = refreshed(world, job);
  if (after.status === 'InProgress') continueBackup(worldAt(world, after.dueAt), after);
}

const QUARTER = 90 * DAY;

/**
 * Moves to the archive what may be moved there: monthly and yearly points that are three months old and stay for six months more.
 * Source: learn.microsoft.com/azure/backup/archive-tier-support, 2025.
 */
export function archiveOldPoints(world: World, key: string): void {
  const item = findItem(world, key);
  if (!item) return;
  const now = world.clock.now();
  const expiryOf = expiries(world, item);
  for (const point of livePoints(world, item)) {
    const { rule, at: end = 0 } = expiryOf(point) ?? {};
    const isLongTerm = rule === 'Monthly' || rule === 'Yearly';
    if (isLongTerm && point.takenAt < now - QUARTER && end > now + 2 * QUARTER) savePoint(world, item, { ...point, archived: true });
  }
}

/** From now on the vault's items are backed up by their policies. */
export function goOnFromNow(world: World, vaultId: string): void {
  const lately = { ...world, clock: { now: () => world.clock.now() - LONGEST_BACKUP } };
  for (const item of itemsOfVault(world, vaultId)) planNext(lately, item);
}

/** An item whose machine is gone and whose data was kept. */
export function keepDataOf(world: World, vaultId: string, vm: { id: string; name: string; location: string }): void {
  const vault = world.resources.get(vaultId);
  if (!vault) throw new Error(`There is no vault ${vaultId}.`);
  const machine = { ...vm, type: 'Microsoft.Compute/virtualMachines', properties: {} };
  saveItem(world, { ...newItem(vault, machine, ''), state: 'ProtectionStopped' });
}
