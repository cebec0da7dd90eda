import type { PolicyPoints } from '@tresor/contracts';
import type { Plan } from '@tresor/retention';
import { useDeferredValue, useMemo } from 'react';
import { useNow } from '../../../language/use-now';
import { effectOf, type Effect } from './change-effect';
import type { PlanOfForm } from './form-calendar';

type Items = PolicyPoints['items'];

export interface EffectOnItem {
  name: string;
  resourceGroup: string;
  effect: Effect;
}

interface Effects {
  effects: EffectOnItem[];
  /** Of which form that is: it may be another one by now. */
  said: string;
}

/** What a change does to the points of each item. What was reckoned stays while more items arrive. */
export function useEffects(items: Items | undefined, before: Plan | null, typed: PlanOfForm): Effects {
  const here = useNow();
  // Many points take a moment; anyone who types does not wait for them.
  const { said, plan: after } = useDeferredValue(typed);
  const now = useMemo(() => newestOf(items ?? [], here), [items, here]);
  const reckon = useMemo(() => before && after && reckoner(before, after, now), [before, after, now]);
  const effects = useMemo(() => (items === undefined || reckon === null ? [] : items.map(reckon)), [items, reckon]);
  return { effects, said };
}

function reckoner(before: Plan, after: Plan, now: number): (item: Items[number]) => EffectOnItem {
  const known = new WeakMap<Items[number], EffectOnItem>();
  return (item) => {
    const { name, resourceGroup, points } = item;
    const found = known.get(item) ?? { name, resourceGroup, effect: effectOf(points, before, after, now) };
    known.set(item, found);
    return found;
  };
}

/** Azure's clock may be ahead of this one. */
const newestOf = (items: Items, here: number) =>
  items.reduce((latest, { points: [newest] }) => (newest === undefined ? latest : Math.max(latest, Date.parse(newest.time))), here);

export const sumOf = (effects: readonly Effect[]): Effect =>
  effects.reduce(
    (sum, { total, lost, shorter, longer }) => ({
      total: sum.total + total,
      lost: sum.lost + lost,
      shorter: sum.shorter + shorter,
      longer: sum.longer + longer,
    }),
    { total: 0, lost: 0, shorter: 0, longer: 0 },
  );
