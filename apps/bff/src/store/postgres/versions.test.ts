import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasPostgres, PostgresServer } from '../../testing/postgres-server';
import type { Database } from '../sql/database';
import { SqlIntents } from '../sql/intents';
import { lastOf, type Migrations } from '../sql/migrate';
import { openPostgres, withBare } from './database';
import { MIGRATIONS } from './schema';
import { takeDatabaseBack } from './versions';

/** The version after this one, which keeps something more of each order. */
const NEXT: Migrations = {
  ...MIGRATIONS,
  '9999-next': {
    async up(db) {
      await sql`alter table intents add column why text not null default ''`.execute(db);
    },
    async down(db) {
      await sql`alter table intents drop column why`.execute(db);
    },
  },
};

const OTHER_VERSION = { code: 'store-other-version', status: 503 };
const token = () => Promise.reject<string>(new Error('a password is known'));
const claim = (database: Database, intentId: string = randomUUID()) =>
  new SqlIntents(database).claim({ intentId, owner: 'adele', bodyHash: 'hash', requestId: 'request', sentAt: '' });

const twoVersions = () => {
  let postgres: PostgresServer;
  let home: string;
  let url: string;
  let opened: Database[];

  beforeAll(async () => {
    postgres = await PostgresServer.start();
  });
  afterAll(() => postgres[Symbol.asyncDispose]());
  beforeEach(async () => {
    [home, url, opened] = [mkdtempSync(join(tmpdir(), 'tresor-versions-')), await postgres.newDatabase(), []];
  });
  afterEach(() => {
    for (const database of opened) database.close();
    rmSync(home, { recursive: true });
  });

  function open(name: string, migrations = MIGRATIONS): Database {
    const database = openPostgres({ url, dataDir: join(home, name), token, report: () => undefined, say: () => undefined, migrations });
    opened.push(database);
    return database;
  }

  it('of which the newer one has brought the tables forward: the older one takes no more orders and says so', async () => {
    const older = open('older');
    await claim(older, 'before');
    const newer = open('newer', NEXT);
    expect((await claim(newer, 'before')).isClaimed).toBe(false);
    await vi.waitFor(() => expect(claim(older)).rejects.toMatchObject(OTHER_VERSION));
    await expect(older.isOpen()).rejects.toMatchObject(OTHER_VERSION);
    await expect(claim(open('older again'))).rejects.toMatchObject(OTHER_VERSION);
    expect(await newer.db.selectFrom('intents').select('intent_id').execute()).toEqual([{ intent_id: 'before' }]);
  });

  it('of which the older one is amid an order: it is undone, and the newer one need not wait', async () => {
    const older = open('older');
    const amid = older.db.transaction().execute(async (transaction) => {
      await claim({ ...older, db: transaction }, 'begun');
      expect((await claim(open('newer', NEXT), 'begun')).isClaimed).toBe(true);
      await claim({ ...older, db: transaction }, 'too late');
    });
    await expect(amid).rejects.toMatchObject({ status: expect.toBeOneOf([503, 504]) });
    const newer = open('newer', NEXT);
    expect(await newer.db.selectFrom('intents').select('intent_id').execute()).toEqual([{ intent_id: 'begun' }]);
  });

  it('of which the newer one was taken back: the older one goes on where it was, the newer one is refused', async () => {
    const older = open('older');
    await claim(older, 'before');
    const newer = open('newer', NEXT);
    await claim(newer, 'meanwhile');
    const options = { url, dataDir: join(home, 'newer'), token, migrations: NEXT };
    expect(await withBare(options, (db) => takeDatabaseBack(db, NEXT))).toBe(lastOf(MIGRATIONS).last);
    await vi.waitFor(() => expect(claim(newer)).rejects.toMatchObject(OTHER_VERSION));
    expect((await claim(older, 'meanwhile')).isClaimed).toBe(false);
    expect((await claim(older, 'next')).isClaimed).toBe(true);
  });

  it('several servers of the newer one that start at once bring the tables forward once', async () => {
    await claim(open('older'), 'before');
    const newer = ['a', 'b', 'c'].map((name) => open(name, NEXT));
    const claims = await Promise.all(newer.map((database) => vi.waitFor(() => claim(database, 'order'))));
    expect(claims.filter(({ isClaimed }) => isClaimed)).toHaveLength(1);
  });

  it('of which the newer one cannot bring the tables forward: nothing is changed, and the older one goes on', async () => {
    const older = open('older');
    await claim(older, 'before');
    const failing: Migrations = {
      ...NEXT,
      '9999-zz-failing': { up: (db) => sql`alter table nowhere add column why text`.execute(db).then(() => undefined) },
    };
    await expect(claim(open('newer', failing))).rejects.toMatchObject({ code: 'store-unavailable' });
    await vi.waitFor(async () => expect((await claim(older, 'before')).isClaimed).toBe(false));
    expect((await claim(older, 'next')).isClaimed).toBe(true);
  });
};

if (hasPostgres) describe('two versions over one PostgreSQL', twoVersions);
else it.skip('PostgreSQL is left out here: it is not installed', () => undefined);
