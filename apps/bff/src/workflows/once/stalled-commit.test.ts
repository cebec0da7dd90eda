import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AzureSession } from '../../azure/connection/azure';
import { openPostgres } from '../../store/postgres/database';
import { storesIn } from '../../store/sql/stores';
import type { Stores } from '../../store/stores';
import { hasPostgres, PostgresServer } from '../../testing/postgres-server';
import { Once } from './once';

/** The commit of the first order waits until an administrator lets go of it. */
const STALLED = `
  create function stall() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock(1); return null; end $$;
  create constraint trigger stalled after insert on intents deferrable initially deferred
    for each row when (new.intent_id = 'first') execute function stall()`;
const WAITING = `select pid from pg_locks where locktype = 'advisory' and not granted`;

const token = () => Promise.reject<string>(new Error('a password is known'));

const overPostgres = () => {
  let postgres: PostgresServer;
  let administrator: Client;
  let folder: string;
  let servers: Stores[];

  beforeEach(async () => {
    postgres = await PostgresServer.start();
    folder = mkdtempSync(join(tmpdir(), 'tresor-stalled-'));
    const url = await postgres.newDatabase();
    const open = () => storesIn(openPostgres({ url, dataDir: folder, token, report: () => undefined, say: () => undefined }));
    servers = [open(), open()];
    for (const { intents } of servers) await intents.find('none');
    administrator = new Client(url);
    await administrator.connect();
    await administrator.query(`${STALLED}; select pg_advisory_lock(1)`);
  });

  afterEach(async () => {
    for (const stores of servers) stores.close();
    await administrator.end();
    await postgres[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  it('are sent once, also where the first one is written down all through the turn of the second, and seen only after it', async () => {
    const session: AzureSession = Object.assign(Object.create(null), {
      user: 'contoso/adele',
      now: () => new Date(),
      forget: () => undefined,
    });
    const send = vi.fn(() => Promise.resolve('job'));
    const order = (stores: Stores | undefined, intentId: string) =>
      stores &&
      new Once(stores).run(session, {
        intentId,
        body: {},
        prepare: async () => undefined,
        requestId: () => 'shared',
        send,
        look: async () => 'job',
      });
    const waiting = async () => (await administrator.query(WAITING)).rows.length;
    const first = order(servers[0], 'first');
    await expect.poll(waiting).toBe(1);
    let isOver = false;
    const second = order(servers[1], 'second')?.finally(() => (isOver = true));
    // It waits for the first one, or has been sent beside it.
    await expect.poll(async () => isOver || (await waiting()) === 2).toBe(true);
    await administrator.query('select pg_advisory_unlock(1)');
    expect(await Promise.all([first, second])).toMatchObject([{ state: 'started' }, { state: 'started', jobId: 'job' }]);
    expect(send).toHaveBeenCalledTimes(1);
  });
};

if (hasPostgres) describe('two orders that bear one id of a request, through two servers over one PostgreSQL,', overPostgres);
else it.skip('PostgreSQL is left out here: it is not installed', () => undefined);
