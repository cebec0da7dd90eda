import { itemInVault, resourceGroupName } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { RecoveryPlans, RecoveryRecord } from '../../store/recovery-plans';
import { asker } from '../../testing/ask';
import { memoryStores } from '../../testing/memory/stores';
import { lookAtRecovery, machineOf, orderRecovery, planRecovery } from '../../testing/recovering';
import { ADELE, allowBlobs } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';
import type { TestServer } from '../../testing/start-test-server';

const target = { kind: 'group' as const, group: resourceGroupName.parse('RestoreRG') };
const by = { name: 'Megan Bowen', username: 'megan@contoso.example' };
const at = '2017-01-18T09:00:00.000Z';

let contoso: Contoso;
let server: TestServer;
let recoveryPlans: RecoveryPlans;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
  const stores = memoryStores();
  ({ recoveryPlans } = stores);
  server = await contoso.startAnother({}, { stores });
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await contoso[Symbol.asyncDispose]();
});

async function planned(): Promise<string> {
  const items = (await ask.get(z.array(itemInVault), '/api/items', { server })).filter(({ name }) => name === 'AppVM1');
  return planRecovery(
    ask,
    items.map((item) => machineOf(item)),
    { target },
    { server },
  );
}

/** The plan's id in the store, and the record that is there. */
async function kept(): Promise<{ id: string; record: RecoveryRecord; isHeld: boolean }> {
  const [found] = (await recoveryPlans.list('', 1)).known;
  return found ?? expect.unreachable();
}

it('what is refused stops no run: a review of what has begun, and a change by who saw it before', async () => {
  const path = await planned();
  const { revision } = await orderRecovery(ask, path, 'start', undefined, { server });
  await expect.poll(async () => (await kept()).isHeld).toBe(true);
  const { id } = await kept();
  const holder = await recoveryPlans.holders([id]);
  let taken = 0;
  const takeBack = recoveryPlans.takeBack.bind(recoveryPlans);
  recoveryPlans.takeBack = (of) => {
    taken += 1;
    return takeBack(of);
  };
  expect(await ask.refusal('POST', `${path}/approve`, { revision }, { person: 'megan', server })).toBe('recovery-begun');
  const { name, edition, moment, machines } = await lookAtRecovery(ask, path, { server });
  const draft = {
    name: `${name}, changed`,
    edition,
    moment,
    target,
    machines: machines.map(({ item, wave }) => ({ item, wave })),
    revision,
  };
  expect(await ask.refusal('PUT', path, draft, { server })).toBe('recovery-begun');
  expect([taken, await recoveryPlans.holders([id])]).toEqual([0, holder]);
});

/** Has somebody else decide so once what is asked for next has been judged, and before it is written. */
function meanwhile(decided: Partial<RecoveryRecord>): void {
  const takeBack = recoveryPlans.takeBack.bind(recoveryPlans);
  recoveryPlans.takeBack = async (id) => {
    recoveryPlans.takeBack = takeBack;
    const { record } = await kept();
    await recoveryPlans.decide(id, { ...record, ...decided });
    return takeBack(id);
  };
}

describe('what somebody else decided in between stays decided', () => {
  it.each<[order: string, before: RecoveryRecord['standing'], decided: RecoveryRecord['standing']]>([
    ['start', { state: 'paused', by, at }, { state: 'cancelled', by, at }],
    ['retry', { state: 'ended', at }, { state: 'cancelled', by, at }],
    ['pause', { state: 'waiting', since: at }, { state: 'cancelled', by, at }],
    ['cancel', { state: 'paused', by, at }, { state: 'ended', at }],
  ])('where one asks to %s', async (order, before, decided) => {
    const path = await planned();
    const { id, record } = await kept();
    await recoveryPlans.decide(id, { ...record, startedAt: at, standing: before });
    meanwhile({ standing: decided });
    const answer = await orderRecovery(ask, path, order, undefined, { server });
    expect([answer.standing, (await kept()).record.standing]).toEqual([decided, decided]);
  });

  it.each(['start', 'retry', 'cancel'])('where one asks to %s what is deleted then', async (order) => {
    const path = await planned();
    const { id, record } = await kept();
    await recoveryPlans.decide(id, {
      ...record,
      startedAt: at,
      standing: order === 'retry' ? { state: 'ended', at } : { state: 'paused', by, at },
    });
    meanwhile({ removed: { by, at } });
    expect(await ask.refusal('POST', `${path}/${order}`, undefined, { server })).toBe('recovery-plan-not-found');
    expect((await kept()).record.removed).not.toBeNull();
  });

  it('where one deletes what is started then', async () => {
    const path = await planned();
    const running = { state: 'running' as const, inNameOf: by, until: at, seenAt: at };
    meanwhile({ startedAt: at, standing: running });
    expect(await ask.refusal('DELETE', path, undefined, { server })).toBe('recovery-running');
    expect((await kept()).record).toMatchObject({ removed: null, standing: running });
  });
});

it('what is refused because it was begun at another server meanwhile takes it from nobody', async () => {
  const path = await planned();
  const { id, record } = await kept();
  const find = recoveryPlans.find.bind(recoveryPlans);
  let looks = 0;
  recoveryPlans.find = async (of) => {
    const found = await find(of);
    looks += 1;
    // The first look asks who may do it, the second whether it can be done.
    if (looks !== 2) return found;
    await recoveryPlans.decide(id, { ...record, startedAt: at, standing: { state: 'running', inNameOf: by, until: at, seenAt: at } });
    await recoveryPlans.lease(id, 'another server', 60_000);
    return found;
  };
  expect(await ask.refusal('DELETE', path, undefined, { server })).toBe('recovery-running');
  expect((await recoveryPlans.holders([id])).get(id)).toBe('another server');
});
