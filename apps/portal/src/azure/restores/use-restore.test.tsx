// @vitest-environment jsdom
import { QueryClient, useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { jobId as jobIdOf, type Restore, type StepView } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { restoreQuery, restoreScriptValuesQuery } from '../../api/restore-queries';
import { adeleIsHere } from '../../testing/adele';
import { mount } from '../../testing/mount';
import { VAULT } from '../../testing/places';
import { someRestore } from '../../testing/restore';
import { useRestore } from './use-restore';

beforeEach(adeleIsHere);
afterEach(() => void vi.unstubAllGlobals());

const jobId = jobIdOf.parse(someRestore.jobId);
const disks: StepView = { step: 'disks', state: 'running', reason: null, needs: [], command: null };
const running: Restore = { ...someRestore, steps: [disks] };
const done: Restore = { ...someRestore, steps: [{ ...disks, state: 'done' }] };

function Part() {
  const { path, restore } = useRestore();
  const { data } = useQuery({ ...restoreScriptValuesQuery(path, jobId), enabled: restore.data !== undefined });
  return (
    <p>
      {restore.data?.progressPercentage} percent, {data?.location}
    </p>
  );
}

/** What was asked for beside the restore, each to be answered in its turn. */
let asked: ((location: string) => void)[] = [];

function open() {
  asked = [];
  vi.stubGlobal('fetch', () => new Promise((answer) => asked.push((location) => answer(Response.json({ location })))));
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const tell = (restore: Restore) => client.setQueryData(restoreQuery(VAULT, jobId, '2017-01').queryKey, restore);
  const address = `/${VAULT.subscriptionId}/${VAULT.resourceGroup}/${VAULT.vaultName}/${jobId}`;
  const show = () => mount(<Part />, { client, address, path: '/:subscriptionId/:resourceGroup/:vaultName/:jobId' });
  tell(running);
  return { tell, show, first: show() };
}

const isAsked = (times: number) => waitFor(() => expect(asked).toHaveLength(times));
const reads = (words: RegExp) => waitFor(() => expect(screen.getByText(words)).toBeDefined());

test('what was read of a restore is read again once that got further, and not as long as only its percentage rises', async () => {
  const { tell } = open();
  await isAsked(1);
  asked[0]?.('before');
  await reads(/before/);
  tell({ ...running, progressPercentage: 50 });
  await reads(/50 percent/);
  expect(asked).toHaveLength(1);
  tell(done);
  await isAsked(2);
  asked[1]?.('after');
  await reads(/after/);
});

test('nor does it stay as it was where the restore got further while none of its blades was shown', async () => {
  const { tell, show, first } = open();
  await isAsked(1);
  asked[0]?.('before');
  await reads(/before/);
  first.unmount();
  tell(done);
  show();
  await isAsked(2);
});

test('a first answer that was asked for before the restore got further is not waited for', async () => {
  const { tell } = open();
  await isAsked(1);
  tell(done);
  await isAsked(2);
  asked[1]?.('after');
  asked[0]?.('before');
  await reads(/after/);
});
