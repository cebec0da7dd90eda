import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandsUnder } from '../../testing/operations-page';
import { hasPostgres, postgresProgram, PostgresServer } from '../../testing/postgres-server';
import { storesIn } from '../sql/stores';
import type { Stores } from '../stores';
import { openPostgres } from './database';

const [copy = ''] = commandsUnder('Make a copy of the database');
const [makeRoom = '', fill = ''] = commandsUnder('Put a copy of the database back');

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'tresor-copied-'))));
afterEach(() => rmSync(home, { recursive: true }));

const quiet = () => undefined;
const token = () => Promise.reject<string>(new Error('a password is known'));
const order = (intentId: string) => ({ intentId, owner: 'adele', bodyHash: 'hash', requestId: 'request', sentAt: '' });

const goOnFromCopy = async () => {
  await using postgres = await PostgresServer.start();
  await postgres.query('postgres', 'create database tresor');
  const url = postgres.addressOf('tresor');
  const [data, backup] = [join(home, 'data'), join(home, 'backup')];
  mkdirSync(backup, { mode: 0o700 });
  const type = (commands: string) => {
    const env = { PATH: `${dirname(postgresProgram('psql'))}:${process.env['PATH']}`, BACKUP: backup, DATABASE_URL: url };
    const typed = { ...env, ADMIN_URL: postgres.addressOf('postgres') };
    expect(spawnSync('sh', ['-e', '-c', commands], { encoding: 'utf8', env: typed })).toMatchObject({ status: 0, stderr: '' });
  };
  const open = (): Stores => {
    return storesIn(openPostgres({ url, dataDir: data, token, report: quiet, say: quiet }));
  };
  const running = open();
  await running.intents.claim(order('before'));
  type(copy);
  await running.intents.claim(order('after'));
  running.close();
  await expect.poll(() => postgres.query('postgres', `select 1 from pg_stat_activity where datname = 'tresor'`)).toEqual([]);

  type(makeRoom);
  type(fill);
  const again = open();
  expect((await again.intents.find('before'))?.owner).toBe('adele');
  expect(await again.intents.find('after')).toBeUndefined();
  expect((await again.intents.claim(order('next'))).isClaimed).toBe(true);
  expect(await postgres.query('tresor_before', `select 1 from intents where intent_id = 'after'`)).toHaveLength(1);
  again.close();
};

if (hasPostgres) it('a copy that is made while servers run has all that was ordered before, and they go on from it', goOnFromCopy);
else it.skip('PostgreSQL is left out here: it is not installed', () => undefined);
