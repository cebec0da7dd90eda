import { itemInVault, resourceGroupName, type RecoveryPlan } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { openSqlite } from '../../store/sqlite/database';
import { asker } from '../../testing/ask';
import { letRecover, lookAtRecovery, machineOf, orderRecovery, planRecovery, statesOf, twiceInRun } from '../../testing/recovering';
import { ADELE, ALEX, allowBlobs } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';
import type { TestServer } from '../../testing/start-test-server';

/** No time that anything is expected to take. */
const PATIENCE = { timeout: 20_000 };
const NAMES = ['AppVM1', 'LostVaultVM1', 'ProtectedVM1'];

let contoso: Contoso;
let servers: TestServer[];
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso();
  for (const person of [ADELE, ALEX]) await allowBlobs(contoso, person);
  const first = await contoso.startAnother();
  servers = [first, await contoso.startAnother({ dataDir: first.dataDir }), await contoso.startAnother({ dataDir: first.dataDir })];
});
const areUnderWay = ({ machines }: RecoveryPlan) => machines.every(({ state }) => state === 'running');

afterEach(async () => {
  for (const server of servers) await server[Symbol.asyncDispose]();
  await contoso[Symbol.asyncDispose]();
});

/** How many restores go on at each server that is at one, the most first. */
async function shares(): Promise<number[]> {
  const database = await openSqlite(servers[0]?.dataDir ?? '');
  try {
    const held = await database.db.selectFrom('restore_plans').select('leased_by').where('leased_by', 'is not', null).execute();
    const holders = held.map(({ leased_by }) => leased_by);
    return [...new Set(holders)].map((one) => holders.filter((holder) => holder === one).length).toSorted((a, b) => b - a);
  } finally {
    database.close();
  }
}

const at = (index: number, person = 'adele') => ({ person, server: servers[index] ?? expect.unreachable() });

it('servers that were shown a token of the same person have the same share of a run, and what one leaves goes on without being asked for', async () => {
  const items = await ask.get(z.array(itemInVault), '/api/items');
  const machines = items.filter(({ name }) => NAMES.includes(name)).map((item) => machineOf(item));
  const path = await planRecovery(ask, machines, { target: { kind: 'group', group: resourceGroupName.parse('RestoreRG') } }, at(0));
  await orderRecovery(ask, path, 'start', undefined, at(0));
  const begun = await letRecover(contoso, ask, path, areUnderWay, at(0));
  expect([await shares(), begun.servers]).toEqual([[3], 1]);
  // A token of somebody else takes no part in it.
  await lookAtRecovery(ask, path, at(1, 'alex'));
  await lookAtRecovery(ask, path, at(2));
  await expect.poll(shares, PATIENCE).toEqual([2, 1]);
  await lookAtRecovery(ask, path, at(1));
  await expect.poll(shares, PATIENCE).toEqual([1, 1, 1]);
  expect((await lookAtRecovery(ask, path, at(1, 'megan'))).servers).toBe(3);
  await servers.shift()?.[Symbol.asyncDispose]();
  await expect.poll(shares, PATIENCE).toEqual([2, 1]);
  // By looking alone nobody goes on with a run.
  const end = await letRecover(contoso, ask, path, undefined, at(0, 'megan'));
  expect(new Set(Object.values(statesOf(end)))).toEqual(new Set(['done']));
  expect([end.standing.state, twiceInRun(contoso)]).toEqual(['ended', []]);
});
