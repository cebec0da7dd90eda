import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../sql/database';
import { SqlIntents } from '../sql/intents';
import { openSqlite } from './database';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

let parent: string;
let folder: string;
let store: Database | undefined;
let warnings: string[];
const umask = process.umask();

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'tresor-private-'));
  folder = join(parent, 'data');
  warnings = [];
});
afterEach(() => {
  process.umask(umask);
  store?.close();
  rmSync(parent, { recursive: true });
});

async function open(): Promise<Record<string, string>> {
  store = await openSqlite(folder, (sentence) => warnings.push(sentence));
  await new SqlIntents(store).claim({ intentId: 'order', owner: 'adele', bodyHash: 'hash', requestId: 'request', sentAt: '' });
  return Object.fromEntries(['.', ...readdirSync(folder)].map((name) => [name, modeOf(join(folder, name))]));
}

const OURS = { '.': '700', 'intents.sqlite': '600', 'intents.sqlite-shm': '600', 'intents.sqlite-wal': '600' };

it.each([0o000, 0o022, 0o077, 0o777])('a store is its own account’s alone under the umask %i', async (mask) => {
  process.umask(mask);
  expect(await open()).toEqual(OURS);
  expect(warnings).toEqual([]);
});

it('what was open to others is closed to them, and that is said', async () => {
  process.umask(0);
  mkdirSync(folder, { mode: 0o755 });
  writeFileSync(join(folder, 'intents.sqlite'), '', { mode: 0o644 });
  expect(await open()).toEqual(OURS);
  expect(warnings.join()).toMatch(/data was open.*intents\.sqlite was open/s);
});

it('a folder in which other things live keeps its mode, and the store in it is private all the same', async () => {
  process.umask(0);
  mkdirSync(folder, { mode: 0o755 });
  chmodSync(folder, 0o1777);
  const modes = await open();
  expect(modes).toEqual({ ...OURS, '.': '777' });
});
