// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { jobId as jobIdOf, type Restore, type StepView } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { restoreQuery } from '../../../api/restore-queries';
import { edition } from '../../../kept/edition';
import { paths } from '../../../map/paths';
import { adeleIsHere } from '../../../testing/adele';
import { mount } from '../../../testing/mount';
import { VAULT } from '../../../testing/places';
import { someRestore } from '../../../testing/restore';
import Journey from './journey.blade';

beforeEach(async () => {
  edition.set('current');
  await adeleIsHere();
});
afterEach(() => edition.set('2017-01'));

const jobId = jobIdOf.parse(someRestore.jobId);
const restore: Restore = {
  ...someRestore,
  steps: [
    { step: 'disks', state: 'done', reason: null, needs: [], command: null },
    { step: 'machine', state: 'ready', reason: null, needs: [], command: 'create-machine' },
  ],
  next: { kind: 'command', step: 'machine', command: 'create-machine' },
};

/** The restore is known; what is known of its plan is still asked for. */
function open(shown = restore) {
  const asked: ((answer: Response) => void)[] = [];
  vi.stubGlobal('fetch', (request: Request | URL) => {
    const url = request instanceof Request ? request.url : request.href;
    return new Promise<Response>((answer) => {
      if (url.endsWith(`${jobId}/plan`)) asked.push(answer);
    });
  });
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(restoreQuery(VAULT, jobId, 'current').queryKey, shown);
  mount(<Journey />, {
    client,
    path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/restores/:jobId',
    address: paths.restore(VAULT, jobId),
  });
  const answerAll = (body: object | null, init?: ResponseInit) =>
    act(async () => asked.forEach((answer) => answer(Response.json(body, init))));
  return { asked, answerAll };
}

const step = () => screen.queryByRole('link', { name: /Create virtual machine/ });
const offer = () => screen.queryByRole('link', { name: 'Answer everything now' });

test('the steps come with the offer to run to the end, which would move them otherwise', async () => {
  const { asked, answerAll } = open();
  await waitFor(() => expect(asked).not.toEqual([]));
  expect([step(), offer()]).toEqual([null, null]);
  await answerAll(null);
  await waitFor(() => expect(offer()).not.toBeNull());
  expect(step()).not.toBeNull();
});

test('where nothing is to be learned of a run, the steps come without', async () => {
  const { asked, answerAll } = open();
  await waitFor(() => expect(asked).not.toEqual([]));
  await answerAll({ code: 'azure-unavailable', title: '', status: 503 }, { status: 503 });
  await waitFor(() => expect(step()).not.toBeNull());
  expect(offer()).toBeNull();
});

const hidden = (step: 'disks' | 'machine'): StepView => ({
  step,
  state: 'hidden',
  reason: null,
  needs: [{ right: 'read-keys', at: ['/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/vault'] }],
  command: null,
});

test('of steps of which none can be seen nobody says that what is seen is done', async () => {
  const { asked, answerAll } = open({ ...restore, steps: [hidden('disks'), hidden('machine')], next: { kind: 'hidden', step: 'disks' } });
  await waitFor(() => expect(asked).not.toEqual([]));
  await answerAll(null);
  expect(await screen.findByText(/^You can’t see any step of this restore/)).toBeDefined();
  // What one would need stands in each step: on the cards it would push the other steps out of sight.
  expect(step()?.textContent).toMatch(/Not visible to you$/);
});
