import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { policyName, vaultPath, vmId } from '@tresor/contracts';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { SqlBatches } from '../sql/batches';
import { SqlCommands } from '../sql/commands';
import type { Database } from '../sql/database';
import { SqlGrants } from '../sql/grants';
import { SqlIntents } from '../sql/intents';
import { openSqlite } from './database';
import { RELEASED_STEPS } from './released-schema';

const intent = (intentId: string, owner = intentId, bodyHash = 'hash') => ({ intentId, owner, bodyHash, requestId: 'request', sentAt: '' });
const REQUEST = JSON.stringify({
  vault: { subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' },
  edition: 'current',
  policyName: 'DefaultPolicy',
});
const none = { policy: null, roles: [] };
const grantText = (grantId: string) =>
  JSON.stringify({
    grantId,
    tenantId: 'contoso',
    keyVault: 'key-vault',
    by: { name: 'Adele', username: 'adele' },
    at: '2017',
    way: 'access-policy',
    permissions: [],
    added: { keys: [], secrets: [] },
    role: null,
    before: none,
    after: none,
    undone: null,
  });
const rootPage = z.object({ rootpage: z.int() });
const pageSize = z.object({ page_size: z.int() });

let folder: string;
let file: string;
const opened: Database[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tresor-store-'));
  file = join(folder, 'intents.sqlite');
});

afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  rmSync(folder, { recursive: true });
});

async function open(dataDir = folder): Promise<Database> {
  const store = await openSqlite(dataDir);
  opened.push(store);
  return store;
}

/** Schema and rows of a file. */
function contentOf(path: string): unknown[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const tables = z.array(z.object({ name: z.string(), sql: z.string() })).parse(schemaOf(database).all());
  const content = tables.map(({ name, sql: made }) => [made, database.prepare(`SELECT * FROM ${name}`).all()]);
  database.close();
  return content;
}

