// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { jobId as jobIdOf } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { planQuery, restoreQuery } from '../../../api/restore-queries';
import { mount } from '../../../testing/mount';
import { VAULT } from '../../../testing/places';
import { useWatchedJourney } from './watch-journey';

const jobId = jobIdOf.parse('a0b1c2d3-0000-4000-8000-000000000002');

function Watching() {
  useWatchedJourney(VAULT, jobId);
  return null;
}

test.each(['done', 'removed'] as const)('a restore that is %s is watched no more', (kind) => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  const key = planQuery(VAULT, jobId).queryKey;
  client.setQueryData(key, null);
  mount(<Watching />, { client });
  const observers = () => client.getQueryCache().find({ queryKey: key })?.getObserversCount();
  expect(observers()).toBe(1);
  // Whose rules hold unless somebody chose others.
  const restoreKey: readonly unknown[] = restoreQuery(VAULT, jobId, '2017-01').queryKey;
  client.setQueryData(restoreKey, { vmName: 'VM1', steps: [], next: { kind } });
  return expect.poll(observers).toBe(0);
});
