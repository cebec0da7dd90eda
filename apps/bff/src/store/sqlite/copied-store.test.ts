import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SqlIntents } from '../sql/intents';
import { openSqlite } from './database';

/** What docs/operations.md tells people to do. */
const [, command = ''] = /^## Backup of the store[^]*?```sh\n([^]*?)```/m.exec(readFileSync('docs/operations.md', 'utf8')) ?? [];

let home: string;

beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'tresor-copied-'))));
afterEach(() => rmSync(home, { recursive: true }));

const order = (intentId: string) => ({ intentId, owner: 'adele', bodyHash: 'hash', requestId: 'request', sentAt: '' });

it('a copy that is made while the server runs has all that was ordered, and a store that is put back from it goes on', async () => {
  const [running, backup, restored] = ['running', 'backup', 'restored'].map((name) => join(home, name));
  if (!running || !backup || !restored) throw new Error('there is no place');
  const store = await openSqlite(running);
  await new SqlIntents(store).claim(order('before'));
  mkdirSync(backup, { mode: 0o700 });
  const env = { PATH: process.env['PATH'], TRESOR_DATA: running, BACKUP: backup };
  const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', env });
  expect([status, stderr.replaceAll(/^.*(?:ExperimentalWarning|--trace-warnings).*\n/gm, '')]).toEqual([0, '']);
  await new SqlIntents(store).claim(order('after'));
  store.close();

  mkdirSync(restored, { mode: 0o700 });
  copyFileSync(join(backup, 'intents.sqlite'), join(restored, 'intents.sqlite'));
  const again = await openSqlite(restored);
  expect((await new SqlIntents(again).find('before'))?.owner).toBe('adele');
  expect(await new SqlIntents(again).find('after')).toBeUndefined();
  expect((await new SqlIntents(again).claim(order('next'))).isClaimed).toBe(true);
  again.close();
});
