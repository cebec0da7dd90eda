import { useQuery } from '@tanstack/react-query';
import type { RecoveryPlan } from '@tresor/contracts';
import { useMemo } from 'react';
import { allItemsQuery } from '../../../api/queries';
import { inOrder, keyOfItem, pathsOf, wasBackedUp } from '../item-key';

/** The machines of a plan of which no backup ever succeeded; none while that is not known. */
export function useNeverBackedUp(plan: Pick<RecoveryPlan, 'machines' | 'standing'> | undefined): RecoveryPlan['machines'] {
  const { data: items } = useQuery({ ...allItemsQuery(), enabled: plan?.standing.state === 'planned' });
  return useMemo(() => {
    if (plan === undefined || items === undefined) return [];
    const never = new Set(items.filter((item) => !wasBackedUp(item)).flatMap((item) => pathsOf(item).map(keyOfItem)));
    return inOrder(plan.machines).filter(({ item }) => never.has(keyOfItem(item)));
  }, [plan, items]);
}
