import { isDeepStrictEqual } from 'node:util';
import { Problem } from '../../problem';
import type { RecoveryRecord } from '../../store/recovery-plans';
import { vaultKeyOf } from './machine-key';

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
  changed: NonNullable<RecoveryRecord['changed']>;
  /** Those that the person sees: machines of others stay. */
  vaults: ReadonlySet<string>;
}

/** The plan after a change: reviews of what it was count no more. Where nothing is changed it stays as it is. */
export function editedPlan(now: RecoveryRecord, wanted: WantedPlan, { revision, changed, vaults }: Edit): RecoveryRecord {
  const unseen = now.machines.filter(({ item }) => !vaults.has(vaultKeyOf(item)));
  const edited = { ...now, ...wanted, machines: [...wanted.machines, ...unseen] };
  if (now.standing.state === 'planned' && isDeepStrictEqual(contentOf(edited), contentOf(now))) return now;
  requirePlanned(now, revision);
  return { ...edited, revision: now.revision + 1, changed, approvals: [], voided: now.approvals.length > 0 ? now.approvals : now.voided };
}

/** What a review is of: tags are only looked up for it, and the order of machines says nothing. */
function contentOf({ name, edition, machines, moment, target, objectives, tagObjectives }: RecoveryRecord) {
  const inOrder = machines.map(({ item, wave }) => JSON.stringify([item, wave]).toLowerCase()).toSorted();
  return { name, edition, machines: inOrder, moment, target, objectives, tagObjectives };
}
