import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { policyName, vaultPath, vmId } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { COMMANDS_KEPT_DAYS, MOST_BATCHES, MOST_COMMANDS, MOST_GRANTS, MOST_OPEN_BATCHES, MOST_OPEN_INTENTS } from '../bounds';
import type { Lease } from '../batches';
import type { StoredGrant } from '../grants';
import type { CommandEntry } from '../commands';
import { storesIn } from '../sql/stores';
import type { Stores } from '../stores';
import { openSqlite } from './database';

const DAY = 86_400_000;
const SUBSCRIPTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const vault = vaultPath.parse({ subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', vaultName: 'vault' });
const machine = (name: string) =>
  vmId.parse(`/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/${name}`);

let folder: string;
let stores: Stores;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  folder = mkdtempSync(join(tmpdir(), 'tresor-room-'));
  stores = storesIn(await openSqlite(folder));
});

afterEach(() => {
  vi.useRealTimers();
  stores.close();
  rmSync(folder, { recursive: true });
});

const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

async function begin(names: string[] = ['vm'], owner = 'adele'): Promise<string> {
  const batchId = randomUUID();
  const request = { vault, edition: 'current' as const, policyName: policyName.parse('DefaultPolicy') };
  const vmIds = names.map(machine);
  await stores.batches.create({ batchId, owner, bodyHash: 'hash', request, vmIds, startedAt: new Date().toISOString() });
  return batchId;
}

async function leased(batchId: string): Promise<Lease> {
  const lease = await stores.batches.lease(batchId, 'worker', 1_000);
  if (!lease) throw new Error('the batch is held by somebody else');
  return lease;
}

async function end(batchId: string): Promise<void> {
  const { batches } = stores;
  const lease = await leased(batchId);
  for (const { vm_id } of await batches.machines(batchId)) await batches.note(lease, vm_id, { state: 'refused', rule_id: 'bek-only' });
  await batches.release(batchId, 'worker');
}

/** Copies the one batch that has ended; each written as orders are, they would take long. */
function copyUntil(count: number): void {
  const database = new DatabaseSync(join(folder, 'intents.sqlite'));
  const row = 'owner, body_hash, request, started_at, written_at, earlier_jobs, ended';
  database
    .prepare(
      `WITH RECURSIVE copies (at) AS (SELECT 2 UNION ALL SELECT at + 1 FROM copies WHERE at < ?)
       INSERT INTO batches (batch_id, ${row}) SELECT 'copy ' || at, ${row} FROM batches, copies`,
    )
    .run(count);
  database.close();
}

const claim = (owner = 'adele') => stores.intents.claim({ intentId: randomUUID(), owner, bodyHash: 'hash', requestId: '', sentAt: '' });

describe('one user', () => {
  it('has so many batches under way and no more, until one ends', async () => {
    const ids = [];
    for (let count = 0; count < MOST_OPEN_BATCHES; count += 1) ids.push(await begin());
    await expect(begin()).rejects.toMatchObject({ code: 'too-many-orders' });
    await begin(['vm'], 'other');
    await end(ids[0] ?? '');
    await begin();
  });

  it('fills no more than a bounded part of the store, and makes room of what nobody asks for any more', async () => {
    await end(await begin());
    copyUntil(MOST_BATCHES);
    await expect(begin()).rejects.toMatchObject({ code: 'too-many-orders' });
    pass(DAY + 1);
    await begin();
  });

  it('has so many commands in doubt and no more', async () => {
    for (let count = 0; count < MOST_OPEN_INTENTS; count += 1) await claim();
    await expect(claim()).rejects.toMatchObject({ code: 'too-many-orders' });
    await claim('other');
  });
});

