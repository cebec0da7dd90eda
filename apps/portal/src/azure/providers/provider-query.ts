import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ProviderRegistration, SubscriptionId } from '@tresor/contracts';
import { api } from '../../api/api';
import { translated } from '../../api/problem-error';

/** Milliseconds until a provider is looked at again: Azure takes minutes, and somebody else may have it registered. */
const GAPS: Readonly<Record<ProviderRegistration['state'], number | false>> = {
  registered: false,
  registering: 5_000,
  'not-registered': 30_000,
};

/** Asks nothing as long as no subscription is chosen. */
export const providerQuery = (subscriptionId: SubscriptionId | undefined, provider: string) =>
  queryOptions({
    queryKey: ['resource-provider', subscriptionId, provider],
    queryFn:
      subscriptionId === undefined
        ? skipToken
        : ({ signal }) => translated(api.resourceProviders.get({ subscriptionId, provider }, { signal })),
    // What was registered before a refusal is not known to be so after it.
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data === undefined ? false : GAPS[state.data.state]),
  });
