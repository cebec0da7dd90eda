import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandsUnder } from '../../testing/operations-page';
import { SqlIntents } from '../sql/intents';
import { openSqlite } from './database';

const [copy = ''] = commandsUnder('Make a copy');
const [putBack = ''] = commandsUnder('Put a copy back');

let home: string;
let env: Record<'PATH' | 'TRESOR_DATA' | 'BACKUP', string>;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tresor-copied-'));
  env = { PATH: process.env['PATH'] ?? '', TRESOR_DATA: join(home, 'data'), BACKUP: join(home, 'backup') };
  mkdirSync(env.BACKUP, { mode: 0o700 });
});
afterEach(() => rmSync(home, { recursive: true }));

const order = (intentId: string) => ({ intentId, owner: 'adele', bodyHash: 'hash', requestId: 'request', sentAt: '' });

/** Orders without a pause, until the command has ended; how many there were. */
async function giveDuring(intents: SqlIntents, command: string): Promise<number> {
  const child = spawn('sh', ['-c', command], { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  let given = 0;
  for (; child.exitCode === null; given += 1) {
    await intents.claim({ ...order(`during ${given}`), owner: `owner ${given % 50}` });
    await new Promise(setImmediate);
  }
  expect(await ended).toEqual([0, null]);
  return given;
}

it('a copy that is made while the server runs has all that was ordered before, and a server goes on from it', async () => {
  const store = await openSqlite(env.TRESOR_DATA);
  const intents = new SqlIntents(store);
  await intents.claim(order('before'));
  const given = await giveDuring(intents, copy);
  await intents.claim(order('after'));
  store.close();

  expect(spawnSync('sh', ['-e', '-c', putBack], { encoding: 'utf8', env })).toMatchObject({ status: 0, stderr: '' });
  expect(readdirSync(env.TRESOR_DATA).toSorted()).toEqual(['before', 'intents.sqlite']);
  expect(statSync(join(env.TRESOR_DATA, 'intents.sqlite')).mode & 0o777).toBe(0o600);
  const again = await openSqlite(env.TRESOR_DATA);
  const kept = new SqlIntents(again);
  expect((await kept.find('before'))?.owner).toBe('adele');
  expect(await kept.find('after')).toBeUndefined();
  // Those given meanwhile are there up to one moment, and none beyond it.
  const there = await Promise.all(Array.from({ length: given }, async (_, at) => (await kept.find(`during ${at}`)) !== undefined));
  expect(there.lastIndexOf(true)).toBe(there.filter(Boolean).length - 1);
  expect((await kept.claim(order('next'))).isClaimed).toBe(true);
  again.close();
  const old = await openSqlite(join(env.TRESOR_DATA, 'before'));
  expect((await new SqlIntents(old).find('after'))?.owner).toBe('adele');
  old.close();
});
