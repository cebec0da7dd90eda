import { useQuery } from '@tanstack/react-query';
import type { ReadNeed } from '@tresor/contracts';
import { useCallback } from 'react';
import { nameOf, subscriptionOf } from '@tresor/support-matrix';
import { subscriptionsQuery } from '../../api/queries';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { useDelegated } from '../../api/use-delegated';
import { needWords, needWordsOfProvider, unseenName } from '../../words/need-words';

const SUBSCRIPTION = /^\/subscriptions\/([^/]+)$/i;

/** What somebody needs who is to see more, as one phrase. `within`: the subscription of places that are known by their name alone. */
export function useNeedWords(within?: string): (needs: readonly ReadNeed[]) => string {
  const text = useText();
  const format = useFormat();
  const { data: subscriptions } = useQuery(subscriptionsQuery());
  const isDelegated = useDelegated();
  return useCallback(
    (needs) => {
      const wordsOf = ({ right, at }: ReadNeed) => {
        const isOfCustomer = at.every((place) => isDelegated(place.startsWith('/') ? subscriptionOf(place) : (within ?? '')));
        return (isOfCustomer ? needWordsOfProvider[right] : undefined) ?? needWords[right];
      };
      const placeOf = (place: string) => {
        const id = SUBSCRIPTION.exec(place)?.[1];
        if (id === undefined || subscriptions === undefined) return nameOf(place);
        return subscriptions.find(({ subscriptionId }) => subscriptionId === id.toLowerCase())?.name ?? text(unseenName, { id });
      };
      return format.list(needs.map((need) => text(wordsOf(need), { places: format.list(need.at.map(placeOf)) })));
    },
    [text, format, subscriptions, isDelegated, within],
  );
}
