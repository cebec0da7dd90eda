import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { policyName, vaultPath, vmId } from '@tresor/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { SqliteBatches } from './batches';
import { openStore, type Store } from './database';
import { SqliteCommands } from './commands';
import { SqliteIntents } from './intents';
import { MIGRATIONS } from './schema';

const intent = (intentId: string, owner = intentId, bodyHash = 'hash') => ({ intentId, owner, bodyHash, requestId: 'request', sentAt: '' });
const rootPage = z.object({ rootpage: z.int() });
const pageSize = z.object({ page_size: z.int() });

let folder: string;
let file: string;
const opened: Store[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tresor-store-'));
  file = join(folder, 'intents.sqlite');
});

afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  rmSync(folder, { recursive: true });
});

function open(dataDir = folder): Store {
  const store = openStore(dataDir);
  opened.push(store);
  return store;
}

describe('on a full disk', () => {
  it('orders are refused, what was kept can be read, and there are orders again once there is room', async () => {
    const store = open();
    const intents = new SqliteIntents(store);
    await intents.claim(intent('kept'));
    store.get('PRAGMA max_page_count = 1');
    const written: string[] = ['kept'];
    const fill = async () => {
      for (let order = 0; order < 1_000; order += 1) {
        await intents.claim(intent(`order ${order}`, undefined, 'x'.repeat(1_000)));
        written.push(`order ${order}`);
      }
    };
    await expect(fill()).rejects.toMatchObject({ code: 'store-unavailable', status: 503 });
    await expect(new SqliteBatches(store).retry('none')).resolves.toBeUndefined();
    for (const order of written) expect((await intents.find(order))?.owner).toBe(order);
    store.get('PRAGMA max_page_count = 100000');
    expect((await intents.claim(intent('room again'))).isClaimed).toBe(true);
    expect(store.all('SELECT intent_id FROM intents')).toHaveLength(written.length + 1);
  });
});

it('a file of another program is refused and left as it was', () => {
  for (const version of [0, 1, 99]) {
    rmSync(file, { force: true });
    const foreign = new DatabaseSync(file);
    foreign.exec(`CREATE TABLE songs (title TEXT); PRAGMA user_version = ${version}`);
    foreign.close();
    const before = readFileSync(file);
    expect(() => open()).toThrow('belongs to another program');
    expect(readFileSync(file)).toEqual(before);
  }
});

it('a store that another process holds takes no orders, and says so at once', () => {
  const store = open();
  expect(store.isOpen()).toBe(true);
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  expect(store.isOpen()).toBe(false);
  other.exec('ROLLBACK');
  expect(store.isOpen()).toBe(true);
  other.close();
});

it('a clock that is set back leaves nobody with a batch or a machine that another one held', async () => {
  const batches = new SqliteBatches(open());
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
    const dead = open();
    await new SqliteIntents(dead).claim(intent('order'));
    const left = mkdtempSync(join(folder, 'left-'));
    for (const part of ['', '-wal']) copyFileSync(file + part, join(left, 'intents.sqlite') + part);
    expect((await new SqliteIntents(open(left)).find('order'))?.owner).toBe('order');
  });

  it.each([
    ['is damaged', 'not a store, but long enough to be looked at as one '.repeat(100), /intents\.sqlite is damaged or not a store/],
    ['stands where its folder should', '', /intents\.sqlite cannot be opened or written/],
  ])('that %s is refused by name and left alone', (what, content, words) => {
    const place = what === 'is damaged' ? file : join(folder, 'place');
    writeFileSync(place, content);
    expect(() => openStore(what === 'is damaged' ? folder : place)).toThrow(words);
    expect(readFileSync(place, 'utf8')).toBe(content);
  });

  it('of which any page is not what was written is refused at the start, and left as it was', async () => {
    const store = openStore(folder);
    const intents = new SqliteIntents(store);
    for (let order = 0; order < 200; order += 1) await intents.claim(intent(`order ${order}`));
    const root = rootPage.parse(store.get(`SELECT rootpage FROM sqlite_schema WHERE name = 'intents'`)).rootpage;
    const { page_size: size } = pageSize.parse(store.get('PRAGMA page_size'));
    store.get('PRAGMA wal_checkpoint(TRUNCATE)');
    store.close();
    const damaged = readFileSync(file).fill(0, (root - 1) * size, root * size);
    writeFileSync(file, damaged);
    expect(() => openStore(folder)).toThrow(/intents.sqlite is damaged/);
    expect(readFileSync(file).equals(damaged)).toBe(true);
  });

  it('of an older version keeps its orders and has a record from now on', async () => {
    const older = new DatabaseSync(file);
    for (const step of MIGRATIONS.slice(0, 6)) older.exec(step);
    older.exec('PRAGMA user_version = 6');
    older.exec(
      `INSERT INTO intents (intent_id, owner, body_hash, written_at, state) VALUES ('old', 'adele', 'hash', '2017-01-18', 'accepted')`,
    );
    older.close();
    const store = open();
    expect(await new SqliteIntents(store).find('old')).toMatchObject({ owner: 'adele' });
    const commands = new SqliteCommands(store);
    const entry = { kind: 'ended', at: '2017-01-18T10:00:00.000Z', end: 'failed' } as const;
    expect(await commands.append({ commandId: 'c', owner: 'o', scope: '/vault', journey: null, entry })).toBe(true);
    expect(await commands.ofScope('/VAULT', 1)).toMatchObject([{ command_id: 'c', entry }]);
  });

  it('lets nobody change what was recorded, and forgets it as a whole after its time', async () => {
    const store = open();
    const commands = new SqliteCommands(store);
    const entry = { kind: 'ended', at: '2017-01-18T10:00:00.000Z', end: 'failed' } as const;
    await commands.append({ commandId: 'c', owner: 'o', scope: '/vault', journey: null, entry });
    expect(() => store.run(`UPDATE commands SET owner = 'somebody else'`)).toThrow();
    expect(await commands.ofScope('/vault', 1)).toMatchObject([{ owner: 'o' }]);
    commands.forgetBefore(new Date(Date.now() + 1).toISOString());
    expect(await commands.ofScope('/vault', 1)).toEqual([]);
  });

  it('of a newer version is refused', () => {
    open().get('PRAGMA user_version = 77');
    expect(() => openStore(folder)).toThrow(/newer version/);
  });
});
