import type { ItemInVault, RecoveryDraft, RecoveryMoment, RecoveryTarget } from '@tresor/contracts';
import { useMemo } from 'react';
import { isResourceGroupName } from '../../../api/known-ids';
import { useDraft } from '../../../kept/draft-store';
import { useFormat } from '../../../language/use-format';
import { useNow } from '../../../language/use-now';
import { useText } from '../../../language/use-text';
import { pathsOf } from '../item-key';
import { tagWords } from '../objectives/objective-words';
import { wavesOf } from './first-wave';
import { messages } from './messages';
import { DRAFT, planDrafts, type PlanDraft } from './plan-draft';

const MOST_MACHINES = 500;
const LONGEST_NAME = 80;

export const isMissing = ({ machine }: ItemInVault): boolean => machine === 'gone';

/** The plan as it is filled in, kept until it is made. */
export function usePlanDraft(items: readonly ItemInVault[]) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const kept = useDraft(planDrafts, DRAFT);
  const name = kept.name ?? text(messages.proposedName, { date: format.dateTime(new Date(now)) });
  const selected = items.filter((item) => (kept.selected === null ? isMissing(item) : kept.selected.includes(item.id)));
  const moment = momentOf(kept);
  const target = targetOf(kept);
  const objectives = objectivesIn(kept);
  const tagObjectives = kept.tagObjectives.map(({ name: tag, value, ...wanted }) => ({
    tag: { name: tag, value },
    ...objectivesIn(wanted),
  }));
  const tags = useMemo(() => items.map((item) => item.tags), [items]);
  const machines = wavesOf(selected).flatMap(({ wave, ...one }) => pathsOf(one).map((item) => ({ item, wave })));

  const nameFault = () => {
    if (name.trim() === '') return text(messages.nameNeeded);
    return name.trim().length > LONGEST_NAME ? text(messages.nameLong) : undefined;
  };
  const whyNot = (): string | undefined => {
    if (selected.length === 0) return text(messages.chooseFirst);
    if (selected.length > MOST_MACHINES) return text(messages.tooMany);
    if (moment === null) return text(messages.timeNeeded);
    const idle = tagObjectives.find(({ rtoMinutes, rpoMinutes }) => rtoMinutes === null && rpoMinutes === null);
    if (idle) return text(messages.objectiveNeeded, { tag: tagWords(idle.tag, text) });
    return target === null ? text(messages.groupNeeded) : nameFault();
  };
  const why = whyNot();
  const draft: Omit<RecoveryDraft, 'edition'> | null =
    why === undefined && moment !== null && target !== null
      ? { name: name.trim(), machines, moment, target, objectives, tagObjectives }
      : null;

  return {
    kept,
    name,
    nameFault: nameFault(),
    selected,
    tags,
    whyNot: why,
    draft,
    isChanged: kept.selected !== null || kept.name !== null,
    change: (change: Partial<PlanDraft>) => planDrafts.change(DRAFT, change),
    select: (ids: ReadonlySet<string>) => planDrafts.change(DRAFT, { selected: [...ids] }),
    planId() {
      const planId = planDrafts.read(DRAFT).planId ?? crypto.randomUUID();
      planDrafts.change(DRAFT, { planId });
      return planId;
    },
    clear: () => planDrafts.clear(DRAFT),
  };
}

export type PlanForm = ReturnType<typeof usePlanDraft>;

const objectivesIn = ({ rto, rpo }: Pick<PlanDraft, 'rto' | 'rpo'>) => ({ rtoMinutes: minutesOf(rto), rpoMinutes: minutesOf(rpo) });

const minutesOf = (minutes: string): number | null => (minutes === '' ? null : Number(minutes));

function momentOf({ moment, time }: PlanDraft): RecoveryMoment | null {
  if (moment !== 'before') return { kind: moment };
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? null : { kind: 'before', time: at.toISOString() };
}

function targetOf({ target, group }: PlanDraft): RecoveryTarget | null {
  if (target !== 'group') return { kind: target };
  return isResourceGroupName(group) ? { kind: 'group', group } : null;
}
