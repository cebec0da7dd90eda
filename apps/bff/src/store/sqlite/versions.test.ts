import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../sql/database';
import { SqlIntents } from '../sql/intents';
import { openSqlite } from './database';
import { LATEST_VERSION } from './schema';
import { takeFileBack, versionOfFile } from './versions';

const OTHER_VERSION = { code: 'store-other-version', status: 503 };
const claim = (database: Database, intentId: string) =>
  new SqlIntents(database).claim({ intentId, owner: 'adele', bodyHash: 'hash', requestId: 'request', sentAt: '' });

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tresor-versions-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('a server whose file was brought forward by a newer one takes no more orders, and goes on once it is taken back', async () => {
  const server = await openSqlite(folder);
  await claim(server, 'before');
  const newer = new DatabaseSync(join(folder, 'intents.sqlite'));
  newer.exec(`BEGIN; ALTER TABLE intents ADD COLUMN why TEXT; PRAGMA user_version = ${LATEST_VERSION + 1}; COMMIT`);
  await expect(claim(server, 'next')).rejects.toMatchObject(OTHER_VERSION);
  expect(await server.isOpen()).toBe(false);
  newer.exec(`ALTER TABLE intents DROP COLUMN why; PRAGMA user_version = ${LATEST_VERSION}`);
  newer.close();
  expect((await claim(server, 'before')).isClaimed).toBe(false);
  expect((await claim(server, 'next')).isClaimed).toBe(true);
  server.close();
});

it('a file is taken back beside a copy of what it was, once, and a server that runs over it is refused', async () => {
  const server = await openSqlite(folder);
  await claim(server, 'order');
  expect(versionOfFile(folder)).toBe(`${LATEST_VERSION}`);
  expect(await takeFileBack(folder)).toBe(`${LATEST_VERSION - 1}`);
  await expect(claim(server, 'next')).rejects.toMatchObject(OTHER_VERSION);
  server.close();
  expect(readdirSync(folder)).toContain(`intents.sqlite.version-${LATEST_VERSION}`);
  await expect(takeFileBack(folder)).rejects.toThrow(
    `has version ${LATEST_VERSION - 1}; this version of Tresor takes back ${LATEST_VERSION}`,
  );
  const forward = await openSqlite(folder);
  expect((await claim(forward, 'order')).isClaimed).toBe(false);
  forward.close();
});

it('where there is no store nothing is taken back, and nothing is made', async () => {
  expect(versionOfFile(folder)).toBeUndefined();
  await expect(takeFileBack(folder)).rejects.toThrow('There is no store');
  expect(readdirSync(folder)).toEqual([]);
});
