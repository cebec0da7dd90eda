// @vitest-environment jsdom
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { jobId } from '@tresor/contracts';
import { expect, test, vi } from 'vitest';
import { VAULT } from '../testing/places';
import { ProblemError } from './problem-error';

const { queryClient } = await import('./query-client');
const { planEvidenceQuery, restoreEvidenceQuery } = await import('./evidence-queries');

const job = jobId.parse('f7b1e2c4-0000-4000-8000-000000000001');

test('evidence that Azure had no time for is not asked for again by itself: each time is on record', async () => {
  const throttled = new ProblemError({ title: '', status: 429, code: 'azure-throttled', correlationId: null, retryAfter: 0 });
  for (const { queryKey, retry = true } of [restoreEvidenceQuery(VAULT, job), planEvidenceQuery('plan')]) {
    const read = vi.fn(() => Promise.reject(throttled));
    const client = new QueryClient({ defaultOptions: queryClient.getDefaultOptions() });
    const observer = new QueryObserver(client, { queryKey: [...queryKey], retry, queryFn: read });
    await observer.refetch();
    expect(read).toHaveBeenCalledTimes(1);
  }
});
