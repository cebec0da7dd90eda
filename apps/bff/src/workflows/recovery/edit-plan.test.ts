import { itemInVault, recoveryPlan, recoverySummary, resourceGroupName, type RecoveryPlan } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { findUser, users } from '../../../../../packages/local-azure/src/world/directory/directory';
import { asker, type Asked } from '../../testing/ask';
import { lookAtRecovery, machineOf, orderRecovery, planRecovery } from '../../testing/recovering';
import { ADELE, allowBlobs } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);
const MEGAN: Asked = { person: 'megan' };
const ALEX: Asked = { person: 'alex' };
const LEE: Asked = { person: 'lee' };

beforeEach(async () => {
  contoso = await startContoso();
  await allowBlobs(contoso, ADELE);
});
afterEach(() => contoso[Symbol.asyncDispose]());

const named = async (...names: string[]) => (await ask.get(z.array(itemInVault), '/api/items')).filter(({ name }) => names.includes(name));
const target = { kind: 'group' as const, group: resourceGroupName.parse('RestoreRG') };
const make = async (...names: string[]) =>
  planRecovery(
    ask,
    (await named(...names)).map((item) => machineOf(item)),
    { target },
  );

function draftOf(plan: RecoveryPlan) {
  const { name, edition, moment, objectives, tagObjectives, revision } = plan;
  const machines = plan.machines.map(({ item, wave }) => ({ item, wave }));
  return { name, edition, moment, target: plan.target, objectives, tagObjectives, revision, machines };
}
const put = (path: string, draft: object, asked?: Asked) => ask.send(recoveryPlan, 'PUT', path, draft, asked);
const refusedPut = (path: string, draft: object, asked?: Asked) => ask.refusal('PUT', path, draft, asked);

it('a plan that was kept is changed without starting over: its machines, moment, target, waves and name', async () => {
  const path = await make('AppVM1', 'AppVM2');
  const plan = await lookAtRecovery(ask, path);
  expect([plan.revision, plan.changed]).toEqual([1, null]);
  const [other] = (await named('LostVaultVM1')).map((item) => machineOf(item, 2));
  const moment = { kind: 'before' as const, time: '2017-01-17T02:00:00.000Z' };
  const machines = [...draftOf(plan).machines.slice(0, 1), other];
  const changed = await put(path, { ...draftOf(plan), name: 'Tomorrow', moment, target: { kind: 'isolated' }, machines });
  expect(changed).toMatchObject({ name: 'Tomorrow', moment, target: { kind: 'isolated' }, revision: 2 });
  expect(changed.machines.map(({ item, wave }) => [item.vmName, wave])).toEqual([
    ['AppVM1', 1],
    ['LostVaultVM1', 2],
  ]);
  expect([changed.by.name, changed.changed?.by.name]).toEqual(['Adele Vance', 'Adele Vance']);
});

it('of two people who change it at once the second is told, and neither loses what the other kept', async () => {
  const path = await make('AppVM1');
  const plan = await lookAtRecovery(ask, path);
  const at = draftOf(plan);
  const both = await Promise.all([
    ask.send(z.looseObject({}), 'PUT', path, { ...at, name: 'Of Adele' }).then(
      () => 'kept',
      () => 'refused',
    ),
    ask.send(z.looseObject({}), 'PUT', path, { ...at, name: 'Of Alex' }, ALEX).then(
      () => 'kept',
      () => 'refused',
    ),
  ]);
  expect(both.toSorted()).toEqual(['kept', 'refused']);
  const now = await lookAtRecovery(ask, path);
  expect(now.name).toBe(both[0] === 'kept' ? 'Of Adele' : 'Of Alex');
  expect(await refusedPut(path, { ...at, name: 'Late' })).toBe('recovery-plan-changed');
  expect(await refusedPut(path, { ...at, name: 'Late', revision: null })).toBe('recovery-plan-changed');
  expect((await put(path, { ...at, name: 'Looked again', revision: now.revision })).revision).toBe(now.revision + 1);
});

it('an answer that was lost is asked for again without harm, and what changes nothing voids no review', async () => {
  const path = await make('AppVM1');
  const at = draftOf(await lookAtRecovery(ask, path));
  expect((await put(path, { ...at, revision: null })).revision).toBe(1);
  const changed = await put(path, { ...at, name: 'Tomorrow' });
  await orderRecovery(ask, path, 'approve', { revision: changed.revision }, MEGAN);
  const again = await put(path, { ...at, name: 'Tomorrow' });
  expect([again.revision, again.approvals.length]).toEqual([changed.revision, 1]);
});

it('whose answer was lost may make the plan otherwise as often as they like, and nobody else takes its id', async () => {
  const path = await make('AppVM1');
  const fresh = { ...draftOf(await lookAtRecovery(ask, path)), revision: null };
  expect(await refusedPut(path, { ...fresh, name: 'Of Alex' }, ALEX)).toBe('recovery-plan-changed');
  expect(await put(path, { ...fresh, name: 'A minute later' })).toMatchObject({ name: 'A minute later', revision: 2 });
  expect(await put(path, { ...fresh, name: 'Two minutes later' })).toMatchObject({ name: 'Two minutes later', revision: 3, changed: null });
  expect(await put(path, { ...fresh, name: 'Two minutes later' })).toMatchObject({ revision: 3 });
});

