import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { subscriptionsQuery } from '../../api/queries';

/** What a subscription is called, by its id; no id stands there for a moment while that is read, only where it cannot be. */
export function useSubscriptionName(): (subscriptionId: string) => string {
  const { data, isPending } = useQuery(subscriptionsQuery());
  return useMemo(() => {
    const names = new Map(data?.map(({ subscriptionId, name }) => [subscriptionId.toLowerCase(), name]));
    return (id) => names.get(id.toLowerCase()) ?? (isPending ? '…' : id);
  }, [data, isPending]);
}
