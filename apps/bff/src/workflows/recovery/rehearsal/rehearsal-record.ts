import type { ItemPath, RehearsalLeft, RehearsalThing } from '@tresor/contracts';
import { isolatedGroupName } from '../../../azure/network/isolated-network';
import { Problem } from '../../../problem';
import type { RecoveryRecord, RehearsalRecord } from '../../../store/recovery-plans';
import { keyOf } from '../machine-key';
import { FRESH } from '../machine-states';

type Stopped = NonNullable<RehearsalRecord['stopped']>;

/** Its removal begins, or begins once more; who ended it first is remembered. */
export const toRemove = (rehearsal: RehearsalRecord | null, by: Stopped): RehearsalRecord | null =>
  rehearsal && {
    ...rehearsal,
    tries: 0,
    backupTries: 0,
    removedAt: null,
    stopped: rehearsal.stopped ?? (rehearsal.isRemoving ? null : by),
  };

/** A run of the same plan, or of some of its machines, into isolation. */
export function rehearsalOf(
  plan: RecoveryRecord,
  { planId, rehearsalId, items }: { planId: string; rehearsalId: string; items: readonly ItemPath[] | null },
): Pick<
  RecoveryRecord,
  'name' | 'edition' | 'machines' | 'moment' | 'target' | 'objectives' | 'tagObjectives' | 'isolatedGroup' | 'rehearsal'
> {
  const wanted = items && new Set(items.map(keyOf));
  const chosen = plan.machines.filter(({ item }) => wanted === null || wanted.has(keyOf(item)));
  if (chosen.length === 0 || (wanted && chosen.length !== wanted.size)) throw new Problem('item-not-found', { fields: ['items'] });
  const { name, edition, moment, target, objectives, tagObjectives } = plan;
  return {
    name,
    edition,
    moment,
    objectives,
    tagObjectives,
    target: { kind: 'isolated', ...(target.addedTags && { addedTags: target.addedTags }) },
    machines: chosen.map(({ item, wave, tags }) => ({ item, wave, tags, ...FRESH })),
    isolatedGroup: isolatedGroupName('rehearsal', rehearsalId),
    rehearsal: { of: planId, stopped: null, isRemoving: false, tries: 0, backupTries: 0, left: [], stood: [], removedAt: null },
  };
}

/** Something that a rehearsal made, and what became of it. */
export interface RehearsalRemoval {
  thing: RehearsalThing;
  state: 'removed' | RehearsalLeft['state'];
  until: string | null;
}

const isThe = (thing: RehearsalThing) => (one: RehearsalThing) => one.kind === thing.kind && one.name === thing.name;

/** Empty before everything was removed that could be; without `seesAll` what is named after machines is left out. */
export function removalsOf({ stood, left, removedAt }: RehearsalRecord, seesAll: boolean): RehearsalRemoval[] {
  if (removedAt === null) return [];
  const more = left.filter((one) => !stood.some(isThe(one))).map(({ kind, name }) => ({ kind, name }));
  return [...stood, ...more]
    .filter(({ kind }) => seesAll || kind === 'resource-group')
    .map((thing) => {
      const { state = 'removed' as const, until = null } = left.find(isThe(thing)) ?? {};
      return { thing, state, until };
    });
}
