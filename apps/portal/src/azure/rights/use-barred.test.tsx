// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import type { StepRights } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { subscriptionsQuery } from '../../api/queries';
import { rightsQuery, type RightsQuestion } from '../../api/rights-query';
import { isSubscriptionId } from '../../api/known-ids';
import { CommandBar } from '../../blades/command-bar';
import { lacking } from '../../testing/lacking';
import { mount } from '../../testing/mount';
import { FooterButton } from '../../ui/actions/buttons';
import { useBarredFrom } from './use-barred';

const subscriptionId = 'f2edfd5d-5496-4683-b94f-b3588c579009';
if (!isSubscriptionId(subscriptionId)) throw new Error('A subscription has an id.');
const QUESTION: RightsQuestion = { subscriptionId, vault: null };

function Commands() {
  const barred = useBarredFrom(QUESTION);
  const reason = barred('back-up-now');
  return (
    <>
      <CommandBar commands={[{ id: 'now', label: 'Backup now', icon: null, href: '/now', reason }]} />
      <FooterButton reason={reason}>OK</FooterButton>
    </>
  );
}

/** The rights are on their way; answers how they arrive, or do not. */
function show(customerTenantId: string | null = null) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  client.setQueryData(subscriptionsQuery().queryKey, [
    { subscriptionId: QUESTION.subscriptionId, name: 'Production', state: 'Enabled', customerTenantId },
  ]);
  const arrival = new EventTarget();
  const answer = new Promise<StepRights[]>((resolve, reject) => {
    arrival.addEventListener('arrive', (event) => resolve(event instanceof CustomEvent ? event.detail : []));
    arrival.addEventListener('fail', () => reject(new Error('No answer')));
  });
  void client.prefetchQuery({ ...rightsQuery(QUESTION), queryFn: () => answer });
  mount(<Commands />, { client });
  return {
    arrive: (rights: StepRights[]) => arrival.dispatchEvent(new CustomEvent('arrive', { detail: rights })),
    fail: () => arrival.dispatchEvent(new Event('fail')),
  };
}

const ok = () => screen.getByRole('button', { name: 'OK' });
const checking = 'Checking your rights…';

test('while the rights are being read no command can be given, and the keyboard stays on it once it can', async () => {
  const rights = show();
  expect(screen.getAllByText(checking)).toHaveLength(2);
  expect(ok().getAttribute('aria-disabled')).toBe('true');
  const command = screen.getByRole('button', { name: 'Backup now' });
  expect(command.getAttribute('aria-disabled')).toBe('true');
  command.focus();
  rights.arrive([{ step: 'back-up-now', needs: [], missing: [] }]);
  const link = await screen.findByRole('link', { name: 'Backup now' });
  expect(document.activeElement).toBe(link);
  expect(ok().getAttribute('aria-disabled')).not.toBe('true');
  expect(screen.queryByText(checking)).toBeNull();
});

test('a right that is missing takes the place of the waiting, without a moment between', async () => {
  const rights = show();
  rights.arrive([
    {
      step: 'back-up-now',
      needs: [],
      missing: [lacking('/subscriptions/x', { roles: ['Backup Operator'] })],
    },
  ]);
  await waitFor(() => expect(screen.getAllByText(/Backup Operator/)).toHaveLength(2));
  expect(ok().getAttribute('aria-disabled')).toBe('true');
});

const OF_KEYS = lacking(`/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/FabrikamKV`, {
  actions: ['secrets/setSecret/action'],
  roles: ['Key Vault Administrator'],
  delegable: { roles: [], never: ['secrets/setSecret/action'] },
});

test('what no delegation can hold the customer has to do, whatever else is missing; no role is proposed for it', async () => {
  const rights = show('fabrikam');
  const other = lacking(`/subscriptions/${subscriptionId}`, { roles: ['Backup Operator'] });
  rights.arrive([{ step: 'back-up-now', needs: [], missing: [other, OF_KEYS] }]);
  const words = /^Only the customer can do this: .* “FabrikamKV” \(secrets\/setSecret\/action\)\.$/;
  await waitFor(() => expect(screen.getAllByText(words)).toHaveLength(2));
  expect(screen.queryByText(/Key Vault Administrator|Backup Operator/)).toBeNull();
});

test('for what a delegation can hold, the smallest role is proposed that can be delegated', async () => {
  const rights = show('fabrikam');
  const missing = [
    lacking(`/subscriptions/${subscriptionId}`, { roles: ['Key Vault Reader'], delegable: { roles: ['Reader'], never: [] } }),
  ];
  rights.arrive([{ step: 'back-up-now', needs: [], missing }]);
  await waitFor(() => expect(screen.getAllByText(/The smallest role that includes it: Reader\./)).toHaveLength(2));
});

test('in a subscription of one’s own company the same right is asked for by its role', async () => {
  const rights = show();
  rights.arrive([{ step: 'back-up-now', needs: [], missing: [OF_KEYS] }]);
  await waitFor(() => expect(screen.getAllByText(/Key Vault Administrator/)).toHaveLength(2));
  expect(screen.queryByText(/customer/)).toBeNull();
});

test('of a right that was given a moment ago it says by when it counts, and names no role to ask for', async () => {
  const rights = show();
  const given = lacking('/subscriptions/x', { roles: ['Backup Operator'], takesEffectBy: '2026-11-27T09:10:00.000Z' });
  rights.arrive([{ step: 'back-up-now', needs: [], missing: [given] }]);
  await waitFor(() => expect(screen.getAllByText(/^You’ve been given the right on “Subscription” for this\./)).toHaveLength(2));
  expect(screen.queryByText(/Backup Operator/)).toBeNull();
  expect(ok().getAttribute('aria-disabled')).toBe('true');
});

test('where the rights cannot be read, Azure’s answer to the command tells', async () => {
  const rights = show();
  rights.fail();
  expect(await screen.findByRole('link', { name: 'Backup now' })).toBeDefined();
  expect(ok().getAttribute('aria-disabled')).not.toBe('true');
});
