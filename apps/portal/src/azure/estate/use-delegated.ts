import { useQuery } from '@tanstack/react-query';
import { sameName } from '@tresor/support-matrix';
import { useCallback } from 'react';
import { subscriptionsQuery } from '../../api/queries';

/** Whether a customer is known to have delegated a subscription by Azure Lighthouse. */
export function useDelegated(): (subscriptionId: string) => boolean {
  const { data: subscriptions } = useQuery(subscriptionsQuery());
  return useCallback(
    (id) => subscriptions?.some((one) => one.customerTenantId !== null && sameName(one.subscriptionId, id)) ?? false,
    [subscriptions],
  );
}
