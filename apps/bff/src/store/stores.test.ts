import { randomUUID } from 'node:crypto';
import { planAnswers, policyName, vaultPath, vmId as asVmId } from '@tresor/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { thatFallSilent } from '../testing/memory/silent';
import { memoryStores } from '../testing/memory/stores';
import { hasPostgres, PostgresServer } from '../testing/postgres-server';
import { newDataDir } from '../testing/start-test-server';
import { LeaseLost, type Lease } from './batches';
import { MOST_GRANTS, MOST_OPEN_BATCHES, MOST_OPEN_INTENTS } from './bounds';
import { textOf, type CommandEntry, type NewCommandEntry } from './commands';
import type { StoredGrant } from './grants';
import { inTime } from './in-time';
import { openPostgres } from './postgres/database';
import type { RecoveryRecord } from './recovery-plans';
import type { PlanRecord } from './restore-plans';
import { storesIn } from './sql/stores';
import { openSqlite } from './sqlite/database';
import type { Stores } from './stores';
import { endWorker, newWorker } from './workers';

const VAULT = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
const machine = (name: string) =>
  asVmId.parse(`/subscriptions/${VAULT.subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/${name}`);

const MINUTE = 60_000;

const newBatch = (...names: string[]) => ({
  batchId: randomUUID(),
  owner: `contoso/${randomUUID()}`,
  bodyHash: 'hash',
  request: { vault: VAULT, edition: '2017-01' as const, policyName: policyName.parse('DefaultPolicy') },
  vmIds: names.map(machine),
  startedAt: new Date().toISOString(),
});

const newIntent = () => ({
  intentId: randomUUID(),
  owner: 'contoso/adele',
  bodyHash: 'hash',
  requestId: randomUUID(),
  sentAt: '2017-01-18T10:00:00.000Z',
});

const none = { policy: null, roles: [] };
const newGrant = (at: string, keyVault: string = randomUUID()): StoredGrant => ({
  state: 'written',
  grantId: randomUUID(),
  tenantId: 'contoso',
  keyVault,
  by: { name: 'Adele', username: 'adele' },
  at,
  way: 'access-policy',
  permissions: ['secrets/backup'],
  added: { keys: [], secrets: ['backup'] },
  role: null,
  before: none,
  after: null,
  undone: null,
});

const grantIn = (keyVault: string, state: StoredGrant['state'], at: number): StoredGrant => ({
  ...newGrant(new Date(at).toISOString(), keyVault),
  state,
});

const figure = (daysBefore: number, time: string, bytes: number | null) => {
  const day = new Date(Date.now() - daysBefore * 24 * 60 * MINUTE).toISOString().slice(0, 10);
  return { day, seenAt: `${day}T${time}.000Z`, usage: [{ replication: 'GeoRedundant', bytes }] };
};

const planned = (name: string): RecoveryRecord => ({
  name,
  edition: 'current',
  moment: { kind: 'newest' },
  target: { kind: 'as-it-was' },
  objectives: { rtoMinutes: null, rpoMinutes: null },
  tagObjectives: [],
  machines: [],
  by: { name: 'Adele', username: 'adele' },
  at: '2017-01-18T10:00:00.000Z',
  startedAt: null,
  revision: 1,
  changed: null,
  approvals: [],
  voided: [],
  removed: null,
  standing: { state: 'planned' },
  isolatedGroup: null,
  rehearsal: null,
});

const decision = (at: string): PlanRecord => ({
  answers: planAnswers.parse({
    edition: 'current',
    machine: { name: 'Again', group: 'rg', size: 'Standard_DS2_v2', subnetId: '/subnet', publicIp: false },
    keys: null,
    policyName: null,
    letBackupIn: false,
    removeLeftovers: false,
  }),
  by: { name: 'Adele', username: 'adele' },
  at,
  given: [],
  seen: null,
  standing: { state: 'waiting', since: at },
});
const fail = (error: unknown) => {
  throw error;
};

