import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { openSqlite } from './store/sqlite/database';
import { hasPostgres, PostgresServer } from './testing/postgres-server';
import { LOCAL } from './testing/settings';
import { newDataDir } from './testing/start-test-server';

const LOADER = pathToFileURL(resolve(import.meta.dirname, '../../../scripts/from-source.mjs')).href;

function verify(dataDir: string, more: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', LOADER, join(import.meta.dirname, 'audit-main.ts')], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...LOCAL, TRESOR_DATA: dataDir, ...more },
  });
  return { status, output: stdout + stderr };
}

it('says of a record of which nothing was closed that it is so', async () => {
  const folder = await newDataDir();
  (await openSqlite(folder)).close();
  expect(verify(folder)).toEqual({ status: 0, output: 'Nothing of the record was closed yet.\n' });
});

it('makes no store where there is none, and does not call it sound', async () => {
  const folder = await newDataDir();
  expect(verify(folder)).toEqual({ status: 2, output: `There is no store ${join(folder, 'intents.sqlite')}.\n` });
  expect(readdirSync(folder)).toEqual([]);
});

it('says what cannot be read, not that the store cannot be opened', async () => {
  const folder = await newDataDir();
  (await openSqlite(folder)).close();
  const store = new DatabaseSync(join(folder, 'intents.sqlite'));
  store.exec(`INSERT INTO command_segments (number, first_position, last_position, entries, before, hash, closed_at)
    VALUES (9007199254740993, 1, 1, 1, '', '', '')`);
  store.close();
  expect(verify(folder)).toEqual({ status: 2, output: expect.stringMatching(/^The store cannot be read: .*9007199254740993/) });
});

it('leaves the store of an earlier version as it is', async () => {
  const folder = await newDataDir();
  const file = join(folder, 'intents.sqlite');
  const older = new DatabaseSync(file);
  older.exec(readFileSync(join(import.meta.dirname, 'store/older/e8a9d28.sqlite.sql'), 'utf8'));
  older.close();
  const before = readFileSync(file);
  const { status, output } = verify(folder);
  expect([status, output]).toEqual([2, expect.stringMatching(/ has version \d+; this version of Tresor reads \d+ alone\.\n$/)]);
  expect(readFileSync(file).equals(before)).toBe(true);
});

it.runIf(hasPostgres)('makes no tables in a database that is empty', async () => {
  await using postgres = await PostgresServer.start();
  const url = await postgres.newDatabase();
  const folder = await newDataDir();
  expect(verify(folder, { DATABASE_URL: url })).toEqual({ status: 2, output: 'There is no store in the database.\n' });
  const tables = `select 1 from pg_tables where schemaname = 'public'`;
  expect(await postgres.query(new URL(url).pathname.slice(1), tables)).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});
