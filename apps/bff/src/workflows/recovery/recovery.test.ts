import {
  itemInVault,
  recordedCommand,
  resourceGroupName,
  recoveryCapacity,
  recoveryOutlook,
  recoveryPlan,
  recoverySummary,
  restorePlan,
  type ItemInVault,
} from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Problem } from '../../problem';
import { asker } from '../../testing/ask';
import { IGNITE, OPERATIONS } from '../../testing/contoso-places';
import { direct } from '../../testing/direct';
import { holdRoles } from '../../testing/hold-roles';
import { memoryStores } from '../../testing/memory/stores';
import { LEE } from '../../testing/probes/stage';
import { endTokens } from '../../testing/planning';
import {
  acceptedOfRun,
  letRecover,
  lookAtRecovery,
  machineOf,
  orderRecovery,
  planRecovery,
  statesOf,
  twiceInRun,
} from '../../testing/recovering';
import { ADELE, ALEX, allowBlobs } from '../../testing/restoring';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);
const allItems = () => ask.get(z.array(itemInVault), '/api/items');
const named = async (...names: string[]) => (await allItems()).filter(({ name }) => names.includes(name));

afterEach(() => contoso[Symbol.asyncDispose]());

describe('on the morning of a disaster', () => {
  beforeEach(async () => {
    contoso = await startContoso('disaster');
    await allowBlobs(contoso, ADELE);
  });

  it('what is gone comes back by one order, and a second one changes nothing', async () => {
    const gone = (await allItems()).filter(({ machine, latestRecoveryPoint }) => machine === 'gone' && latestRecoveryPoint !== null);
    expect(gone.map(({ name }) => name)).toEqual(['DBVM2']);
    const path = await planRecovery(
      ask,
      gone.map((item) => machineOf(item)),
    );
    await orderRecovery(ask, path, 'start');
    const end = await letRecover(contoso, ask, path);
    expect(statesOf(end)).toEqual({ DBVM2: 'done' });
    expect(end.machines[0]?.steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'done', 'done']);
    const accepted = acceptedOfRun(contoso);
    expect(twiceInRun(contoso)).toEqual([]);
    for (const order of ['start', 'retry', 'start']) await orderRecovery(ask, path, order);
    expect(statesOf(await letRecover(contoso, ask, path))).toEqual({ DBVM2: 'done' });
    expect(acceptedOfRun(contoso)).toEqual(accepted);
    const commands = await ask.get(z.array(recordedCommand), `${IGNITE}/commands`);
    expect(commands.filter(({ about }) => about['recoveryPlan'] === path.split('/').at(-1)).map(({ command }) => command)).toEqual([
      'restores.putPlan',
      'restores.start',
    ]);
  });

  it('what stands before each machine is told before anything is done', async () => {
    const machines = (await named('AppVM1', 'DBVM2', 'DeletedItemVM1', 'FarmVM001')).map((item) => machineOf(item));
    const path = await planRecovery(ask, machines);
    const items = machines.map(({ item }) => item);
    const outlooks = await ask.send(z.array(recoveryOutlook), 'POST', `${path}/outlooks`, { items });
    const rows = outlooks.map(({ item, machine, verdict, keysWay, conflicts }) => [
      item.vmName,
      machine,
      verdict?.state,
      keysWay,
      conflicts,
    ]);
    expect(rows).toEqual([
      ['AppVM1', 'there', 'restorable', null, ['machine-there']],
      ['DBVM2', 'gone', 'needs-keys', 'recover', []],
      ['DeletedItemVM1', 'there', 'blocked', null, ['machine-there']],
      ['FarmVM001', 'gone', undefined, null, []],
    ]);
    expect(acceptedOfRun(contoso)).toEqual({});
  });

  it('what the machines would take of the quotas is told, too, and nothing of machines that are none of the plan', async () => {
    const [planned, other] = (await named('AppVM1', 'DBVM2')).map((item) => machineOf(item));
    const path = await planRecovery(ask, [planned ?? {}]);
    const asked = { machines: [{ item: planned?.item, size: 'Standard_E4s_v3', subnetId: null }] };
    const { quotas, unknown, unknownDisks } = await ask.send(recoveryCapacity, 'POST', `${path}/capacity`, asked);
    expect([unknown, unknownDisks]).toEqual([0, 0]);
    const lines = quotas.map(({ counts, family, needed, limit }) => [counts, family, needed, limit].join(' '));
    expect(lines.toSorted()).toEqual([
      'cores  4 350',
      'cores standardESv3Family 4 350',
      'network-interfaces  1 65536',
      'premium-ssds  2 50000',
      'public-ip-addresses  0 250',
      'storage-accounts  0 250',
    ]);
    const foreign = { machines: [{ item: other?.item, size: 'Standard_E4s_v3', subnetId: null }] };
    expect(await ask.refusal('POST', `${path}/capacity`, foreign)).toBe('item-not-found');
  });

  it('somebody else reviews a plan, and again once it was changed', async () => {
    const machines = (await named('DBVM2')).map((item) => machineOf(item));
    const path = await planRecovery(ask, machines);
    const { revision } = await lookAtRecovery(ask, path);
    expect(await ask.refusal('POST', `${path}/approve`, { revision })).toBe('recovery-own-plan');
    const approved = await orderRecovery(ask, path, 'approve', { revision }, { person: 'megan' });
    expect(approved.approvals.map(({ by }) => by.name)).toEqual(['Megan Bowen']);
    expect((await orderRecovery(ask, path, 'approve', { revision }, { person: 'megan' })).approvals).toHaveLength(1);
    const { name, edition, moment, target } = approved;
    const change = { name, edition, moment, target, machines: [{ ...machines[0], wave: 2 }], revision };
    const changed = await ask.send(recoveryPlan, 'PUT', path, change);
    expect(changed).toMatchObject({ approvals: [], voided: [{ by: { name: 'Megan Bowen' } }], changed: { by: { name: 'Adele Vance' } } });
  });

  it('what cannot come back says why, and the others are not held up by it', async () => {
    const path = await planRecovery(
      ask,
      (await named('AppVM1', 'DBVM2', 'FarmVM001')).map((item) => machineOf(item)),
    );
    await orderRecovery(ask, path, 'start');
    const end = await letRecover(contoso, ask, path);
    expect(end.machines.map(({ item, state, refusal }) => [item.vmName, state, refusal?.code])).toEqual([
      ['AppVM1', 'refused', 'machine-there'],
      ['DBVM2', 'done', undefined],
      ['FarmVM001', 'refused', 'never-backed-up'],
    ]);
    const [summary] = await ask.get(z.array(recoverySummary), '/api/recovery-plans');
    expect(summary).toMatchObject({ total: 3, done: 1, open: 2, standing: { state: 'ended' } });
  });

  it('why Azure could not restore disks is told as its job says it', async () => {
    const machines = (await named('DBVM2')).map((item) => machineOf(item));
    const path = await planRecovery(ask, machines);
    const items = machines.map(({ item }) => item);
    const [outlook] = await ask.send(z.array(recoveryOutlook), 'POST', `${path}/outlooks`, { items });
    await orderRecovery(ask, path, 'start');
    await expect.poll(async () => statesOf(await lookAtRecovery(ask, path))).toEqual({ DBVM2: 'disks' });
    const account = `${outlook?.storageAccountId ?? ''}?api-version=2023-01-01`;
    const closed = await direct(contoso.azure, 'adele', 'PATCH', account, { properties: { allowSharedKeyAccess: false } });
    expect(closed.status).toBe(200);
    const end = await letRecover(contoso, ask, path);
    const azureMessage = expect.stringContaining('the storage account cannot be reached');
    expect(end.machines[0]).toMatchObject({ state: 'refused', refusal: { code: 'disks-failed', azureCode: '400180', azureMessage } });
  });

  it('what Azure accepts and makes no job of is not waited for', async () => {
    contoso.azure.faults.arm({ operation: 'POST .*/restore$', kind: 'in-vain', times: 1, seconds: 60 });
    contoso.azure.faults.arm({ operation: 'GET .*/backupOperations/', kind: '409', times: 1 });
    const path = await planRecovery(
      ask,
      (await named('DBVM2')).map((item) => machineOf(item)),
    );
    await orderRecovery(ask, path, 'start');
    const end = await letRecover(contoso, ask, path);
    expect(end.machines[0]).toMatchObject({ state: 'refused', refusal: { code: 'operation-failed', azureCode: 'OperationFailed' } });
    await orderRecovery(ask, path, 'retry');
    await expect.poll(async () => statesOf(await lookAtRecovery(ask, path))).toEqual({ DBVM2: 'disks' });
  });

  it.each([
    ['of which Azure tells nothing any more is not known', 'in-vain', 'operation-unknown'],
    ['that Azure calls done without a job is called that', 'without-job', 'operation-without-job'],
  ] as const)('what %s', async (_what, kind, code) => {
    contoso.azure.faults.arm({ operation: 'POST .*/restore$', kind, times: 1, seconds: 600 });
    contoso.azure.faults.arm({ operation: 'GET .*/backupOperations/', kind: '409', times: 1 });
    const path = await planRecovery(
      ask,
      (await named('DBVM2')).map((item) => machineOf(item)),
    );
    await orderRecovery(ask, path, 'start');
    const results = async () => (await ask.get(z.array(recordedCommand), `${IGNITE}/commands`)).map(({ result }) => result);
    await expect.poll(results).toContain('accepted');
    // Azure forgets its operations.
    if (code === 'operation-unknown') contoso.azure.faults.clear();
    const end = await letRecover(contoso, ask, path);
    expect(end.machines[0]).toMatchObject({ state: 'refused', refusal: { code, azureCode: null } });
  });

  it('nobody learns of a plan who sees none of its vaults, and nobody runs one who may not restore', async () => {
    const path = await planRecovery(
      ask,
      (await named('DBVM2')).map((item) => machineOf(item)),
    );
    expect((await lookAtRecovery(ask, path, { person: 'megan' })).mayRun).toBe(false);
    for (const order of ['start', 'pause', 'cancel', 'retry'])
      expect(await ask.refusal('POST', `${path}/${order}`, undefined, { person: 'megan' })).toBe('forbidden');
    await holdRoles(contoso, LEE, []);
    expect(await ask.get(z.array(recoverySummary), '/api/recovery-plans', { person: 'lee' })).toEqual([]);
    expect(await ask.refusal('GET', path, undefined, { person: 'lee' })).toBe('recovery-plan-not-found');
    expect((await lookAtRecovery(ask, path)).standing.state).toBe('planned');
  });
});

