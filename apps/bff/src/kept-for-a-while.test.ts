import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WatchedReads } from './routes/watched-reads';
import { collectGarbage } from './testing/collect-garbage';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const viewer = { user: 'ada', writes: () => 0 };

/** Each keeps something, answers how it can be seen whether it is still there, and holds no other reference to it. */
const keepers: Record<string, (remember: (kept: object) => void) => Promise<object>> = {
  async 'answers that several people watch'(remember) {
    const watched = new WatchedReads<object>();
    await watched.read(viewer, 'job', () => {
      const job = {};
      remember(job);
      return Promise.resolve(job);
    });
    return watched;
  },
};

it.each(Object.keys(keepers))('%s leave the memory when their time is over, though nobody asks again', async (name) => {
  let kept: WeakRef<object> | undefined;
  const keeper = await keepers[name]?.((one) => (kept = new WeakRef(one)));
  // An expectation would keep what it looked at.
  const isThere = () => kept?.deref() !== undefined;
  await collectGarbage();
  expect(isThere()).toBe(true);
  vi.advanceTimersByTime(70_000);
  await collectGarbage();
  expect(isThere()).toBe(false);
  expect(keeper).toBeDefined();
});
