// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import { job } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import { itemQuery, jobsQuery, vaultOf } from '../../api/queries';
import { paths } from '../../map/paths';
import { knownOnly, mount } from '../../testing/mount';
import { itemOf } from '../../testing/places';
import { RunningJob } from './running-job';

const path = itemOf('AppVM1');
const refused = (code: 'conflict' | 'forbidden') =>
  new ProblemError({ title: 'Refused', status: 409, code, correlationId: null, onlyRead: false });

const nightly = (id: string, workload: string, status: string) =>
  job.parse({ id, workload, operation: 'Backup', status, startTime: '2026-11-26T01:00:00.000Z', endTime: null, durationSeconds: null });

function show(error: unknown) {
  const client = knownOnly();
  client.setQueryData(jobsQuery(vaultOf(path)).queryKey, [
    nightly('of-another', 'DBVM1', 'InProgress'),
    nightly('that-is-over', 'AppVM1', 'Completed'),
    nightly('in-the-way', 'appvm1', 'InProgress'),
  ]);
  mount(<RunningJob path={path} error={error} />, { client });
  return client;
}

test('a command that the nightly backup keeps from a machine leads to that job', () => {
  show(refused('conflict'));
  expect(screen.getByText(/Azure is still at another job for AppVM1: Backup/)).toBeDefined();
  expect(screen.getByRole('link').getAttribute('href')).toBe(paths.job({ ...vaultOf(path), jobId: 'in-the-way' }));
});

test('one that was refused for another reason blames no job', () => {
  show(refused('forbidden'));
  expect(screen.queryByRole('link')).toBeNull();
});

test('once that job is over, it no longer stands there, and the item is looked at again', async () => {
  const client = show(refused('conflict'));
  const { queryKey } = itemQuery(path);
  client.getQueryCache().build(client, { queryKey }).setState({ status: 'success', isInvalidated: false });
  act(() => void client.setQueryData(jobsQuery(vaultOf(path)).queryKey, [nightly('in-the-way', 'appvm1', 'Completed')]));
  await waitFor(() => expect(screen.queryByRole('link')).toBeNull());
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true);
});
