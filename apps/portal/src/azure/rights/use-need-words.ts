import { useQuery } from '@tanstack/react-query';
import type { ReadNeed } from '@tresor/contracts';
import { useCallback } from 'react';
import { nameOf } from '@tresor/support-matrix';
import { subscriptionsQuery } from '../../api/queries';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { needWords, unseenName } from './need-messages';

const SUBSCRIPTION = /^\/subscriptions\/([^/]+)$/i;

/** What somebody needs who is to see more, as one phrase. */
export function useNeedWords(): (needs: readonly ReadNeed[]) => string {
  const text = useText();
  const format = useFormat();
  const { data: subscriptions } = useQuery(subscriptionsQuery());
  return useCallback(
    (needs) => {
      const placeOf = (place: string) => {
        const id = SUBSCRIPTION.exec(place)?.[1];
        if (id === undefined || subscriptions === undefined) return nameOf(place);
        return subscriptions.find(({ subscriptionId }) => subscriptionId === id.toLowerCase())?.name ?? text(unseenName, { id });
      };
      return format.list(needs.map(({ right, at }) => text(needWords[right], { places: format.list(at.map(placeOf)) })));
    },
    [text, format, subscriptions],
  );
}