const schemaOf = (database: DatabaseSync) =>
  database.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`);

describe('on a full disk', () => {
  it('orders are refused, what was kept can be read, and there are orders again once there is room', async () => {
    const store = await open();
    const intents = new SqlIntents(store);
    await intents.claim(intent('kept'));
    await sql`PRAGMA max_page_count = 1`.execute(store.db);
    const written: string[] = ['kept'];
    const fill = async () => {
      for (let order = 0; order < 1_000; order += 1) {
        await intents.claim(intent(`order ${order}`, undefined, 'x'.repeat(1_000)));
        written.push(`order ${order}`);
      }
    };
    await expect(fill()).rejects.toMatchObject({ code: 'store-unavailable', status: 503 });
    await expect(new SqlBatches(store).retry('none')).resolves.toBeUndefined();
    for (const order of written) expect((await intents.find(order))?.owner).toBe(order);
    await sql`PRAGMA max_page_count = 100000`.execute(store.db);
    expect((await intents.claim(intent('room again'))).isClaimed).toBe(true);
    expect(await store.db.selectFrom('intents').select('intent_id').execute()).toHaveLength(written.length + 1);
  });
});

it('a file of another program is refused and left as it was', async () => {
  for (const version of [0, 1, 99]) {
    rmSync(file, { force: true });
    const foreign = new DatabaseSync(file);
    foreign.exec(`CREATE TABLE songs (title TEXT); PRAGMA user_version = ${version}`);
    foreign.close();
    const before = readFileSync(file);
    await expect(open()).rejects.toThrow('belongs to another program');
    expect(readFileSync(file)).toEqual(before);
  }
});

it('a store that another process holds takes no orders, and says so at once', async () => {
  const store = await open();
  expect(await store.isOpen()).toBe(true);
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  expect(await store.isOpen()).toBe(false);
  other.exec('ROLLBACK');
  expect(await store.isOpen()).toBe(true);
  other.close();
});

it('a clock that is set back leaves nobody with a batch or a machine that another one held', async () => {
  const batches = new SqlBatches(await open());
  const machine = vmId.parse(
    '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm',
  );
  const vault = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
  const request = { vault, edition: 'current' as const, policyName: policyName.parse('DefaultPolicy') };
  await batches.create({ batchId: 'batch', owner: 'adele', bodyHash: 'hash', request, vmIds: [machine], startedAt: '' });
  for (const batchId of ['dead', 'next', 'third']) {
    await batches.create({ batchId, owner: 'adele', bodyHash: 'hash', request, vmIds: [machine], startedAt: '' });
  }
  const hold = async (holder: string) => {
    const lease = await batches.lease('batch', holder, 10_000);
    const own = await batches.lease(holder, holder, 10_000);
    return [lease !== undefined, own !== undefined && (await batches.lockMachine(own, machine, 10_000))];
  };
  expect(await hold('dead')).toEqual([true, true]);
  expect(await hold('next')).toEqual([false, false]);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
  try {
    expect(await hold('next')).toEqual([true, true]);
    expect(await hold('third')).toEqual([false, false]);
  } finally {
    vi.useRealTimers();
  }
});

describe('the store of a server', () => {
  it('is whole with the log that a dead process left beside it', async () => {
    const dead = await open();
    await new SqlIntents(dead).claim(intent('order'));
    const left = mkdtempSync(join(folder, 'left-'));
    for (const part of ['', '-wal']) copyFileSync(file + part, join(left, 'intents.sqlite') + part);
    expect((await new SqlIntents(await open(left)).find('order'))?.owner).toBe('order');
  });

  it.each([
    ['is damaged', 'not a store, but long enough to be looked at as one '.repeat(100), /intents\.sqlite is damaged or not a store/],
    ['stands where its folder should', '', /intents\.sqlite cannot be opened or written/],
  ])('that %s is refused by name and left alone', async (what, content, words) => {
    const place = what === 'is damaged' ? file : join(folder, 'place');
    writeFileSync(place, content);
    await expect(openSqlite(what === 'is damaged' ? folder : place)).rejects.toThrow(words);
    expect(readFileSync(place, 'utf8')).toBe(content);
  });

  it('of which any page is not what was written is refused at the start, and left as it was', async () => {
    const store = await openSqlite(folder);
    const intents = new SqlIntents(store);
    for (let order = 0; order < 200; order += 1) await intents.claim(intent(`order ${order}`));
    store.close();
    const closed = new DatabaseSync(file, { readOnly: true });
    const root = rootPage.parse(closed.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'intents'`).get()).rootpage;
    const { page_size: size } = pageSize.parse(closed.prepare('PRAGMA page_size').get());
    closed.close();
    const damaged = readFileSync(file).fill(0, (root - 1) * size, root * size);
    writeFileSync(file, damaged);
    await expect(openSqlite(folder)).rejects.toThrow(/intents.sqlite is damaged/);
    expect(readFileSync(file).equals(damaged)).toBe(true);
  });

  it.each(RELEASED_STEPS.map((_, at) => at + 1))(
    'of the released version %i keeps what is in it, beside a copy of what it was',
    async (version) => {
      const older = new DatabaseSync(file);
      for (const step of RELEASED_STEPS.slice(0, version)) older.exec(step);
      older.exec(`PRAGMA user_version = ${version}`);
      older.exec(`INSERT INTO batches (batch_id, owner, body_hash, request, started_at) VALUES ('old', 'adele', 'hash', '${REQUEST}', '2017');
      INSERT INTO machines (batch_id, position, vm_key, vm_id, state) VALUES ('old', 0, 'vm', 'VM', 'protected')`);
      if (version >= 2)
        older.exec(
          `INSERT INTO intents (intent_id, owner, body_hash, written_at, state) VALUES ('old', 'adele', 'hash', '2017', 'accepted')`,
        );
      for (const id of version >= 3 ? ['first', 'second'] : [])
        older.prepare(`INSERT INTO grants VALUES (?, 'contoso', 'key-vault', '2017', 'done', ?)`).run(id, grantText(id));
      older.close();
      const before = contentOf(file);
      const store = await open();
      expect(await new SqlBatches(store).find('old')).toMatchObject({ owner: 'adele' });
      expect(await new SqlBatches(store).machines('old')).toMatchObject([{ vm_id: 'VM', state: 'protected' }]);
      if (version >= 2) expect(await new SqlIntents(store).find('old')).toMatchObject({ owner: 'adele' });
      const grants = await new SqlGrants(store).list('contoso', 'key-vault');
      expect(grants.map(({ grantId }) => grantId)).toEqual(version >= 3 ? ['second', 'first'] : []);
      const commands = new SqlCommands(store);
      const entry = { kind: 'ended', at: '2017-01-18T10:00:00.000Z', end: 'failed' } as const;
      expect(await commands.append({ commandId: 'c', owner: 'o', scope: '/vault', journey: null, entry })).toBe(true);
      expect(await commands.ofScope('/VAULT', 1)).toMatchObject([{ command_id: 'c', entry }]);
      const copy = `${file}.version-${version}`;
      expect(statSync(copy).mode & 0o777).toBe(0o600);
      expect(contentOf(copy)).toEqual(before);
    },
  );

  it('lets nobody change what was recorded', async () => {
    const store = await open();
    const commands = new SqlCommands(store);
    const entry = { kind: 'ended', at: '2017-01-18T10:00:00.000Z', end: 'failed' } as const;
    await commands.append({ commandId: 'c', owner: 'o', scope: '/vault', journey: null, entry });
    await expect(store.db.updateTable('commands').set({ owner: 'somebody else' }).execute()).rejects.toThrow();
    expect(await commands.ofScope('/vault', 1)).toMatchObject([{ owner: 'o' }]);
  });

  it('of a newer version is refused', async () => {
    (await openSqlite(folder)).close();
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA user_version = 77');
    newer.close();
    await expect(openSqlite(folder)).rejects.toThrow(/newer version/);
  });
});
