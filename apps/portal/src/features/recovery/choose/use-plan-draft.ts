import type { ItemInVault, RecoveryDraft, RecoveryPlan } from '@tresor/contracts';
import { MOST_PLANNED_MACHINES } from '@tresor/contracts/limits';
import { useMemo } from 'react';
import type { api } from '../../../api/api';
import { useDraft } from '../../../kept/draft-store';
import { useEdition } from '../../../kept/edition';
import { useFormat } from '../../../language/use-format';
import { useNow } from '../../../language/use-now';
import { useText } from '../../../language/use-text';
import { addedTagFault } from '../../../azure/tags/added-tag';
import { isElsewhere } from '../../../azure/items/machine-of-item';
import { keyOfItem, pathsOf } from '../item-key';
import { tagWords } from '../objectives/objective-words';
import { wavesOf } from './plan-of-draft';
import { planNameFault } from './plan-name';
import { messages } from './messages';
import { DRAFT, isFilledIn, planDrafts, type PlanDraft } from './plan-draft';
import { contentOf, draftOf, momentOf, objectivesIn, targetOf } from './plan-of-draft';

export interface SentPlan {
  plan: Parameters<typeof api.recoveryPlans.put>[0];
  done: () => boolean;
}

export const isMissing = ({ machine }: ItemInVault): boolean => machine === 'gone';

/** The plan as it is filled in, kept until it is made or changed. `before`: the plan that is changed; null: it is new. */
export function usePlanDraft(items: readonly ItemInVault[], before: RecoveryPlan | null = null) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const inForce = useEdition();
  const owner = before?.planId ?? DRAFT;
  const stored = useDraft(planDrafts, owner);
  const isTouched = stored.planId !== null;
  const kept = useMemo(() => (before === null || isTouched ? stored : draftOf(before, items)), [before, isTouched, stored, items]);
  const name = kept.name ?? text(messages.proposedName, { date: format.dateTime(new Date(now)) });
  const { selected, elsewhere } = useMemo(() => {
    const ids = kept.selected && new Set(kept.selected);
    const meant = items.filter((item) => (ids === null ? isMissing(item) : ids.has(item.id)));
    return { selected: meant.filter((item) => !isElsewhere(item)), elsewhere: meant.filter(isElsewhere) };
  }, [items, kept.selected]);
  const edition = kept.edition ?? inForce;
  const moment = momentOf(kept, before);
  const target = targetOf(kept);
  const objectives = objectivesIn(kept);
  const tagObjectives = kept.tagObjectives.map(({ name: tag, value, ...wanted }) => ({
    tag: { name: tag, value },
    ...objectivesIn(wanted),
  }));
  const tags = useMemo(() => [...items.map((item) => item.tags), ...(before?.machines.map((one) => one.tags) ?? [])], [items, before]);
  const waves = new Map(before?.machines.map(({ item, wave }) => [keyOfItem(item), wave]));
  const machines = wavesOf(selected).flatMap(({ wave, ...one }) =>
    pathsOf(one).map((item) => ({ item, wave: waves.get(keyOfItem(item)) ?? wave })),
  );

  const nameFault = () => {
    const fault = planNameFault(name);
    return fault && text(fault);
  };
  const whyNot = (): string | undefined => {
    if (selected.length === 0) return text(items.length === 0 ? messages.empty : messages.chooseFirst);
    if (selected.length > MOST_PLANNED_MACHINES) return text(messages.tooMany);
    if (moment === null) return text(messages.timeNeeded);
    const idle = tagObjectives.find(({ rtoMinutes, rpoMinutes }) => rtoMinutes === null && rpoMinutes === null);
    if (idle) return text(messages.objectiveNeeded, { tag: tagWords(idle.tag, text) });
    const tagFault = addedTagFault(kept.addedTags);
    if (tagFault !== undefined) return text(tagFault);
    return target === null ? text(messages.groupNeeded) : nameFault();
  };
  const why = whyNot();
  const draft: RecoveryDraft | null =
    why === undefined && moment !== null && target !== null
      ? { name: name.trim(), edition, machines, moment, target, objectives, tagObjectives }
      : null;
  const change = (some: Partial<PlanDraft>) => planDrafts.change(owner, { ...kept, ...some });

  return {
    kept,
    name,
    edition,
    nameFault: nameFault(),
    selected,
    /** Meant to be in it, and in another subscription than their vaults. */
    elsewhere,
    tags,
    whyNot: why,
    draft,
    isChanged: before === null ? isFilledIn(kept) : isTouched,
    change,
    select: (ids: ReadonlySet<string>) => change({ selected: [...ids] }),
    /** The id to keep the plan under, and what forgets the draft once that is done: false where something else was entered since. */
    sending() {
      const planId = planDrafts.read(owner).planId ?? crypto.randomUUID();
      planDrafts.change(owner, { planId });
      return { planId, done: planDrafts.sending(owner) };
    },
    /** The same of a change, which is remembered: only its answer tells that the plan has become it. */
    sendingChange() {
      planDrafts.change(owner, { sent: [...new Set([...kept.sent, contentOf(kept)])] });
      return planDrafts.sending(owner);
    },
    /** What was changed so far is kept: what is entered beyond that goes on from there. */
    goOnFrom: (revision: number) => planDrafts.change(owner, { revision, sent: [] }),
    clear: () => planDrafts.clear(owner),
  };
}

export type PlanForm = ReturnType<typeof usePlanDraft>;