it('a plan that was changed where it stands is not made over by who has not heard that it was made, nor is a review of another one kept', async () => {
  const path = await make('AppVM1');
  const fresh = { ...draftOf(await lookAtRecovery(ask, path)), revision: null };
  await orderRecovery(ask, path, 'approve', { revision: 1 }, MEGAN);
  const again = await put(path, { ...fresh, name: 'A minute later' });
  expect([again.approvals, again.voided.map(({ by }) => by.name)]).toEqual([[], ['Megan Bowen']]);
  await put(path, { ...draftOf(again), name: 'Changed' });
  expect(await refusedPut(path, { ...fresh, name: 'Two minutes later' })).toBe('recovery-plan-changed');
});

it('nobody approves or starts what was changed since they looked', async () => {
  const path = await make('AppVM1');
  const seen = await lookAtRecovery(ask, path);
  await put(path, { ...draftOf(seen), name: 'Tomorrow' });
  expect(await ask.refusal('POST', `${path}/approve`, { revision: seen.revision }, MEGAN)).toBe('recovery-plan-changed');
  expect(await ask.refusal('POST', `${path}/start`, { revision: seen.revision })).toBe('recovery-plan-changed');
  expect((await lookAtRecovery(ask, path)).standing.state).toBe('planned');
});

it('neither who made it nor anybody who ever changed it approves it, no matter who changed it last', async () => {
  const path = await make('AppVM1');
  let plan = await lookAtRecovery(ask, path);
  const refused = (asked?: Asked) => ask.refusal('POST', `${path}/approve`, { revision: plan.revision }, asked);
  plan = await put(path, { ...draftOf(plan), name: 'Of Alex' }, ALEX);
  expect([await refused(), await refused(ALEX)]).toEqual(Array(2).fill('recovery-own-plan'));
  for (const name of ['Of Lee', 'Of Lee again']) plan = await put(path, { ...draftOf(plan), name }, LEE);
  expect([await refused(), await refused(ALEX), await refused(LEE)]).toEqual(Array(3).fill('recovery-own-plan'));
  expect((await lookAtRecovery(ask, path, ALEX)).mine).toEqual({ isMade: false, isChanged: false, isPartlyOwn: true, isApproved: false });
  const approved = await orderRecovery(ask, path, 'approve', { revision: plan.revision }, MEGAN);
  expect(approved.approvals.map(({ by }) => by.name)).toEqual(['Megan Bowen']);
});

/** Gives somebody another name of sign-in. */
function rename(from: string, to: string) {
  const { world } = contoso.azure;
  const user = findUser(world, from);
  if (!user) throw new Error(`Nobody is called ${from}.`);
  users(world).put(user.objectId.toLowerCase(), { ...user, username: to });
}

it('who made it stays so under another name of sign-in, and who takes over the old name is not taken for them', async () => {
  const path = await make('AppVM1');
  const { revision } = await put(path, { ...draftOf(await lookAtRecovery(ask, path)), name: 'Tomorrow' }, ALEX);
  const [old, taken] = ['alex.wilber@contoso.example', 'alex.w@contoso.example'];
  rename(old, taken);
  rename('megan.bowen@contoso.example', old);
  expect(await ask.refusal('POST', `${path}/approve`, { revision }, { person: taken })).toBe('recovery-own-plan');
  expect((await lookAtRecovery(ask, path, { person: taken })).mine).toEqual({
    isMade: false,
    isChanged: true,
    isPartlyOwn: true,
    isApproved: false,
  });
  expect((await lookAtRecovery(ask, path, { person: old })).mine).toEqual({
    isMade: false,
    isChanged: false,
    isPartlyOwn: false,
    isApproved: false,
  });
  const approved = await orderRecovery(ask, path, 'approve', { revision }, { person: old });
  expect([approved.approvals.map(({ by }) => by.name), approved.mine.isApproved]).toEqual([['Megan Bowen'], true]);
});

it('once it runs nothing of it is changed, and who may not restore changes nobody else’s plan', async () => {
  const path = await make('AppVM1');
  const at = draftOf(await lookAtRecovery(ask, path));
  expect(await refusedPut(path, { ...at, name: 'Tomorrow' }, MEGAN)).toBe('forbidden');
  await orderRecovery(ask, path, 'start');
  expect(await refusedPut(path, { ...at, name: 'Tomorrow' })).toBe('recovery-begun');
});

it('machines of a vault that somebody does not see stay in the plan they change', async () => {
  const path = await make('AppVM1', 'FarmVM001');
  const [summary] = await ask.get(z.array(recoverySummary), '/api/recovery-plans', LEE);
  expect(summary?.unseen).toBe(1);
  const seen = await lookAtRecovery(ask, path, LEE);
  await put(path, { ...draftOf(seen), name: 'Of Lee' }, LEE);
  const whole = await lookAtRecovery(ask, path);
  expect([whole.name, whole.machines.map(({ item }) => item.vmName).toSorted()]).toEqual(['Of Lee', ['AppVM1', 'FarmVM001']]);
});