const newEntry = (entry: CommandEntry, owner: string = randomUUID()): NewCommandEntry => ({
  commandId: randomUUID(),
  owner,
  scope: `/Vault/${randomUUID()}`,
  journey: null,
  entry,
});

const noToken = () => Promise.reject(new Error('a password is known'));

let postgres: PostgresServer | undefined;
let database = '';

async function openNewDatabase(): Promise<Stores> {
  postgres = await PostgresServer.start();
  const url = await postgres.newDatabase();
  database = new URL(url).pathname.slice(1);
  return storesIn(openPostgres({ url, dataDir: await newDataDir(), token: noToken, report: fail, say: fail }));
}

const kinds = {
  SQLite: async () => storesIn(await openSqlite(await newDataDir(), fail)),
  memory: async () => memoryStores(),
  'a store that can fall silent': async () => inTime(thatFallSilent(memoryStores()).stores),
};

if (!hasPostgres) it.skip('PostgreSQL is left out here: it is not installed', () => undefined);

/** The clock of the machine is turned, or, where the database has a clock of its own, what was written becomes so much older. */
async function pass(name: string, milliseconds: number): Promise<void> {
  if (name !== 'PostgreSQL') return void vi.setSystemTime(Date.now() + milliseconds);
  const older = `to_char(written_at::timestamptz at time zone 'UTC' - ${milliseconds} * interval '1 millisecond', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  for (const table of ['batches', 'intents', 'restore_plans', 'recovery_plans'])
    await postgres?.query(database, `update ${table} set written_at = ${older}`);
}

describe.each(Object.entries(hasPostgres ? { ...kinds, PostgreSQL: openNewDatabase } : kinds))('what %s keeps', (name, open) => {
  let stores: Stores;

  beforeAll(async () => {
    stores = await open();
    await vi.waitFor(() => stores.batches.find('none'), { timeout: 30_000 });
  });

  afterAll(async () => {
    stores.close();
    await postgres?.[Symbol.asyncDispose]();
  });

  async function leased(batchId: string): Promise<Lease> {
    const lease = await stores.batches.lease(batchId, 'worker', MINUTE);
    if (!lease) throw new Error('the batch is held by somebody else');
    return lease;
  }

  describe('of a batch', () => {
    it('is written once, no matter who writes it again', async () => {
      const batch = newBatch('one', 'Two', 'two', 'three');
      const both = await Promise.all([stores.batches.create(batch), stores.batches.create({ ...batch, owner: 'contoso/other' })]);
      expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
      const found = await stores.batches.find(batch.batchId);
      expect(both.map((answer) => answer.batch)).toEqual([found, found]);
      expect(found).toMatchObject({ request: batch.request, startedAt: batch.startedAt, earlierJobs: undefined });
    });

    it('is not found under another id', async () => {
      expect(await stores.batches.find(randomUUID())).toBeUndefined();
    });

    it('has each machine once, in order, as it stands', async () => {
      const batch = newBatch('b', 'a', 'B', 'c');
      await stores.batches.create(batch);
      const lease = await leased(batch.batchId);
      await stores.batches.note(lease, machine('A'), { state: 'enabling', sent: true, operation_id: 'operation' });
      await stores.batches.note(lease, machine('a'), { state: 'protected', job_id: 'job' });
      const machines = await stores.batches.machines(batch.batchId);
      expect(machines.map(({ vm_id, state }) => [vm_id, state])).toEqual([
        [machine('b'), 'waiting'],
        [machine('a'), 'protected'],
        [machine('c'), 'waiting'],
      ]);
      expect(machines[1]).toMatchObject({ sent: true, operation_id: 'operation', job_id: 'job', rule_id: null });
    });

    it('begins again with what came to nothing, whose jobs no longer count', async () => {
      const batch = newBatch('failed', 'refused', 'protected');
      const { batches } = stores;
      await batches.create(batch);
      const lease = await leased(batch.batchId);
      await batches.rememberEarlierJobs(lease, ['before']);
      await batches.note(lease, machine('failed'), { state: 'failed', job_id: 'old', azure_code: 'Code' });
      await batches.note(lease, machine('refused'), { state: 'refused', rule_id: 'bek-only' });
      await batches.note(lease, machine('protected'), { state: 'protected', job_id: 'good' });
      await batches.retry(batch.batchId);
      const machines = await batches.machines(batch.batchId);
      expect(machines.map(({ state, job_id, rule_id, azure_code }) => [state, job_id, rule_id, azure_code])).toEqual([
        ['waiting', null, null, null],
        ['waiting', null, null, null],
        ['protected', 'good', null, null],
      ]);
      expect((await batches.find(batch.batchId))?.earlierJobs).toEqual(['before', 'old']);
    });

    it('is worked on by one process at a time', async () => {
      const { batchId, ...rest } = newBatch('one');
      const { batches } = stores;
      await batches.create({ batchId, ...rest });
      expect(await batches.lease(batchId, 'worker', MINUTE)).toBeDefined();
      expect(await batches.lease(batchId, 'worker', MINUTE)).toBeDefined();
      expect(await batches.lease(batchId, 'other', MINUTE)).toBeUndefined();
      await batches.release(batchId, 'other');
      expect(await batches.lease(batchId, 'other', MINUTE)).toBeUndefined();
      await batches.release(batchId, 'worker');
      expect(await batches.lease(batchId, 'other', 1)).toBeDefined();
      await vi.waitFor(async () => expect(await batches.lease(batchId, 'worker', MINUTE)).toBeDefined());
    });

    it('takes nothing from the one who held it before', async () => {
      const batch = newBatch('one');
      const { batches } = stores;
      await batches.create(batch);
      const before = await leased(batch.batchId);
      await batches.release(batch.batchId, 'worker');
      const now = await batches.lease(batch.batchId, 'other', MINUTE);
      expect(now?.fence).toBeGreaterThan(before.fence);
      await expect(batches.note(before, machine('one'), { state: 'failed' })).rejects.toBeInstanceOf(LeaseLost);
      await expect(batches.rememberEarlierJobs(before, [])).rejects.toBeInstanceOf(LeaseLost);
      await expect(batches.lockMachine(before, machine('one'), MINUTE)).rejects.toBeInstanceOf(LeaseLost);
      expect((await batches.machines(batch.batchId))[0]?.state).toBe('waiting');
    });

    it('holds its machines alone until they come to an end', async () => {
      const [one, other] = [newBatch('held', 'open'), newBatch('held', 'open')];
      const { batches } = stores;
      await batches.create(one);
      await batches.create(other);
      const [first, second] = [await leased(one.batchId), await leased(other.batchId)];
      expect(await batches.lockMachine(first, machine('held'), MINUTE)).toBe(true);
      expect(await batches.lockMachine(first, machine('open'), MINUTE)).toBe(true);
      expect(await batches.lockMachine(first, machine('HELD'), MINUTE)).toBe(true);
      expect(await batches.lockMachine(second, machine('HELD'), MINUTE)).toBe(false);
      await batches.note(first, machine('open'), { state: 'enabling' });
      await batches.note(first, machine('held'), { state: 'refused' });
      expect(await batches.lockMachine(second, machine('held'), MINUTE)).toBe(true);
      expect(await batches.lockMachine(second, machine('open'), MINUTE)).toBe(false);
    });
  });

  describe('of an order', () => {
    it('is claimed once, by one alone', async () => {
      const intent = newIntent();
      const { intents } = stores;
      expect(await intents.find(intent.intentId)).toBeUndefined();
      const claims = await Promise.all([intents.claim(intent), intents.claim({ ...intent, owner: 'contoso/other' })]);
      expect(claims.filter(({ isClaimed }) => isClaimed)).toHaveLength(1);
      expect(claims[0].intent.owner).toBe(claims[1].intent.owner);
      expect(await intents.find(intent.intentId)).toMatchObject({
        state: 'sent',
        body_hash: 'hash',
        request_id: intent.requestId,
        sent_at: intent.sentAt,
      });
    });

    it('that was refused may be claimed again; that was accepted may not', async () => {
      const intent = newIntent();
      const { intents } = stores;
      await intents.claim(intent);
      expect(await intents.drop(intent.intentId, intent.requestId)).toBe(true);
      expect((await intents.claim(intent)).isClaimed).toBe(true);
      await intents.accepted(intent.intentId, intent.requestId, 'job');
      expect((await intents.claim(intent)).isClaimed).toBe(false);
      expect(await intents.find(intent.intentId)).toMatchObject({ state: 'accepted', job_id: 'job' });
      expect(await intents.drop(intent.intentId, intent.requestId)).toBe(false);
    });

    it('is not taken away from a later request by anyone who still thinks of an earlier one', async () => {
      const intent = newIntent();
      const { intents } = stores;
      await intents.claim({ ...intent, requestId: 'later' });
      expect(await intents.drop(intent.intentId, 'earlier')).toBe(false);
      expect(await intents.find(intent.intentId)).toMatchObject({ state: 'sent', request_id: 'later' });
    });

    it('in doubt is looked for until a moment that is set once', async () => {
      const { intentId, requestId, ...rest } = newIntent();
      const { intents } = stores;
      await intents.claim({ intentId, requestId, ...rest });
      await intents.doubt(intentId, requestId, '2017-01-18T10:10:00.000Z');
      expect((await intents.find(intentId))?.checked_until).toBe('2017-01-18T10:10:00.000Z');
    });
  });

  describe('of a grant', () => {
    it('is written once, no matter who writes it again', async () => {
      const grant = newGrant('2017-01-18T10:00:00Z');
      expect(await stores.grants.write(grant)).toEqual(grant);
      expect(await stores.grants.write({ ...grant, by: { name: 'Other', username: 'other' } })).toEqual(grant);
    });

    it('lists those of one key vault, the newest first, and no other directory’s', async () => {
      const first = newGrant('2017-01-18T10:00:00Z');
      const second = newGrant('2017-01-18T11:00:00Z', first.keyVault);
      await stores.grants.write(first);
      await stores.grants.write(second);
      expect(await stores.grants.list('contoso', first.keyVault)).toEqual([second, first]);
      expect(await stores.grants.list('fabrikam', first.keyVault)).toEqual([]);
    });

    it('changes only from the state it is thought to be in', async () => {
      const grant = newGrant('2017-01-18T10:00:00Z');
      await stores.grants.write(grant);
      const done: StoredGrant = { ...grant, state: 'done', after: none };
      const both = await Promise.all([stores.grants.change('written', done), stores.grants.change('written', done)]);
      expect(both.filter((changed) => changed)).toHaveLength(1);
      expect(await stores.grants.find(grant.grantId)).toEqual(done);
      await stores.grants.drop(grant.grantId);
      expect(await stores.grants.find(grant.grantId)).toBeUndefined();
    });
  });

  describe('is bounded:', () => {
    beforeEach(() => {
      if (name !== 'PostgreSQL') vi.useFakeTimers({ toFake: ['Date'] });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    const tooMany = { code: 'too-many-orders' };

    it('one user has so many batches under way and no more, until one ends', async () => {
      const owner = `contoso/${randomUUID()}`;
      const begin = (batch = newBatch('one')) => stores.batches.create({ ...batch, owner });
      const first = await begin();
      for (let count = 1; count < MOST_OPEN_BATCHES; count += 1) await begin();
      await expect(begin()).rejects.toMatchObject(tooMany);
      await stores.batches.create(newBatch('one'));
      await stores.batches.note(await leased(first.batch.batchId), machine('one'), { state: 'protected' });
      await stores.batches.release(first.batch.batchId, 'worker');
      await begin();
      await expect(begin()).rejects.toMatchObject(tooMany);
    });

    it('one user has so many commands in doubt and no more', async () => {
      const owner = `contoso/${randomUUID()}`;
      for (let count = 0; count < MOST_OPEN_INTENTS; count += 1) await stores.intents.claim({ ...newIntent(), owner });
      await expect(stores.intents.claim({ ...newIntent(), owner })).rejects.toMatchObject(tooMany);
      await stores.intents.claim(newIntent());
    });

    it('of the grants of a key vault the last ones are kept, and no more are in doubt', async () => {
      const [ended, open] = [randomUUID(), randomUUID()];
      for (let at = 1; at <= MOST_GRANTS + 5; at += 1) await stores.grants.write(grantIn(ended, 'done', at));
      const kept = await stores.grants.list('contoso', ended);
      expect(kept).toHaveLength(MOST_GRANTS + 1);
      expect(kept[0]?.at).toBe(new Date(MOST_GRANTS + 5).toISOString());
      for (let at = 0; at < MOST_GRANTS; at += 1) await stores.grants.write(grantIn(open, 'written', at));
      await expect(stores.grants.write(grantIn(open, 'written', MOST_GRANTS))).rejects.toMatchObject(tooMany);
    });

    it('orders of every kind are gone after thirty days, and not a day sooner', async () => {
      const [batch, intent, planId] = [newBatch('one'), newIntent(), randomUUID()];
      await stores.batches.create(batch);
      await stores.intents.claim(intent);
      await stores.restorePlans.decide(planId, decision(batch.startedAt));
      const { batches, intents, restorePlans } = stores;
      const find = async () => [await batches.find(batch.batchId), await intents.find(intent.intentId), await restorePlans.find(planId)];
      await pass(name, 29 * 1_440 * MINUTE);
      await stores.sweep();
      expect(await find()).not.toContain(undefined);
      await pass(name, 2 * 1_440 * MINUTE);
      await stores.sweep();
      expect(await find()).toEqual([undefined, undefined, undefined]);
      expect(await stores.batches.machines(batch.batchId)).toEqual([]);
    });

    it('a plan waits for its day however long, while what was rehearsed or deleted is gone after thirteen months', async () => {
      const { recoveryPlans: plans } = stores;
      const own = randomUUID();
      const by = { name: 'Adele', username: 'adele' };
      const rehearsal = { of: own, stopped: null, isRemoving: false, tries: 0, left: [], stood: [], removedAt: null };
      await plans.decide(`${own}/waits`, planned('Waits'));
      await plans.decide(`${own}/ran`, { ...planned('Ran'), standing: { state: 'ended', at: '2017-01-18T12:00:00.000Z' } });
      await plans.decide(`${own}/rehearsed`, { ...planned('Rehearsed'), rehearsal });
      await plans.decide(`${own}/deleted`, { ...planned('Deleted'), removed: { by, at: '2017-01-18T12:00:00.000Z' } });
      const names = async () => (await plans.list(`${own}/`, 10)).map(({ record }) => record.name).toSorted();
      await pass(name, 399 * 1_440 * MINUTE);
      await stores.sweep();
      expect(await names()).toEqual(['Deleted', 'Ran', 'Rehearsed', 'Waits']);
      await pass(name, 2 * 1_440 * MINUTE);
      await stores.sweep();
      expect(await names()).toEqual(['Ran', 'Waits']);
    });
  });

  describe('of the plan of a restore', () => {
    const [FIRST, SECOND] = [decision('2017-01-18T10:00:00.000Z'), decision('2017-01-18T11:00:00.000Z')];

    it('is the last decision, held by one worker at a time', async () => {
      const { restorePlans: plans } = stores;
      const planId = randomUUID();
      expect(await plans.find(planId)).toBeUndefined();
      expect(await plans.lease(planId, 'one', MINUTE)).toBeUndefined();
      await plans.decide(planId, FIRST);
      const [one, other] = [newWorker(), newWorker()];
      const lease = await plans.lease(planId, one, MINUTE);
      expect(lease).toBeDefined();
      expect(await plans.lease(planId, other, MINUTE)).toBeUndefined();
      expect(await plans.find(planId)).toEqual({ record: FIRST, isHeld: true });
      await plans.release(planId, other);
      expect((await plans.find(planId))?.isHeld).toBe(true);
      await plans.release(planId, one);
      expect(await plans.find(planId)).toEqual({ record: FIRST, isHeld: false });
      for (const worker of [one, other]) endWorker(worker);
    });

    it('is taken over from the worker that is named, and from no other', async () => {
      const { restorePlans: plans } = stores;
      const [planId, free] = [randomUUID(), randomUUID()];
      for (const id of [planId, free]) await plans.decide(id, FIRST);
      const [one, other] = [newWorker(), newWorker()];
      const lease = await plans.lease(planId, one, MINUTE);
      if (!lease) throw new Error('nobody holds it');
      expect(await plans.holders([planId, free, randomUUID()])).toEqual(new Map([[planId, one]]));
      expect(await plans.lease(planId, other, MINUTE, free)).toBeUndefined();
      expect(await plans.lease(planId, other, MINUTE, one)).toBeDefined();
      expect(await plans.holders([planId])).toEqual(new Map([[planId, other]]));
      await expect(plans.note(lease, FIRST)).rejects.toThrow(LeaseLost);
      expect(await plans.lease(planId, one, MINUTE)).toBeUndefined();
      expect(await plans.holders([])).toEqual(new Map());
      for (const worker of [one, other]) endWorker(worker);
    });

    it('is written by the worker that holds it, and by no earlier one', async () => {
      const { restorePlans: plans } = stores;
      const planId = randomUUID();
      await plans.decide(planId, FIRST);
      const worker = newWorker();
      const lease = await plans.lease(planId, worker, MINUTE);
      if (!lease) throw new Error('nobody holds it');
      const done: PlanRecord = { ...FIRST, standing: { state: 'done', at: FIRST.at } };
      await plans.note(lease, done);
      expect(await plans.takeBack(planId)).toEqual(done);
      await expect(plans.note(lease, FIRST)).rejects.toThrow(LeaseLost);
      await plans.decide(planId, SECOND);
      expect(await plans.find(planId)).toEqual({ record: SECOND, isHeld: false });
      expect((await plans.lease(planId, worker, MINUTE))?.fence).toBeGreaterThan(lease.fence);
      endWorker(worker);
    });
  });

  describe('of a plan for many machines', () => {
    it('is listed in its own directory alone, until it is removed', async () => {
      const { recoveryPlans: plans } = stores;
      const [own, other] = [randomUUID(), randomUUID()];
      await plans.decide(`${own}/one`, planned('One'));
      await plans.decide(`${other}/one`, planned('Elsewhere'));
      await plans.decide(`${own}/two`, planned('Two'));
      const names = async (most: number) => (await plans.list(`${own}/`, most)).map(({ record }) => record.name).toSorted();
      expect(await names(10)).toEqual(['One', 'Two']);
      expect(await names(1)).toHaveLength(1);
      const worker = newWorker();
      const lease = await plans.lease(`${own}/two`, worker, MINUTE);
      if (!lease) throw new Error('nobody holds it');
      await plans.remove(`${own}/two`);
      await expect(plans.note(lease, planned('Again'))).rejects.toThrow(LeaseLost);
      expect(await names(10)).toEqual(['One']);
      endWorker(worker);
    });

    it('pictures of screens are kept with their run, once, and go with it', async () => {
      const { recoveryPlans: plans, screens } = stores;
      const [id, other] = [`contoso/${randomUUID()}`, `contoso/${randomUUID()}`];
      for (const plan of [id, other]) await plans.decide(plan, planned('Rehearsal'));
      const bytes = Buffer.from('BM, and then the dots');
      const picture = { sha256: 'a'.repeat(64), type: 'image/bmp' as const, bytes };
      expect(await screens.keep(id, picture)).toBe(true);
      expect(await screens.keep(id, picture)).toBe(true);
      await plans.decide(id, planned('Rehearsal, written again'));
      const found = await screens.find(id, picture.sha256);
      expect([found?.type, Buffer.from(found?.bytes ?? []).equals(bytes)]).toEqual(['image/bmp', true]);
      expect(await screens.find(other, picture.sha256)).toBeUndefined();
      await plans.remove(id);
      expect(await screens.find(id, picture.sha256)).toBeUndefined();
      expect(await screens.keep(id, picture)).toBe(false);
    });
  });

  it('of how much is stored in a vault is the newest figure of each day, and for 400 days', async () => {
    const { storageDays } = stores;
    const [vault, other] = [`/vault/${randomUUID()}`, `/vault/${randomUUID()}`];
    const newest = figure(0, '10:00:00', 3);
    for (const seen of [newest, figure(0, '09:00:00', 2), figure(401, '00:00:00', 1), figure(398, '00:00:00', null)])
      await storageDays.keep(vault, seen);
    await Promise.all([figure(2, '08:00:00', 5), figure(2, '07:00:00', 4)].map((seen) => storageDays.keep(vault, seen)));
    await storageDays.keep(other, figure(1, '08:00:00', 7));
    const bytes = async (of: string) => (await storageDays.list(of)).map(({ usage: [first] }) => first?.bytes);
    expect(await bytes(vault)).toEqual([1, null, 5, 3]);
    await stores.sweep();
    expect(await bytes(vault)).toEqual([null, 5, 3]);
    expect((await storageDays.list(vault)).at(-1)).toEqual(newest);
    expect(await bytes(other)).toEqual([7]);
  });

  it('of what a newer version wrote, leaves it alone, and hides nothing else behind it', async () => {
    const { recoveryPlans: plans } = stores;
    const own = randomUUID();
    await plans.decide(`${own}/known`, planned('Known'));
    const newer = planned('Newer');
    // What this version would not write.
    Object.assign(newer, { moment: { kind: 'luckiest' } });
    await plans.decide(`${own}/newer`, newer);
    expect((await plans.list(`${own}/`, 10)).map(({ id }) => id)).toEqual([`${own}/known`]);
    expect(await plans.listUnknown(`${own}/`, 10)).toEqual([{ id: `${own}/newer`, kept: newer }]);
    await expect(plans.find(`${own}/newer`)).rejects.toMatchObject({ code: 'record-not-known' });
  });

  describe('of a command', () => {
    const asked: CommandEntry = {
      kind: 'asked',
      at: '2017-01-18T10:00:00.000Z',
      command: 'restores.start',
      by: { oid: 'oid', name: 'Adele', username: 'adele' },
      target: '/vm',
      about: { recoveryPointId: '1' },
      reason: 'INC-1',
      correlationId: 'correlation',
    };
    const sent: CommandEntry = {
      kind: 'sent',
      at: asked.at,
      method: 'PUT',
      resource: '/vm',
      status: 202,
      requestId: 'r',
      correlationId: null,
    };
    const answered: CommandEntry = { kind: 'answered', at: asked.at, result: 'accepted', code: null, jobId: 'job', about: {} };
    it('comes back entry by entry, in the order of their writing, to anyone who asks for the vault in any letters', async () => {
      const first = newEntry(asked);
      await stores.commands.append(first);
      await stores.commands.append({ ...first, entry: sent });
      await stores.commands.append({ ...first, entry: answered });
      const found = await stores.commands.ofScope(first.scope.toUpperCase(), 1);
      expect(found.map(({ command_id, entry }) => [command_id, entry])).toEqual([
        [first.commandId, asked],
        [first.commandId, answered],
      ]);
      expect(await stores.commands.ofScope(first.scope, -1)).toEqual([]);
      expect(await stores.commands.ofScope(`${first.scope}2`, 1)).toEqual([]);
    });

    it('is asked for once, and ends once, however often that is said', async () => {
      const first = newEntry(asked);
      const ended = { ...first, entry: { kind: 'ended', at: asked.at, end: 'succeeded' } as const };
      const both = await Promise.all([stores.commands.append(first), stores.commands.append(first)]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect([await stores.commands.append(ended), await stores.commands.append(ended)]).toEqual([true, false]);
      expect(await stores.commands.append({ ...first, owner: 'somebody else' })).toBe(true);
      expect(await stores.commands.ofScope(first.scope, 1)).toHaveLength(3);
    });

    it('has each request that changed something where its restore is asked for', async () => {
      const first = { ...newEntry(asked), journey: randomUUID() };
      await stores.commands.append(first);
      await stores.commands.append({ ...first, entry: sent });
      expect((await stores.commands.ofJourney(first.scope, first.journey)).map(({ entry }) => entry)).toEqual([asked, sent]);
    });

    it('belongs whole to the restore that it began', async () => {
      const begun = newEntry(asked);
      const other = { ...newEntry(asked), scope: begun.scope, journey: 'other' };
      const journey = randomUUID();
      await stores.commands.append(begun);
      await stores.commands.append(other);
      await stores.commands.append({ ...begun, journey, entry: answered });
      const found = await stores.commands.ofJourney(begun.scope, journey);
      expect(found.map(({ entry }) => entry.kind)).toEqual(['asked', 'answered']);
    });

    it('is found among all that anybody asked for, page by page from the newest on, and then what became of it', async () => {
      const [one, two, three] = [newEntry(asked), newEntry({ ...asked, command: 'items.stop' }), newEntry(asked)];
      const repeated: CommandEntry = { kind: 'repeated', at: asked.at, count: 4 };
      for (const entry of [one, two, three]) await stores.commands.append(entry);
      await stores.commands.append({ ...two, entry: sent });
      await stores.commands.append({ ...two, entry: answered });
      await stores.commands.append({ ...two, entry: repeated });
      await stores.commands.append({ ...two, owner: 'somebody else', entry: answered });
      const [third, second] = await stores.commands.askedBefore(Number.MAX_SAFE_INTEGER, 2);
      expect([third, second]).toMatchObject([
        { command_id: three.commandId, scope: three.scope.toLowerCase(), entry: asked },
        { command_id: two.commandId, owner: two.owner, entry: { command: 'items.stop' } },
      ]);
      if (!second) throw new Error('two were asked for');
      expect(await stores.commands.askedBefore(second.position, 1)).toMatchObject([{ command_id: one.commandId }]);
      const answers = await stores.commands.answersOf([second]);
      expect(answers.filter(({ owner }) => owner === two.owner).map(({ entry }) => entry)).toEqual([answered, repeated]);
      expect(await stores.commands.answersOf([])).toEqual([]);
    });

    it('takes a kibibyte an entry at most: what is longest is cut', async () => {
      const long = newEntry({ ...asked, target: `/vm/${'ä'.repeat(2_000)}`, reason: 'x'.repeat(60) });
      await stores.commands.append(long);
      const [found] = await stores.commands.ofScope(long.scope, 1);
      expect(found?.entry).toMatchObject({ command: 'restores.start', reason: 'x'.repeat(60), about: asked.about });
      expect(found?.entry.kind === 'asked' && found.entry.target).toMatch(/^\/vm\/ä{70,}…$/);
      expect(Buffer.byteLength(textOf(long.entry))).toBeLessThanOrEqual(1024);
    });
  });
});
