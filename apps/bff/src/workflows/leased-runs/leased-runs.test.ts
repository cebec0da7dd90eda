import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callArm } from '../../azure/connection/arm-resource';
import type { AzureSession } from '../../azure/connection/azure';
import { LeaseLost } from '../../lease-lost';
import { userKey } from '../../session/principal';
import type { Reply } from '../../testing/loopback-server';
import { principal, startTestAzure, type TestAzure } from '../../testing/open-session';
import { Problem } from '../../problem';
import { LeasedRuns } from './leased-runs';

let upstream: TestAzure;
/** What the store gives to who asks for the lease. */
let given: { fence: number } | undefined;
/** What Azure does with a request. */
let reply: () => Reply;
let runs: LeasedRuns<{ fence: number }>;

beforeEach(async () => {
  given = { fence: 1 };
  reply = () => ({ status: 500 });
  upstream = await startTestAzure(() => reply());
  const store = { lease: async () => given, release: async () => undefined };
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

const DISK = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/rg/providers/Microsoft.Compute/disks/disk';
const write = (session: AzureSession) => callArm(session, 'idempotent-write', 'PUT', DISK, '2024-03-02', {});
const read = (session: AzureSession) => callArm(session, 'read', 'GET', DISK, '2024-03-02');
/** Longer than a lease, in which the process does nothing at all. */
const standStill = () => vi.advanceTimersByTime(6_000);

/** What becomes of the work of one run. */
async function outcomeOf(work: (session: AzureSession) => Promise<unknown>): Promise<unknown> {
  const first = await upstream.session('11111111-2222-4333-8444-555555555555');
  return new Promise((resolve) => {
    void runs.begin('run', first, ({ azure }) => work(azure()).then(resolve, resolve), thrown);
  });
}

describe('what a run changes', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => vi.useRealTimers());

  it('does not leave after another server may have got the run', async () => {
    reply = () => ({ body: {} });
    const outcome = await outcomeOf(async (session) => {
      standStill();
      given = undefined;
      await read(session);
      await write(session);
    });
    expect(outcome).toBeInstanceOf(LeaseLost);
    expect(upstream.azure.received.map(({ method }) => method)).toEqual(['GET']);
  });

  it('leaves where nobody else has got it meanwhile', async () => {
    reply = () => ({ body: {} });
    await outcomeOf(async (session) => {
      standStill();
      await write(session);
    });
    expect(upstream.azure.received.map(({ method }) => method)).toEqual(['PUT']);
  });

  it('is not sent again once another server has got the run, whatever the store says of it later', async () => {
    const outcome = await outcomeOf(async (session) => {
      reply = () => {
        standStill();
        given = { fence: 2 };
        return { status: 503 };
      };
      await write(session).catch(() => undefined);
      given = { fence: 1 };
      await write(session);
    });
    expect(outcome).toBeInstanceOf(LeaseLost);
    expect(upstream.azure.received).toHaveLength(1);
  });
});

describe('where the store does not answer for a while', () => {
  let silent: boolean;
  let released: number;
  const failures: unknown[] = [];
  const store = {
    lease: async () => {
      if (silent) throw new Problem('store-unavailable');
      return given;
    },
    release: async () => void (released += 1),
  };

  beforeEach(() => {
    silent = false;
    released = 0;
    failures.length = 0;
    vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
    runs = new LeasedRuns(store, upstream.open, thrown);
  });
  afterEach(() => vi.useRealTimers());

  /** Begins a run whose work is counted; what each of its goes does is decided by the test. */
  async function begin(work: (go: number, signal: AbortSignal) => Promise<void>): Promise<void> {
    let goes = 0;
    await runs.begin(
      'run',
      await sessionAfter(0),
      ({ signal }) => work((goes += 1), signal),
      (error) => failures.push(error),
    );
  }

  it('a run goes on through renewals that fail, as long as nobody else can have got it', async () => {
    let ended = false;
    await begin(async (_go, signal) => {
      await untilEnded(signal);
      ended = true;
    });
    silent = true;
    await vi.advanceTimersByTimeAsync(4_500);
    expect(ended).toBe(false);
    silent = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect({ ended, released, size: runs.size }).toEqual({ ended: false, released: 0, size: 1 });
  });

  it('a run that met the silence begins again once the store answers, and nobody has to look', async () => {
    const goes: number[] = [];
    await begin(async (go, signal) => {
      goes.push(go);
      if (go === 1) throw new Problem('store-timeout');
      await untilEnded(signal);
    });
    silent = true;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(goes).toEqual([1]);
    silent = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect({ goes, failures }).toEqual({ goes: [1, 2], failures: [] });
  });

  it('a run that another server got meanwhile stays with that one', async () => {
    const goes: number[] = [];
    await begin(async (go) => {
      goes.push(go);
      given = undefined;
      throw new Problem('store-timeout');
    });
    await vi.advanceTimersByTimeAsync(20_000);
    expect({ goes, size: runs.size, failures }).toEqual({ goes: [1], size: 0, failures: [] });
  });

  it('what is ended while it waits for the store stays ended', async () => {
    const goes: number[] = [];
    await begin(async (go) => {
      goes.push(go);
      throw new Problem('store-timeout');
    });
    const ended = runs.end('run');
    await vi.advanceTimersByTimeAsync(20_000);
    await ended;
    expect({ goes, size: runs.size, failures }).toEqual({ goes: [1], size: 0, failures: [] });
  });
});
