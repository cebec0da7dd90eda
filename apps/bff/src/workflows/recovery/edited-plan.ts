import { isDeepStrictEqual } from 'node:util';
import type { RecoveryMachine } from '@tresor/contracts';
import { idKey } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { vmIdOf } from '../../azure/items/item-place';
import { readTags } from '../../azure/machines/machine-tags';
import { Problem } from '../../problem';
import type { RecoveryMachineRecord, RecoveryRecord } from '../../store/recovery-plans';
import { keyOf, vaultKeyOf } from './machine-key';
import { FRESH } from './machine-states';

/** What of a plan a person decides. */
export type WantedPlan = Pick<
  RecoveryRecord,
  'name' | 'edition' | 'machines' | 'moment' | 'target' | 'objectives' | 'tagObjectives' | 'isolatedGroup'
>;

/** @throws Problem where somebody has changed the plan since it was of this revision */
export function requireRevision(plan: Pick<RecoveryRecord, 'revision'>, revision: number | null): void {
  if (plan.revision !== revision) throw new Problem('recovery-plan-changed');
}

/** @throws Problem where its run was begun, or somebody has changed it meanwhile */
export function requirePlanned(plan: RecoveryRecord, revision: number | null): void {
  if (plan.standing.state !== 'planned') throw new Problem('recovery-begun');
  requireRevision(plan, revision);
}

interface Edit {
  revision: number | null;
  /** Who made it what it is now, and when. */
  done: Pick<RecoveryRecord, 'at' | 'changed'>;
  /** Those that the person sees: machines of others stay. */
  vaults: ReadonlySet<string>;
}

/** The plan after a change: reviews of what it was count no more. Where nothing is changed it stays as it is. */
export function editedPlan(now: RecoveryRecord, wanted: WantedPlan, { revision, done, vaults }: Edit): RecoveryRecord {
  const unseen = now.machines.filter(({ item }) => !vaults.has(vaultKeyOf(item)));
  const edited = { ...now, ...wanted, machines: [...wanted.machines, ...unseen] };
  if (now.standing.state === 'planned' && isDeepStrictEqual(contentOf(edited), contentOf(now))) return now;
  requirePlanned(now, revision);
  const voided = now.approvals.length > 0 ? now.approvals : now.voided;
  return { ...edited, ...done, changedBefore: changedBy(now), revision: now.revision + 1, approvals: [], voided };
}

/** Everybody who has changed it, each once. */
function changedBy({ changed, changedBefore }: RecoveryRecord): RecoveryRecord['changedBefore'] {
  if (changed === null) return changedBefore;
  const { by, user } = changed;
  const others = changedBefore.filter((other) => (other.user ?? other.by.username) !== (user ?? by.username));
  return [...others, { by, user }];
}

/** What a review is of: tags are only looked up for it, and the order of machines says nothing. */
function contentOf({ name, edition, machines, moment, target, objectives, tagObjectives }: RecoveryRecord) {
  const inOrder = machines.map(({ item, wave }) => JSON.stringify([item, wave]).toLowerCase()).toSorted();
  return { name, edition, machines: inOrder, moment, target, objectives, tagObjectives };
}

/** Machines of a plan with the tags they have now; of one that Azure does not show any more those that the plan kept before. */
export async function taggedMachines(
  session: AzureSession,
  machines: readonly RecoveryMachine[],
  before: readonly RecoveryMachineRecord[],
): Promise<RecoveryMachineRecord[]> {
  const seen = await readTags(
    session,
    machines.map(({ item }) => vmIdOf(item)),
  );
  const kept = new Map(before.map(({ item, tags }) => [keyOf(item), tags]));
  return machines.map(({ item, wave }) => {
    const tags = seen.get(idKey(vmIdOf(item))) ?? kept.get(keyOf(item)) ?? null;
    return { item, wave, tags, ...FRESH };
  });
}
