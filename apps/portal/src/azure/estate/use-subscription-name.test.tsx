// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { subscriptionsQuery } from '../../api/queries';
import { knownOnly, within } from '../../testing/mount';
import { SUBSCRIPTION } from '../../testing/places';
import { useSubscriptionName } from './use-subscription-name';

const OTHER = '00000000-0000-0000-0000-00000000000f';
const nameIn = (client: ReturnType<typeof knownOnly>) => renderHook(useSubscriptionName, { wrapper: within(client) }).result.current;

test('an id stands for a subscription only where its name cannot be had, not while that is read', () => {
  const client = knownOnly();
  expect(nameIn(client)(SUBSCRIPTION)).toBe('…');
  client.setQueryData(subscriptionsQuery().queryKey, [
    { subscriptionId: SUBSCRIPTION, name: 'Production', state: 'Enabled', customerTenantId: null },
  ]);
  expect(nameIn(client)(SUBSCRIPTION.toUpperCase())).toBe('Production');
  expect(nameIn(client)(OTHER)).toBe(OTHER);

  const refused = knownOnly();
  refused
    .getQueryCache()
    .build(refused, { queryKey: subscriptionsQuery().queryKey })
    .setState({ status: 'error', error: new Error('refused') });
  expect(nameIn(refused)(OTHER)).toBe(OTHER);
});
