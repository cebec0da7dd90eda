import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLOUDS } from '../../clouds';
import { inTime } from '../../store/in-time';
import { openStores, type StoreSettings } from '../../store/open-stores';
import { hasPostgres, PostgresServer } from '../../testing/postgres-server';
import { lookAtDatabase, lookAtFolder } from './store';

const quiet = () => undefined;

const lookedAt = () => {
  let postgres: PostgresServer;
  let config: StoreSettings & { databaseUrl: string };
  let host: string;

  beforeAll(async () => {
    postgres = await PostgresServer.start();
  });
  afterAll(() => postgres[Symbol.asyncDispose]());
  beforeEach(async () => {
    const databaseUrl = await postgres.newDatabase();
    host = new URL(databaseUrl).host;
    config = {
      databaseUrl,
      dataDir: mkdtempSync(join(tmpdir(), 'tresor-looked-at-')),
      cloud: CLOUDS.public,
      authority: 'https://login.microsoftonline.com/tenant',
      authorityMetadata: undefined,
      apiClientId: 'api',
      credential: { kind: 'managed-identity', clientId: undefined },
      auditDays: 400,
    };
  });
  afterEach(() => rmSync(config.dataDir, { recursive: true }));

  const query = (statement: string) => postgres.query(new URL(config.databaseUrl).pathname.slice(1), statement);

  async function serve(): Promise<void> {
    const stores = await openStores(config, quiet, quiet);
    await stores.isOpen();
    stores.close();
  }

  it('is sound, and nothing is made in it by looking', async () => {
    expect(await lookAtDatabase({ config })).toEqual({ verdict: 'sound' });
    expect(await query(`select * from pg_tables where schemaname = 'public'`)).toEqual([]);
  });

  it('can only be read', async () => {
    await query(`alter database ${new URL(config.databaseUrl).pathname.slice(1)} set default_transaction_read_only = on`);
    expect(await lookAtDatabase({ config })).toEqual({ verdict: 'standby', values: { host } });
  });

  describe('is reached by an account that', () => {
    let lesser: typeof config;
    beforeAll(async () => void (await postgres.query('postgres', `create role lesser login password 'secret'`)));
    beforeEach(() => {
      const url = new URL(config.databaseUrl);
      [url.username, url.password] = ['lesser', 'secret'];
      lesser = { ...config, databaseUrl: url.href };
    });

    async function isOpen(): Promise<boolean> {
      const stores = inTime(await openStores({ ...lesser, dataDir: join(config.dataDir, 'other') }, quiet, quiet));
      const open = await stores.isOpen();
      stores.close();
      return open;
    }

    it.each([
      ['may make no tables', ''],
      ['may not see the tables that are there', 'grant create on schema public to lesser'],
      ['may only read them', 'grant select on all tables in schema public to lesser'],
      ['may not delete in one', `grant all on all tables in schema public to lesser; revoke delete on intents from lesser`],
    ])('%s', async (what, grant) => {
      if (what !== 'may make no tables') await serve();
      await query(grant);
      expect(await lookAtDatabase({ config: lesser })).toEqual({ verdict: 'no-rights', values: { host, account: 'lesser' } });
      expect(await isOpen()).toBe(false);
    });

    it('may do what the server does', async () => {
      await serve();
      await query('grant all on all tables in schema public to lesser; revoke update on commands from lesser');
      expect(await lookAtDatabase({ config: lesser })).toEqual({ verdict: 'sound' });
      expect(await isOpen()).toBe(true);
    });
  });

  it('was brought forward by a newer version', async () => {
    await serve();
    await query(`insert into kysely_migration values ('9999-next', '2026-01-01')`);
    expect(await lookAtDatabase({ config })).toEqual({ verdict: 'newer', values: { host } });
  });

  it('is not the one that the server knows', async () => {
    await serve();
    writeFileSync(join(config.dataDir, 'installation'), 'another');
    expect(await lookAtDatabase({ config })).toEqual({ verdict: 'replaced', values: { host, folder: config.dataDir } });
  });

  it('is remembered in a folder that can be written', () => {
    expect(lookAtFolder({ config })).toEqual({ verdict: 'shared', values: { folder: config.dataDir } });
    const folder = join(config.dataDir, 'nowhere');
    expect(lookAtFolder({ config: { ...config, dataDir: folder } })).toEqual({ verdict: 'refused', values: { folder, reason: 'ENOENT' } });
  });

  it('does not answer', async () => {
    const silent = { ...config, databaseUrl: `${config.databaseUrl}_gone` };
    expect(await lookAtDatabase({ config: silent })).toMatchObject({ verdict: 'silent', values: { host } });
  });
};

if (hasPostgres) describe('the servers’ common database', lookedAt);
else it.skip('PostgreSQL is left out here: it is not installed', () => undefined);
