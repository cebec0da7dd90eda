import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { hasPostgres, PostgresServer } from '../testing/postgres-server';
import { dumpOfDatabase, dumpOfFile } from '../testing/upgrade/dumps';
import { openPostgres, withBare } from './postgres/database';
import { MIGRATIONS } from './postgres/schema';
import { takeDatabaseBack } from './postgres/versions';
import type { Database } from './sql/database';
import { lastOf } from './sql/migrate';
import { storesIn } from './sql/stores';
import { openSqlite } from './sqlite/database';
import { LATEST_VERSION } from './sqlite/schema';
import { takeFileBack } from './sqlite/versions';
import type { Stores } from './stores';

/** What servers of older commits kept of orders of every kind: `npm run upgrade -- --from <commit> --keep apps/bff/src/store/older`. */
const FOLDER = join(import.meta.dirname, 'older');
const kept = (kind: string) => readdirSync(FOLDER).filter((name) => name.endsWith(`.${kind}.sql`));
const textOf = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

const ids = z.array(z.object({ id: z.string() }));

const TABLES = [
  ['intents', 'intent_id'],
  ['batches', 'batch_id'],
  ['restore_plans', 'plan_id'],
  ['grants', 'grant_id'],
  ['commands', 'command_id'],
] as const;

/** What is in a store by the names of its rows, all of which it shows. */
async function shown({ db }: Database, stores: Stores): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [table, key] of TABLES) {
    const rows = await db
      .selectFrom(table)
      .select((row) => row.ref(key).as('id'))
      .orderBy('id')
      .execute();
    found[table] = ids.parse(rows).map(({ id }) => id);
  }
  for (const id of found['intents'] ?? []) expect((await stores.intents.find(id))?.state).toBe('accepted');
  for (const id of found['batches'] ?? []) expect(await stores.batches.machines(id)).toMatchObject([{ state: 'protected' }]);
  for (const id of found['restore_plans'] ?? []) expect((await stores.restorePlans.find(id))?.record.answers.edition).toBe('current');
  for (const id of found['grants'] ?? []) expect((await stores.grants.find(id))?.by.username).toMatch(/^adele/);
  return found;
}

const counted = (found: Record<string, string[]>) => Object.fromEntries(Object.entries(found).map(([table, rows]) => [table, rows.length]));

/** How many rows of each table a dump has; of orders of every kind it has some. */
function rowsIn(text: string): Record<string, number> {
  const rows = Object.fromEntries(
    TABLES.map(([table]) => [table, text.match(new RegExp(`^INSERT INTO (?:public\\.)?"?${table}"? `, 'gm'))?.length ?? 0]),
  );
  for (const [table] of TABLES.filter(([name]) => name !== 'commands')) expect([table, rows[table]]).not.toEqual([table, 0]);
  return rows;
}

const quiet = () => undefined;
const token = () => Promise.reject<string>(new Error('a password is known'));

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tresor-older-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'intents.sqlite');

function layFile(name: string): string {
  const made = new DatabaseSync(file());
  made.exec(textOf(name));
  made.close();
  return dumpOfFile(file());
}

describe('a file that an older commit has written', () => {
  it.each(kept('sqlite'))('%s shows all its orders', async (name) => {
    layFile(name);
    const database = await openSqlite(folder);
    const stores = storesIn(database);
    expect(counted(await shown(database, stores))).toEqual(rowsIn(textOf(name)));
    stores.close();
  });

  it('is what it was once it was brought forward and taken back', async () => {
    const before = layFile(kept('sqlite').find((name) => textOf(name).includes(`user_version = ${LATEST_VERSION - 1};`)) ?? '');
    (await openSqlite(folder)).close();
    expect(dumpOfFile(file())).not.toBe(before);
    expect(await takeFileBack(folder)).toBe(`${LATEST_VERSION - 1}`);
    expect(dumpOfFile(file())).toBe(before);
  });
});

const overPostgres = () => {
  let postgres: PostgresServer;
  let url: string;

  beforeAll(async () => {
    postgres = await PostgresServer.start();
  });
  afterAll(() => postgres[Symbol.asyncDispose]());
  beforeEach(async () => {
    url = await postgres.newDatabase();
  });

  function open(): Database {
    return openPostgres({ url, dataDir: folder, token, report: quiet, say: quiet });
  }

  async function lay(name: string): Promise<string> {
    const client = new Client(url);
    await client.connect();
    await client.query(textOf(name));
    await client.end();
    return dumpOfDatabase(url);
  }

  it.each(kept('postgres'))('%s shows all its orders', async (name) => {
    await lay(name);
    const database = open();
    const stores = storesIn(database);
    expect(counted(await shown(database, stores))).toEqual(rowsIn(textOf(name)));
    stores.close();
  });

  it('is what it was once it was brought forward and taken back', async () => {
    const { before: version, last } = lastOf(MIGRATIONS);
    const isBefore = (text: string) => text.includes(`'${version}'`) && !text.includes(`'${last}'`);
    const before = await lay(kept('postgres').find((name) => isBefore(textOf(name))) ?? '');
    const database = open();
    expect(await database.isOpen()).toBe(true);
    expect(dumpOfDatabase(url)).not.toBe(before);
    expect(await withBare({ url, dataDir: folder, token }, (db) => takeDatabaseBack(db, MIGRATIONS))).toBe(version);
    expect(dumpOfDatabase(url)).toBe(before);
    database.close();
  });
};

if (hasPostgres) describe('a database that an older commit has written', overPostgres);
else it.skip('PostgreSQL is left out here: it is not installed', () => undefined);
