import { useQuery } from '@tanstack/react-query';
import type { ListedSubscription } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import { useCallback } from 'react';
import { subscriptionsQuery } from './queries';

/** Whether a customer is known to have delegated a subscription by Azure Lighthouse. */
export const isDelegatedIn = (subscriptions: readonly ListedSubscription[] | undefined, id: string): boolean =>
  subscriptions?.some((one) => one.customerTenantId !== null && sameName(one.subscriptionId, id)) ?? false;

/** The same of those that the signed-in person sees. */
export function useDelegated(): (subscriptionId: string) => boolean {
  const { data: subscriptions } = useQuery(subscriptionsQuery());
  return useCallback((id) => isDelegatedIn(subscriptions, id), [subscriptions]);
}