describe('a batch that has ended', () => {
  it('is as it was, in a tenth of the room, and begins again when it is asked to', async () => {
    const names = Array.from({ length: 200 }, (_, at) => `machine-${at}`);
    const batchId = await begin(names);
    await end(batchId);
    const { batches } = stores;
    const before = await batches.machines(batchId);
    expect(before.map(({ vm_id, state, rule_id }) => [vm_id, state, rule_id])).toEqual(
      names.map((name) => [machine(name), 'refused', 'bek-only']),
    );
    await batches.retry(batchId);
    expect((await batches.machines(batchId)).every(({ state, rule_id }) => state === 'waiting' && rule_id === null)).toBe(true);
    expect((await batches.find(batchId))?.earlierJobs).toBeUndefined();
  });

  it('with the process that worked on it needs no more room after the next look either', async () => {
    const batchId = await begin();
    await stores.batches.note(await leased(batchId), machine('vm'), { state: 'protected' });
    pass(1_001);
    await stores.sweep();
    for (let count = 0; count < MOST_OPEN_BATCHES; count += 1) await begin();
    expect((await stores.batches.machines(batchId))[0]?.state).toBe('protected');
  });
});

it('orders of every kind are gone after thirty days, and not a day sooner', async () => {
  const batchId = await begin();
  const { intent } = await stores.intents.claim({ intentId: 'intent', owner: 'adele', bodyHash: 'hash', requestId: '', sentAt: '' });
  expect(intent.state).toBe('sent');
  pass(29 * DAY);
  await stores.sweep();
  expect([await stores.batches.find(batchId), await stores.intents.find('intent')]).not.toContain(undefined);
  pass(2 * DAY);
  await stores.sweep();
  expect([await stores.batches.find(batchId), await stores.intents.find('intent')]).toEqual([undefined, undefined]);
  expect(await stores.batches.machines(batchId)).toEqual([]);
});

describe('the record of commands', () => {
  const asked: CommandEntry = {
    kind: 'asked',
    at: '2017-01-18T10:00:00.000Z',
    command: 'items.stop',
    by: { oid: 'oid', name: 'Adele', username: 'adele' },
    target: '/vm',
    about: {},
    reason: null,
    correlationId: 'correlation',
  };
  const ask = (owner: string, entry: CommandEntry = asked) =>
    stores.commands.append({ commandId: randomUUID(), owner, scope: '/vault', journey: null, entry });

  it('has room for so many of one person in a day, and for the end of what was begun always', async () => {
    await ask('adele');
    const database = new DatabaseSync(join(folder, 'intents.sqlite'));
    database
      .prepare(
        `WITH RECURSIVE copies (at) AS (SELECT 2 UNION ALL SELECT at + 1 FROM copies WHERE at < ?)
         INSERT INTO commands (command_id, owner, kind, scope, written_at, entry)
         SELECT 'copy ' || at, owner, kind, scope, written_at, entry FROM commands, copies`,
      )
      .run(MOST_COMMANDS);
    database.close();
    await expect(ask('adele')).rejects.toMatchObject({ code: 'too-many-orders' });
    expect(await ask('adele', { kind: 'ended', at: asked.at, end: 'failed' })).toBe(true);
    expect(await ask('other')).toBe(true);
    pass(DAY + 1);
    expect(await ask('adele')).toBe(true);
  });

  it('is kept for thirteen months', async () => {
    await ask('adele');
    pass((COMMANDS_KEPT_DAYS - 1) * DAY);
    await stores.sweep();
    expect(await stores.commands.ofScope('/vault', COMMANDS_KEPT_DAYS)).toHaveLength(1);
    pass(2 * DAY);
    await stores.sweep();
    expect(await stores.commands.ofScope('/vault', 2 * COMMANDS_KEPT_DAYS)).toEqual([]);
  });
});

it('of the grants of a key vault the last ones are kept', async () => {
  const none = { policy: null, roles: [] };
  const grant = (at: number): StoredGrant => ({
    state: 'done',
    grantId: randomUUID(),
    tenantId: 'contoso',
    keyVault: 'key-vault',
    by: { name: 'Adele', username: 'adele' },
    at: new Date(at).toISOString(),
    way: 'access-policy',
    permissions: ['secrets/backup'],
    added: { keys: [], secrets: ['backup'] },
    role: null,
    before: none,
    after: none,
    undone: null,
  });
  for (let at = 1; at <= MOST_GRANTS + 5; at += 1) await stores.grants.write(grant(at));
  const kept = await stores.grants.list('contoso', 'key-vault');
  expect(kept).toHaveLength(MOST_GRANTS + 1);
  expect(kept[0]?.at).toBe(new Date(MOST_GRANTS + 5).toISOString());
});
