// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { subscriptionId } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { subscriptionsQuery } from '../../api/queries';
import { knownOnly, mount } from '../../testing/mount';
import { ReadinessTools } from './readiness-tools';

const SEEN = subscriptionId.parse('f2edfd5d-5496-4683-b94f-b3588c579009');
const UNSEEN = subscriptionId.parse('99999999-5496-4683-b94f-b3588c579009');

function chosenIn(subscription: typeof SEEN, read: 'read' | 'pending' | 'failed' = 'read') {
  const client = knownOnly();
  const { queryKey } = subscriptionsQuery();
  const listed = { subscriptionId: SEEN, name: 'Contoso Production', state: 'Enabled' as const, customerTenantId: null };
  if (read === 'read') client.setQueryData(queryKey, [listed]);
  if (read === 'failed')
    client
      .getQueryCache()
      .build(client, { queryKey })
      .setState({ status: 'error', error: new Error('refused') });
  mount(<ReadinessTools subscriptionId={subscription} filter="all" onFilter={() => undefined} needsVault={false} />, { client });
  return screen.getByRole<HTMLSelectElement>('combobox', { name: 'Subscription' }).selectedOptions[0]?.textContent;
}

test('a subscription that nobody sees here is not taken for the first one of the list', () => {
  expect(chosenIn(SEEN)).toBe('Contoso Production');
  cleanup();
  expect(chosenIn(UNSEEN)).toBe(UNSEEN);
});

test('the drop-down is not empty while subscriptions are read, nor where they could not be', () => {
  expect(chosenIn(SEEN, 'pending')).toBe('…');
  cleanup();
  expect(chosenIn(SEEN, 'failed')).toBe(SEEN);
});
