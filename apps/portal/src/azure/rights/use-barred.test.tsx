// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import type { StepRights } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { rightsQuery, type RightsQuestion } from '../../api/rights-query';
import { isSubscriptionId } from '../../api/known-ids';
import { CommandBar } from '../../blades/command-bar';
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
function show() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
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
      missing: [{ scope: '/subscriptions/x', actions: ['backup/action'], roles: ['Backup Operator'], eligible: [], takesEffectBy: null }],
    },
  ]);
  await waitFor(() => expect(screen.getAllByText(/Backup Operator/)).toHaveLength(2));
  expect(ok().getAttribute('aria-disabled')).toBe('true');
});

test('of a right that was given a moment ago it says by when it counts, and names no role to ask for', async () => {
  const rights = show();
  const given = { scope: '/subscriptions/x', actions: ['backup/action'], roles: ['Backup Operator'], eligible: [] };
  rights.arrive([{ step: 'back-up-now', needs: [], missing: [{ ...given, takesEffectBy: '2026-11-27T09:10:00.000Z' }] }]);
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
