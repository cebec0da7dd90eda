// @vitest-environment jsdom
import type { QueryClient } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { discardPlan, jobId as jobIdOf, type DiscardItem } from '@tresor/contracts';
import { expect, test, vi } from 'vitest';
import { discardPlanQuery, restoreQuery } from '../../../api/restore-queries';
import { adeleIsHere } from '../../../testing/adele';
import { knownOnly, mount } from '../../../testing/mount';
import { VAULT } from '../../../testing/places';
import { someRestore } from '../../../testing/restore';
import Discard from './discard.blade';

const jobId = jobIdOf.parse('f7b1e2c4-0000-4000-8000-000000000001');

function open(client: QueryClient) {
  mount(<Discard />, {
    client,
    path: '/:subscriptionId/:resourceGroup/:vaultName/restores/:jobId',
    address: `/${VAULT.subscriptionId}/rg/vault/restores/${jobId}`,
  });
}

test('where the restore could not be read, nothing is said to be still looked at', () => {
  const client = knownOnly();
  client.setQueryData(discardPlanQuery(VAULT, jobId).queryKey, discardPlan.parse({ state: 'ready', items: [], unseen: [], toSee: null }));
  const { queryKey } = restoreQuery(VAULT, jobId, '2017-01');
  client
    .getQueryCache()
    .build(client, { queryKey })
    .setState({ status: 'error', error: new Error('refused'), data: undefined });
  open(client);
  expect(screen.getAllByText('What’s left couldn’t be read.')).not.toEqual([]);
  expect(screen.queryByText('Tresor is checking what’s there.')).toBeNull();
});

test('a name that was pasted with blanks around it discards what it names', async () => {
  await adeleIsHere();
  const sent = vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json([]));
  const client = knownOnly();
  const disk: DiscardItem = { kind: 'disk', name: 'os', place: 'RG', bytes: null, reason: null, missing: null, staysDays: null };
  client.setQueryData(discardPlanQuery(VAULT, jobId).queryKey, { state: 'ready', items: [disk], unseen: [], toSee: null });
  client.setQueryData(restoreQuery(VAULT, jobId, '2017-01').queryKey, someRestore);
  open(client);
  fireEvent.change(screen.getByRole('textbox', { name: /AppVM1/ }), { target: { value: ' AppVM1 ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Discard permanently' }));
  await waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  const [request] = sent.mock.calls[0] ?? [];
  expect(request instanceof Request && (await request.json())).toEqual({ vmName: 'AppVM1' });
});

test('what is there is asked for once the restore is known, so that neither tells of another moment', async () => {
  await adeleIsHere();
  const sent = vi.spyOn(globalThis, 'fetch').mockReturnValue(new Promise(() => undefined));
  const client = knownOnly();
  open(client);
  expect(sent).not.toHaveBeenCalled();
  client.setQueryData(restoreQuery(VAULT, jobId, '2017-01').queryKey, someRestore);
  await waitFor(() => expect(sent).toHaveBeenCalledOnce());
});
