import { at, text } from '../../../world/json';
import type { Step } from '../../../world/time/schedule';
import type { World } from '../../../world/world';
import { nextBackup } from '../state/backup-plan';
import { startBackup } from './backup-run';
import { claimOf, findItem, itemKeysOfPolicy, keyOfItem } from '../state/item-store';
import type { Item } from '../state/item-store';
import { purgeTime } from '../state/item-view';
import { findPolicy } from '../state/policy-store';

export const SCHEDULED_BACKUP = 'recovery-services.scheduled-backup';

/** The end of the soft-delete period of an item. */
export const PURGE = 'recovery-services.purge';

const purgeId = (itemKey: string) => `${PURGE}:${itemKey}`;
const stepId = (itemKey: string) => `${SCHEDULED_BACKUP}:${itemKey}`;

/** Plans what comes next for an item: a run by its policy or the purge of its deleted data. */
export function planNext(world: World, item: Item): void {
  planNextBackup(world, item);
  const key = keyOfItem(item);
  if (item.deletedAt === undefined) world.schedule.cancel(purgeId(key));
  else world.schedule.plan({ id: purgeId(key), dueAt: purgeTime(world, item, item.deletedAt), kind: PURGE, payload: { itemKey: key } });
}

function planNextBackup(world: World, item: Item): void {
  const key = keyOfItem(item);
  const policy = item.policyName ? findPolicy(world, item.vaultId, item.policyName)?.properties : undefined;
  const run = nextBackup(policy, world.clock.now());
  if (!run) return world.schedule.cancel(stepId(key));
  const payload = { itemKey: key, snapshotOnly: !run.isLast };
  world.schedule.plan({ id: stepId(key), dueAt: run.at, kind: SCHEDULED_BACKUP, payload });
}

/** Plans again for every item that follows a policy. */
export function planBackupsOfPolicy(world: World, vaultId: string, policyName: string): void {
  for (const key of itemKeysOfPolicy(world, vaultId, policyName)) {
    const item = findItem(world, key);
    if (item) planNextBackup(world, item);
  }
}

/** A run that came to nothing is followed by the next all the same. */
export function skipScheduledBackup(world: World, payload: unknown): void {
  const item = findItem(world, text(at(payload, 'itemKey')) ?? '');
  if (item?.policyName) planNextBackup(world, item);
}

/** A run of the schedule: it is left out while another operation holds the item. */
export function runScheduledBackup(world: World, payload: unknown, step: Step): void {
  const key = text(at(payload, 'itemKey')) ?? '';
  const item = findItem(world, key);
  if (!item?.policyName) return;
  if (!claimOf(world, key)) startBackup(world, item, { ranAt: step.dueAt, snapshotOnly: at(payload, 'snapshotOnly') === true });
  planNextBackup(world, item);
}
