import { randomUUID } from 'node:crypto';
import { commandOutcome, job } from '@tresor/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { AzureSession } from '../../azure/connection/azure';
import { Problem } from '../../problem';
import type { Intents, NewIntent } from '../../store/intents';
import type { Stores } from '../../store/stores';
import { asker } from '../../testing/ask';
import { OPERATIONS } from '../../testing/contoso-places';
import { memoryStores } from '../../testing/memory/stores';
import { startContoso, type Contoso } from '../../testing/start-contoso';
import type { TestServer } from '../../testing/start-test-server';
import { Once } from './once';

const ITEM = `${OPERATIONS}/items/OperationsRG/FullRestoreVM1`;
const lost = () => new Problem('store-timeout', { retryAfter: 5 });

/** Which of the next claims is written, and which answer is lost: `written` before its answer, `late` when it is let through. */
type Fate = 'written' | 'never' | 'late';

let kept: Stores;
let fates: Fate[];
let late: (() => Promise<unknown>) | undefined;

/** The same intents, whose claims meet with the next fate. */
function losing(intents: Intents): Intents {
  const claim = async (intent: NewIntent) => {
    const fate = fates.shift();
    if (fate === undefined) return intents.claim(intent);
    if (fate === 'written') await intents.claim(intent);
    if (fate === 'late') late = () => intents.claim(intent);
    throw lost();
  };
  return new Proxy(intents, {
    get: (inner, name: keyof Intents) => (name === 'claim' ? claim : inner[name].bind(inner)),
  });
}

beforeEach(() => {
  kept = memoryStores();
  [fates, late] = [[], undefined];
});

const order = (intent: string) => ['PUT', `${ITEM}/backups/${intent}`, { retainUntil: null }] as const;
const sent = () => Promise.resolve('job');
const command = (send: () => Promise<string>, requestId?: string) => ({
  intentId: 'intent',
  body: {},
  prepare: async () => undefined,
  send,
  look: async () => null,
  ...(requestId !== undefined && { requestId: () => requestId }),
});

describe('A backup whose claim the store did not confirm', () => {
  let contoso: Contoso;
  const ask = asker(() => contoso);
  beforeAll(async () => {
    contoso = await startContoso();
    contoso.azure.setListLag(0);
  });
  afterAll(() => contoso[Symbol.asyncDispose]());

  const another = () => contoso.startAnother({}, { stores: { ...kept, intents: losing(kept.intents) } });
  const backups = async (server: TestServer) =>
    (await ask.get(z.array(job), `${OPERATIONS}/jobs`, { server })).filter(
      ({ operation, status }) => operation === 'Backup' && status === 'InProgress',
    );

  it.each(['written', 'never', 'late'] as const)(
    '(%s) was not started, says so, and starts once when it is asked for again',
    async (fate) => {
      await using server = await another();
      await using elsewhere = await another();
      const before = (await backups(server)).length;
      const intent = randomUUID();
      fates = [fate];
      expect(await ask.refusal(...order(intent), { server })).toBe('store-unavailable');
      await late?.();
      expect(await backups(server)).toHaveLength(before);
      // Of what arrives late the other server learns when it is taken back.
      if (fate !== 'late') expect((await ask.send(commandOutcome, ...order(intent), { server: elsewhere })).state).toBe('started');
      expect((await ask.send(commandOutcome, ...order(intent), { server })).state).toBe('started');
      // What this server has read serves it for a moment more, for the order went out through the other.
      await expect.poll(() => backups(server)).toHaveLength(before + 1);
      const [{ command_id: commandId } = { command_id: '' }] = await kept.commands.askedBefore(Number.MAX_SAFE_INTEGER, 1);
      expect(commandId).toBe(intent);
      for (const { id } of await backups(server))
        await ask.send(z.unknown(), 'POST', `${OPERATIONS}/jobs/${id}/cancel`, undefined, { server });
      contoso.azure.advance(10 * 60_000);
    },
  );
});

describe('A claim', () => {
  const session: AzureSession = Object.assign(Object.create(null), {
    user: 'contoso/adele',
    now: () => new Date(),
    forget: () => undefined,
  });

  it('that arrives late is taken back while it still may, also for other servers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    try {
      const [here, elsewhere] = [new Once({ ...kept, intents: losing(kept.intents) }), new Once(kept)];
      fates = ['late'];
      await expect(here.run(session, command(sent))).rejects.toMatchObject({ code: 'store-unavailable' });
      await late?.();
      expect((await elsewhere.run(session, command(sent))).state).toBe('checking');
      await vi.advanceTimersByTimeAsync(2_000);
      expect((await elsewhere.run(session, command(sent))).state).toBe('started');
    } finally {
      vi.useRealTimers();
    }
  });

  it('whose request bears an id that others may bear is not taken back: somebody may have sent it', async () => {
    const [here, elsewhere] = [new Once({ ...kept, intents: losing(kept.intents) }), new Once(kept)];
    const send = vi.fn(sent);
    fates = ['never'];
    await expect(here.run(session, command(send, 'shared'))).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await elsewhere.run(session, command(send, 'shared'))).toMatchObject({ state: 'started', jobId: 'job' });
    expect(await here.run(session, command(send, 'shared'))).toMatchObject({ state: 'started', jobId: 'job' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('of two at one moment that bear one id is sent once, and the other one is answered by it, however late it asks again', async () => {
    const here = new Once(kept);
    const send = vi.fn(sent);
    const orders = ['first', 'second'].map((intentId) => ({ ...command(send, 'shared'), intentId }));
    const outcomes = await Promise.all(orders.map((order) => here.run(session, order)));
    expect(send).toHaveBeenCalledTimes(1);
    expect(outcomes.map(({ state }) => state).toSorted()).toEqual(['checking', 'started']);
    const whileRunning = orders.map((order) => ({
      ...order,
      prepare: () => Promise.reject(new Problem('restore-running')),
      look: async () => 'job',
    }));
    const later = whileRunning.map((order) => here.run(session, order));
    expect(await Promise.all(later)).toMatchObject([{ jobId: 'job' }, { jobId: 'job' }]);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('that could not be dropped after a refusal is passed over', async () => {
    const refuses = vi.spyOn(kept.intents, 'drop').mockRejectedValue(lost());
    const here = new Once(kept);
    await expect(
      here.run(
        session,
        command(() => Promise.reject(new Problem('forbidden'))),
      ),
    ).rejects.toMatchObject({ code: 'forbidden' });
    refuses.mockRestore();
    expect((await here.run(session, command(sent))).state).toBe('started');
    await here.stop();
  });

  it('that was refused for another reason says that reason', async () => {
    vi.spyOn(kept.intents, 'claim').mockRejectedValue(new Problem('too-many-orders', { retryAfter: 60 }));
    await expect(new Once(kept).run(session, command(sent))).rejects.toMatchObject({ code: 'too-many-orders' });
  });
});
