import { afterEach, beforeEach, expect, it } from 'vitest';
import { userKey } from '../../session/principal';
import { principal, startTestAzure, type TestAzure } from '../../testing/open-session';
import { LeasedRuns } from './leased-runs';

let upstream: TestAzure;
let runs: LeasedRuns<{ fence: number }>;

beforeEach(async () => {
  upstream = await startTestAzure(() => ({ status: 500 }));
  const store = { lease: async () => ({ fence: 1 }), release: async () => undefined };
  runs = new LeasedRuns(store, upstream.open, thrown);
});

afterEach(async () => {
  await runs.stop();
  await upstream[Symbol.asyncDispose]();
});

function thrown(error: unknown): never {
  throw error;
}

/** The way to Azure by a token that was issued so many seconds after the first one. */
async function sessionAfter(seconds: number) {
  const someone = await principal(upstream.authority, '11111111-2222-4333-8444-555555555555');
  const issued = { ...someone, issuedAt: 1_000_000 + seconds, assertion: `issued after ${seconds}` };
  return upstream.open(issued, 'correlation', new AbortController().signal);
}

const untilEnded = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve());
  });

it('a run keeps the newest token that it was given, also where somebody comes with an older one afterwards', async () => {
  const [first, renewed] = [await sessionAfter(0), await sessionAfter(1_800)];
  await runs.begin('run', first, ({ signal }) => untilEnded(signal), thrown);
  const held = () => runs.session('run')?.principal.assertion;
  expect(held()).toBe('issued after 0');
  expect(runs.refresh('run', renewed)).toBe(true);
  expect(held()).toBe('issued after 1800');
  expect(runs.refresh('run', first)).toBe(true);
  expect(held()).toBe('issued after 1800');
  expect(runs.session('run')?.user).toBe(userKey(first.principal));
  await runs.end('run');
  expect(runs.refresh('run', renewed)).toBe(false);
});
