// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { RecoveryPlan } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { allItemsQuery } from '../../../api/queries';
import { recoveryPlanQuery } from '../../../api/recovery-queries';
import { adeleIsHere } from '../../../testing/adele';
import { itemInVaultOf } from '../../../testing/backup-item';
import { knownOnly, mount } from '../../../testing/mount';
import { recoveryPlanOf } from '../../../testing/recovery-plan';
import EditPlan from './edit-plan.blade';
import { planDrafts } from './plan-draft';

beforeEach(adeleIsHere);
afterEach(() => planDrafts.clear(before.planId));

const item = itemInVaultOf('Orders1', { latestRecoveryPoint: '2026-11-24T02:00:00Z' });
const by = (name: string) => ({ name, username: `${name.toLowerCase()}@contoso.com` });
const before = recoveryPlanOf(['Orders1'], { mine: { isMade: true, isChanged: true, isPartlyOwn: true, isApproved: false } });
const later = '2026-11-24T02:05:00Z';

const ORDER = z.object({ name: z.string(), revision: z.int() });

/** A server that keeps the first change, and on which its answer is lost; `since`: what the plan is by then. */
function serve(since: RecoveryPlan) {
  const sent: unknown[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (request) => {
    if (!(request instanceof Request) || request.method === 'GET') return Response.json(since);
    const { name, revision } = ORDER.parse(await request.json());
    sent.push({ name, revision });
    if (sent.length === 1) throw new TypeError('Failed to fetch');
    if (revision === since.revision) return Response.json({ ...since, name, revision: since.revision + 1 });
    return Response.json({ title: '', status: 409, code: 'recovery-plan-changed', correlationId: 'c-1' }, { status: 409 });
  });
  return sent;
}

function show() {
  const client = knownOnly();
  client.setQueryData(recoveryPlanQuery(before.planId).queryKey, before);
  client.setQueryData(allItemsQuery().queryKey, [item]);
  const plan = [
    { index: true, element: <p>The plan</p> },
    { path: 'edit', element: <EditPlan /> },
  ];
  mount(null, { client, address: `/recovery/${before.planId}/edit`, beside: [{ path: '/recovery/:planId', children: plan }] });
}

async function saveAs(name: string) {
  fireEvent.change(screen.getByRole('textbox', { name: /^Plan name/ }), { target: { value: name } });
  await waitFor(() => expect(screen.getByRole('button', { name: 'Save changes' }).title).toBe(''));
  fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
}

test('what a person goes on to change after a lost answer is saved on top of their own change', async () => {
  const sent = serve({ ...before, name: 'Tomorrow', revision: 2, changed: { by: by('Adele'), at: later } });
  show();
  await saveAs('Tomorrow');
  await waitFor(() => expect(sent).toHaveLength(1));
  await saveAs('Next week');
  expect(await screen.findByText('The plan')).toBeDefined();
  expect(sent).toEqual([
    { name: 'Tomorrow', revision: 1 },
    { name: 'Next week', revision: 1 },
    { name: 'Next week', revision: 2 },
  ]);
});

test('where somebody else has changed the plan since, nothing is saved on top of that', async () => {
  const mine = { ...before.mine, isChanged: false };
  const sent = serve({ ...before, name: 'Of Alex', revision: 3, changed: { by: by('Alex'), at: later }, mine });
  show();
  await saveAs('Tomorrow');
  await waitFor(() => expect(sent).toHaveLength(1));
  await saveAs('Next week');
  expect(await screen.findByText(/^Alex has changed the plan in the meantime/)).toBeDefined();
  expect(sent).toHaveLength(2);
});
