// @vitest-environment jsdom
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from './problem-error';
import { readWhenBack } from './read-when-back';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
});

const failed = (code: 'offline' | 'forbidden') => new ProblemError({ title: '', status: 0, code, correlationId: 'id' });

test('what found no server is read once that is there again, and not before', async () => {
  let isThere = false;
  const health = vi.fn<() => Promise<{ ok: boolean }>>(() => (isThere ? Promise.resolve({ ok: true }) : Promise.reject(new TypeError())));
  vi.stubGlobal('fetch', health);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  readWhenBack(client);
  const read = vi.fn<() => Promise<string>>(() => (isThere ? Promise.resolve('read') : Promise.reject(failed('offline'))));
  const refused = vi.fn<() => Promise<string>>(() => Promise.reject(failed('forbidden')));
  const observers = [
    new QueryObserver(client, { queryKey: ['a'], queryFn: read }),
    new QueryObserver(client, { queryKey: ['b'], queryFn: refused }),
  ];
  const stops = observers.map((observer) => observer.subscribe(() => undefined));

  await vi.advanceTimersByTimeAsync(20_000);
  expect([read.mock.calls.length, health.mock.calls.length]).toEqual([1, 4]);
  isThere = true;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(observers[0]?.getCurrentResult().data).toBe('read');
  await vi.advanceTimersByTimeAsync(60_000);
  expect([read.mock.calls.length, refused.mock.calls.length, health.mock.calls.length]).toEqual([2, 1, 5]);
  for (const stop of stops) stop();
});