describe('of machines that still stand, into another group', () => {
  const target = { kind: 'group' as const, group: resourceGroupName.parse('RestoreRG') };

  beforeEach(async () => {
    contoso = await startContoso();
    await allowBlobs(contoso, ADELE);
    await allowBlobs(contoso, ALEX);
  });

  const planned = async (wave: (item: ItemInVault) => number = () => 1) =>
    planRecovery(
      ask,
      (await named('AppVM1', 'AppVM2', 'LostVaultVM1')).map((item) => machineOf(item, wave(item))),
      { target },
    );

  it('a later wave waits until the earlier one is up, while its disks come already', async () => {
    const path = await planned(({ name }) => (name === 'AppVM2' ? 1 : 2));
    await orderRecovery(ask, path, 'start');
    const waits = await letRecover(contoso, ask, path, (plan) => statesOf(plan)['AppVM1'] === 'disks-there');
    expect(statesOf(waits)).toMatchObject({ AppVM1: 'disks-there' });
    const end = await letRecover(contoso, ask, path);
    expect(end.machines.map(({ stop, refusal }) => stop ?? refusal)).toEqual([null, null, null]);
    expect(statesOf(end)).toEqual({ AppVM1: 'done', AppVM2: 'done', LostVaultVM1: 'done' });
    expect(Object.keys(acceptedOfRun(contoso)).length).toBe(9);
    expect(twiceInRun(contoso)).toEqual([]);
    const commands = await ask.get(z.array(recordedCommand), `${OPERATIONS}/commands`);
    expect(commands.filter(({ command }) => command === 'restores.putPlan')).toHaveLength(3);
  });

  it('a machine comes up though the person who runs the plan may not delete the files with its keys, and somebody is needed for these', async () => {
    await holdRoles(contoso, ALEX, [{ role: { actions: ['*'] }, scope: '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009' }]);
    const alex = { person: 'alex' };
    const path = await planRecovery(
      ask,
      (await named('WinSingleVM1')).map((item) => machineOf(item)),
      { target: { kind: 'group', group: resourceGroupName.parse('IgniteRG') } },
      alex,
    );
    await orderRecovery(ask, path, 'start', undefined, alex);
    const end = await letRecover(contoso, ask, path, undefined, alex);
    expect(end.machines).toMatchObject([{ refusal: null, stop: { step: 'after-care' } }]);
    expect(end.machines[0]?.steps.find(({ step }) => step === 'machine')).toMatchObject({ state: 'done' });
  });

  it('it pauses, goes on, and leaves out what is taken out', async () => {
    const path = await planned();
    await orderRecovery(ask, path, 'start');
    await letRecover(contoso, ask, path, ({ machines }) => machines.some(({ state }) => state === 'running'));
    const paused = await orderRecovery(ask, path, 'pause');
    expect(paused.standing.state).toBe('paused');
    const before = acceptedOfRun(contoso);
    contoso.azure.advance(6 * 3_600_000);
    const machine = paused.machines.find(({ item }) => item.vmName === 'AppVM2');
    await orderRecovery(ask, path, 'take-out', { item: machine?.item });
    expect((await lookAtRecovery(ask, path)).standing.state).toBe('paused');
    expect(acceptedOfRun(contoso)).toEqual(before);
    await orderRecovery(ask, path, 'start');
    const end = await letRecover(contoso, ask, path);
    expect(statesOf(end)).toEqual({ AppVM1: 'done', AppVM2: 'taken-out', LostVaultVM1: 'done' });
    expect(twiceInRun(contoso)).toEqual([]);
  });

  it.each(['pause', 'go on'])('it loses no machine where the store fails amid the order to %s', async (failing) => {
    const stores = memoryStores();
    const { restorePlans } = stores;
    const decide = restorePlans.decide.bind(restorePlans);
    let fails = false;
    let decided = 0;
    restorePlans.decide = (id, record) => {
      decided += 1;
      return fails && decided > 1 ? Promise.reject(new Problem('store-timeout')) : decide(id, record);
    };
    await using server = await contoso.startAnother({}, { stores });
    const path = await planRecovery(
      ask,
      (await named('AppVM1', 'AppVM2', 'LostVaultVM1')).map((item) => machineOf(item)),
      { target },
      { server },
    );
    const order = (name: string) => contoso.as('adele', `${path}/${name}`, { method: 'POST', body: JSON.stringify({}) }, server);
    await order('start');
    await letRecover(contoso, ask, path, ({ machines }) => machines.every(({ state }) => state === 'running'), { server });
    decided = 0;
    fails = failing === 'pause';
    await order('pause');
    expect((await lookAtRecovery(ask, path, { server })).standing.state).toBe('paused');
    decided = 0;
    fails = failing === 'go on';
    await order('start');
    fails = false;
    const end = await letRecover(contoso, ask, path, undefined, { server });
    expect(statesOf(end)).toEqual({ AppVM1: 'done', AppVM2: 'done', LostVaultVM1: 'done' });
    expect(twiceInRun(contoso)).toEqual([]);
  });

  it('what one stopped by hand before a pause stays so after it', async () => {
    const path = await planned();
    await orderRecovery(ask, path, 'start');
    const running = await letRecover(contoso, ask, path, ({ machines }) => machines.every(({ state }) => state === 'running'));
    const { jobId } = running.machines.find(({ item }) => item.vmName === 'AppVM2') ?? {};
    await ask.send(restorePlan, 'DELETE', `${OPERATIONS}/restores/${jobId ?? ''}/plan`);
    await orderRecovery(ask, path, 'pause');
    await orderRecovery(ask, path, 'start');
    const end = await letRecover(contoso, ask, path);
    expect(statesOf(end)).toEqual({ AppVM1: 'done', AppVM2: 'stopped', LostVaultVM1: 'done' });
  });

  it('a server that ends takes nothing with it, and another one goes on as soon as somebody looks', async () => {
    const first = await contoso.startAnother();
    const path = await planRecovery(
      ask,
      (await named('AppVM1', 'AppVM2')).map((item) => machineOf(item)),
      { target },
      { server: first },
    );
    await orderRecovery(ask, path, 'start', undefined, { server: first });
    await letRecover(contoso, ask, path, ({ machines }) => machines.every(({ jobId }) => jobId !== null), { server: first });
    await first[Symbol.asyncDispose]();
    await using second = await contoso.startAnother({ dataDir: first.dataDir });
    const end = await letRecover(contoso, ask, path, undefined, { server: second });
    expect(statesOf(end)).toEqual({ AppVM1: 'done', AppVM2: 'done' });
    expect(twiceInRun(contoso)).toEqual([]);
  });

  it('it waits once the sign-in ends, and goes on in the name of the next person who may', async () => {
    const path = await planned();
    await orderRecovery(ask, path, 'start', undefined, { person: 'alex' });
    await endTokens(contoso, 'alex.wilber@contoso.example');
    const waits = await letRecover(contoso, ask, path, ({ standing }) => standing.state === 'waiting', { person: 'megan' });
    expect(waits.standing.state).toBe('waiting');
    const end = await letRecover(contoso, ask, path);
    expect(statesOf(end)).toEqual({ AppVM1: 'done', AppVM2: 'done', LostVaultVM1: 'done' });
    expect(twiceInRun(contoso)).toEqual([]);
  });
});
