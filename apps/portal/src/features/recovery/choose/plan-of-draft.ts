import type { ItemInVault, RecoveryDraft, RecoveryMoment, RecoveryPlan, RecoveryTarget } from '@tresor/contracts';
import { filledIn } from '../../../azure/tags/added-tag';
import { isResourceGroupName } from '../../../api/known-ids';
import { dayOf } from '../../../language/day-of';
import { twoDigits } from '../../../language/two-digits';
import { keyOfItem, pathsOf } from '../item-key';
import type { PlanDraft } from './plan-draft';

/** `DC01`, `NorthDC2`, `hq-dc-1`: how companies call what the others sign in to. */
const DIRECTORY = /(?:^|[a-z0-9_-])(?:DC|ADDS)[-_]?\d*$|(?:^|[_-])(?:dc|adds)[-_]?\d*$/;

/** Whether a machine is a domain controller by its name; of one that is gone nothing else tells. */
export const isDirectoryByName = (name: string): boolean => DIRECTORY.test(name);

/** What the others need comes first; where there is nothing of it, all come at once. */
export function wavesOf<Machine extends { name: string }>(machines: readonly Machine[]): (Machine & { wave: number })[] {
  const hasDirectory = machines.some(({ name }) => isDirectoryByName(name));
  return machines.map((machine) => ({ ...machine, wave: hasDirectory && !isDirectoryByName(machine.name) ? 2 : 1 }));
}

const minutesOf = (minutes: string): number | null => (minutes === '' ? null : Number(minutes));
const fieldOf = (minutes: number | null): string => (minutes === null ? '' : String(minutes));

export const objectivesIn = ({ rto, rpo }: Pick<PlanDraft, 'rto' | 'rpo'>) => ({ rtoMinutes: minutesOf(rto), rpoMinutes: minutesOf(rpo) });

/** A moment as its field has it, by the browser’s zone. */
function fieldOfTime(moment: string): string {
  const at = new Date(moment);
  return `${dayOf(at.getTime())}T${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

/** `before`: the plan that is changed; a moment that nobody touched stays to the second. */
export function momentOf({ moment, time }: PlanDraft, before: RecoveryPlan | null): RecoveryMoment | null {
  if (moment !== 'before') return { kind: moment };
  if (before?.moment.kind === 'before' && fieldOfTime(before.moment.time) === time) return before.moment;
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? null : { kind: 'before', time: at.toISOString() };
}

export function targetOf({ target, group, withoutProximityGroup, withoutTags, addedTags: rows }: PlanDraft): RecoveryTarget | null {
  const addedTags = filledIn(rows);
  const added = addedTags.length > 0 ? { addedTags } : {};
  if (target === 'isolated') return { kind: target, ...added };
  const unlikeOld = {
    ...(withoutProximityGroup && { withoutProximityGroup: true as const }),
    ...(withoutTags && { withoutTags: true as const }),
    ...added,
  };
  if (target === 'as-it-was') return { kind: target, ...unlikeOld };
  return isResourceGroupName(group) ? { kind: target, group, ...unlikeOld } : null;
}

type Content = Pick<RecoveryPlan, 'planId' | 'revision' | 'machines' | Exclude<keyof RecoveryDraft, 'machines'>>;

/** A plan as the fields show it to be changed. */
export function draftOf(plan: Content, items: readonly ItemInVault[]): PlanDraft {
  const { planId, revision, name, edition, moment, target, objectives, tagObjectives } = plan;
  const keys = new Set(plan.machines.map(({ item }) => keyOfItem(item)));
  const isOfPlan = (item: ItemInVault) => pathsOf(item).some((path) => keys.has(keyOfItem(path)));
  return {
    planId,
    revision,
    sent: [],
    name,
    edition,
    selected: items.filter(isOfPlan).map(({ id }) => id),
    moment: moment.kind,
    time: moment.kind === 'before' ? fieldOfTime(moment.time) : '',
    target: target.kind,
    group: target.kind === 'group' ? target.group : '',
    withoutProximityGroup: target.kind !== 'isolated' && target.withoutProximityGroup === true,
    withoutTags: target.kind !== 'isolated' && target.withoutTags === true,
    addedTags: target.addedTags ?? [],
    rto: fieldOf(objectives.rtoMinutes),
    rpo: fieldOf(objectives.rpoMinutes),
    tagObjectives: tagObjectives.map(({ tag, rtoMinutes, rpoMinutes }) => ({ ...tag, rto: fieldOf(rtoMinutes), rpo: fieldOf(rpoMinutes) })),
  };
}

/** What goes into the plan: a group or a moment that is entered beside another choice does not. */
export function contentOf(draft: PlanDraft): string {
  const { name, edition, selected, rto, rpo, tagObjectives } = draft;
  const chosen = { moment: momentOf(draft, null), target: targetOf(draft), selected: selected?.toSorted() };
  return JSON.stringify({ name: name?.trim(), edition, rto, rpo, tagObjectives, ...chosen });
}

/** Whether a plan already is what was filled in: who sent that has not heard of it. */
export const isAsFilledIn = (plan: Content, items: readonly ItemInVault[], filledIn: PlanDraft): boolean =>
  contentOf(draftOf(plan, items)) === contentOf(filledIn);

/** Whether a plan became what it is by what this person sent of the same draft before: it is nobody else’s change. */
export const isAsSent = (
  plan: Content & Pick<RecoveryPlan, 'mine'>,
  items: readonly ItemInVault[],
  { sent }: Pick<PlanDraft, 'sent'>,
): boolean => plan.mine.isChanged && sent.includes(contentOf(draftOf(plan, items)));

/** Machines of a plan that nothing protects any more: they cannot be kept in it. */
export function unprotectedIn({ machines }: RecoveryPlan, items: readonly ItemInVault[]): RecoveryPlan['machines'] {
  const known = new Set(items.flatMap((item) => pathsOf(item).map(keyOfItem)));
  return machines.filter(({ item }) => !known.has(keyOfItem(item)));
}
