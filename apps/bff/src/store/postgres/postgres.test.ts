import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policyName, vaultPath, vmId } from '@tresor/contracts';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DatabaseProxy } from '../../testing/postgres-proxy';
import { hasPostgres, PostgresServer } from '../../testing/postgres-server';
import { selfSigned } from '../../testing/self-signed';
import { LeaseLost } from '../../lease-lost';
import { inTime } from '../in-time';
import { storesIn } from '../sql/stores';
import type { Stores } from '../stores';
import { openPostgres } from './database';

const REFUSED = { code: 'store-unavailable', status: 503 };
const REPLACED = { code: 'store-replaced', status: 503 };

/** Beside others that do the same, programs take their time. */
const eventually = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { timeout: 15_000 });

const claim = (stores: Stores, intentId: string = randomUUID()) =>
  stores.intents.claim({ intentId, owner: 'adele', bodyHash: 'hash', requestId: 'request', sentAt: '' });

const overPostgres = () => {
  let postgres: PostgresServer;
  let proxy: DatabaseProxy;
  let folder: string;
  let name: string;
  let opened: Stores[];
  let reported: unknown[];

  beforeAll(async () => {
    postgres = await PostgresServer.start();
  });
  afterAll(() => postgres[Symbol.asyncDispose]());

  beforeEach(async () => {
    proxy = await DatabaseProxy.start(postgres.port);
    folder = mkdtempSync(join(tmpdir(), 'tresor-postgres-'));
    name = new URL(await postgres.newDatabase()).pathname.slice(1);
    [opened, reported] = [[], []];
  });
  afterEach(async () => {
    for (const stores of opened) stores.close();
    await proxy[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  function open(database = name, dataDir = folder): Stores {
    const stores = storesIn(
      openPostgres({
        url: postgres.addressOf(database, proxy.port),
        dataDir,
        token: () => Promise.reject(new Error('a password is known')),
        report: (error) => void reported.push(error),
        say: () => undefined,
      }),
    );
    opened.push(stores);
    return stores;
  }

  it('servers that begin at once over a new database make its tables once, and see what the others write and delete', async () => {
    const servers = Array.from({ length: 4 }, (_, at) => open(name, join(folder, `${at}`)));
    const claims = await Promise.all(servers.map((stores) => claim(stores, 'order')));
    expect(claims.filter(({ isClaimed }) => isClaimed)).toHaveLength(1);
    expect(await servers[0]?.intents.drop('order', 'request')).toBe(true);
    for (const stores of servers) expect(await stores.intents.find('order')).toBeUndefined();
    expect(reported).toEqual([]);
  });

  it('a database that is not there when a server begins is used once it is', async () => {
    proxy.isShut = true;
    const stores = open();
    await expect(claim(stores)).rejects.toMatchObject(REFUSED);
    await expect(stores.intents.find('order')).rejects.toMatchObject(REFUSED);
    expect(reported).toHaveLength(1);
    proxy.isShut = false;
    expect((await claim(stores)).isClaimed).toBe(true);
  });

  it('connections that break are made again, and what was kept is still there', async () => {
    const stores = open();
    await claim(stores, 'order');
    proxy.cut();
    await eventually(async () => expect((await stores.intents.find('order'))?.state).toBe('sent'));
  });

  it('a database that hangs keeps nobody waiting, and is used again once it answers', async () => {
    const stores = inTime(open());
    await claim(stores, 'order');
    proxy.isSilent = true;
    const asked = performance.now();
    await expect(claim(stores)).rejects.toMatchObject({ code: 'store-timeout', status: 504 });
    expect(await stores.isOpen()).toBe(false);
    expect(performance.now() - asked).toBeLessThan(9_000);
    proxy.isSilent = false;
    await eventually(async () => expect((await stores.intents.find('order'))?.state).toBe('sent'));
  });

  it('a slow database is used all the same', async () => {
    const stores = inTime(open());
    await claim(stores, 'order');
    proxy.delayMs = 600;
    expect((await claim(stores)).isClaimed).toBe(true);
    expect((await claim(stores, 'order')).isClaimed).toBe(false);
  });

  it('an order is refused where only a standby answers', async () => {
    const stores = open();
    await claim(stores);
    expect(await stores.isOpen()).toBe(true);
    await postgres.query(name, `alter database ${name} set default_transaction_read_only = on`);
    proxy.cut();
    await eventually(async () => expect(await stores.isOpen()).toBe(false));
    await expect(claim(stores)).rejects.toMatchObject(REFUSED);
  });

  const putEmptyOne = async () => {
    await postgres.query('postgres', `alter database ${name} rename to ${name}_lost`);
    await postgres.query('postgres', `create database ${name}`);
  };

  const failOver = async () => {
    proxy.isShut = true;
    proxy.cut();
    await eventually(putEmptyOne);
    proxy.isShut = false;
  };

  describe('an empty database in place of the one that orders were kept in', () => {
    it('is refused by a server that goes on, until the old one is back', async () => {
      const stores = open();
      await claim(stores, 'order');
      await failOver();
      await eventually(() => expect(claim(stores, 'order')).rejects.toMatchObject(REPLACED));
      expect(await postgres.query(name, `select * from pg_tables where schemaname = 'public'`)).toEqual([]);
      proxy.cut();
      await eventually(async () => {
        await postgres.query('postgres', `drop database if exists ${name} with (force)`);
        await postgres.query('postgres', `alter database ${name}_lost rename to ${name}`);
      });
      await eventually(async () => expect((await claim(stores, 'order')).isClaimed).toBe(false));
    });

    it('is refused by a server that starts again in its folder, and taken once its number is deleted there', async () => {
      const before = open();
      await claim(before, 'order');
      await failOver();
      await expect(claim(open(), 'order')).rejects.toMatchObject(REPLACED);
      expect(readFileSync(join(folder, 'installation'), 'utf8')).toMatch(/^[0-9a-f-]{36}$/);
      rmSync(join(folder, 'installation'));
      expect((await claim(open(), 'order')).isClaimed).toBe(true);
    });
  });

  it('no order is taken while a server cannot remember in its folder which database it is, and each is once it can', async () => {
    const place = join(folder, 'place');
    writeFileSync(place, '');
    const stores = open(name, place);
    for (const intentId of ['first', 'second']) await expect(claim(stores, intentId)).rejects.toMatchObject(REFUSED);
    expect(reported.map(String).join()).toContain(place);
    rmSync(place);
    expect((await claim(stores, 'first')).isClaimed).toBe(true);
    expect(readdirSync(place)).toEqual(['installation']);
  });

  it('a server that cannot read which database it is does not begin', () => {
    mkdirSync(join(folder, 'installation'));
    expect(() => open()).toThrow('EISDIR');
  });

  it('nothing is removed as too old by a database whose clock is two days ahead', async () => {
    const stores = open();
    await claim(stores, 'order');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 2 * 86_400_000 });
    try {
      await expect(stores.sweep()).rejects.toThrow('The clock of the database');
    } finally {
      vi.useRealTimers();
    }
    await stores.sweep();
    expect(await stores.intents.find('order')).toBeDefined();
  });

  it('what a worker writes while another one takes over is refused', async () => {
    const stores = open();
    await stores.restorePlans.find('none');
    const machine = vmId.parse(`/subscriptions/${randomUUID()}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`);
    const vault = vaultPath.parse({ subscriptionId: randomUUID(), resourceGroup: 'rg', vaultName: 'vault' });
    const request = { vault, edition: 'current' as const, policyName: policyName.parse('DefaultPolicy') };
    await stores.batches.create({ batchId: 'batch', owner: 'adele', bodyHash: 'hash', request, vmIds: [machine], startedAt: '' });
    const lease = await stores.batches.lease('batch', 'worker', 60_000);
    const other = new Client(postgres.addressOf(name));
    await other.connect();
    await other.query(`begin; update batches set leased_by = 'other', fence = fence + 1`);
    const noted = stores.batches.note(lease ?? { batchId: '', fence: 0 }, machine, { state: 'enabling' });
    const locked = stores.batches.lockMachine(lease ?? { batchId: '', fence: 0 }, machine, 60_000);
    const outcomes = Promise.allSettled([noted, locked]);
    await eventually(async () => {
      const waiting = `select * from pg_stat_activity where wait_event_type = 'Lock' and datname = '${name}'`;
      expect(await postgres.query(name, waiting)).toHaveLength(2);
    });
    await other.query('commit');
    await other.end();
    expect((await outcomes).map((outcome) => outcome.status === 'rejected' && outcome.reason instanceof LeaseLost)).toEqual([true, true]);
    expect((await stores.batches.machines('batch'))[0]?.state).toBe('waiting');
  });
};

const messageOf = ({ message, cause }: Error) => (cause instanceof Error ? cause.message : message);

const overTls = () => {
  const { certificate, key } = selfSigned(undefined, 'localhost');
  const folder = mkdtempSync(join(tmpdir(), 'tresor-postgres-tls-'));
  const authority = join(folder, 'authority.pem');
  let postgres: PostgresServer;
  let url: URL;

  beforeAll(async () => {
    writeFileSync(authority, certificate);
    postgres = await PostgresServer.start({ certificate, key });
    url = new URL(await postgres.newDatabase());
    url.searchParams.set('sslmode', 'verify-full');
    url.searchParams.set('sslrootcert', authority);
    url.hostname = 'localhost';
  });
  afterAll(async () => {
    await postgres[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  async function reached(change: (address: URL) => void, token = () => Promise.reject<string>(new Error('nobody has one'))) {
    const address = new URL(url);
    change(address);
    const reported: unknown[] = [];
    const report = (error: unknown) => void reported.push(error);
    const stores = storesIn(openPostgres({ url: address.href, dataDir: folder, token, report, say: () => undefined }));
    try {
      return (await stores.isOpen()) && 'open';
    } catch {
      return reported.map((error) => (error instanceof Error ? messageOf(error) : '')).join();
    } finally {
      stores.close();
    }
  }

  it('a server whose name and authority are right is believed, and no other', async () => {
    expect(await reached(() => undefined)).toBe('open');
    expect(await reached((address) => address.searchParams.delete('sslrootcert'))).toMatch(/self-signed certificate/);
    expect(await reached((address) => void (address.hostname = '127.0.0.1'))).toMatch(/does not match certificate/);
  });

  it('somebody proves himself by a password or by a token, and not else', async () => {
    const { password } = url;
    expect(await reached((address) => void (address.password = 'another'))).toMatch(/password authentication failed/);
    expect(await reached((address) => void (address.password = ''))).toMatch(/nobody has one/);
    expect(
      await reached(
        (address) => void (address.password = ''),
        () => Promise.resolve(password),
      ),
    ).toBe('open');
  });
};

if (hasPostgres) describe('over a PostgreSQL that speaks TLS', overTls);
if (hasPostgres) describe('over one PostgreSQL', overPostgres);
else it.skip('PostgreSQL is left out here: it is not installed', () => undefined);
