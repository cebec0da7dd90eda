import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NewCommandEntry } from '../commands';
import { sql } from 'kysely';
import { Client } from 'pg';
import { hasPostgres, PostgresServer } from '../../testing/postgres-server';
import { openPostgres } from '../postgres/database';
import { openSqlite } from '../sqlite/database';
import type { Database } from './database';
import { SqlCommands } from './commands';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

const asked = (): NewCommandEntry => ({
  commandId: randomUUID(),
  owner: 'contoso/adele',
  scope: '/vault',
  journey: null,
  entry: {
    kind: 'asked',
    at: '2017-01-18T10:00:00.000Z',
    command: 'restores.start',
    by: { oid: 'oid', name: 'Adele', username: 'adele' },
    target: '/vm',
    about: {},
    reason: null,
    correlationId: 'correlation',
  },
});

const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const quiet = () => undefined;

describe('The record of commands', () => {
  let folder: string;
  let database: Database;
  let commands: SqlCommands;
  /** Another program that writes into the file. */
  let intruder: DatabaseSync;

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2017-01-18T10:00:00Z') });
    folder = mkdtempSync(join(tmpdir(), 'tresor-segments-'));
    database = await openSqlite(folder);
    commands = new SqlCommands(database, 30);
    intruder = new DatabaseSync(join(folder, 'intents.sqlite'));
    intruder.exec('DROP TRIGGER commands_never_change');
  });
  afterEach(() => {
    vi.useRealTimers();
    intruder.close();
    database.close();
    rmSync(folder, { recursive: true });
  });

  async function write(count: number) {
    for (let n = 0; n < count; n++) await commands.append(asked());
    pass(2 * MINUTE);
    await commands.sweep();
  }

  it('is read again one by one, and tells how much is not closed yet', async () => {
    await write(3);
    await write(2);
    await commands.append(asked());
    expect(await commands.segments.open()).toBe(1);
    expect(await commands.segments.look(0)).toMatchObject({ sound: { number: 1, entries: 3 } });
    expect(await commands.segments.look(1)).toMatchObject({ sound: { number: 2, entries: 2 } });
    expect(await commands.segments.look(2)).toBeUndefined();
    intruder.exec("UPDATE commands SET scope = '/elsewhere' WHERE position = 4");
    expect(await commands.segments.look(0)).toMatchObject({ sound: { number: 1 } });
    expect(await commands.segments.look(1)).toEqual({ fault: { number: 2, fault: 'changed' } });
    intruder.exec('DELETE FROM command_segments WHERE number = 1');
    expect(await commands.segments.look(0)).toEqual({ fault: { number: 1, fault: 'missing' } });
    expect(await commands.segments.look(1)).toEqual({ fault: { number: 1, fault: 'missing' } });
  });

  it('is closed piece by piece, each bound to the one before', async () => {
    await write(3);
    await write(2);
    expect(await commands.segments.last()).toMatchObject({ number: 2, entries: 2, removed_at: null });
    expect(await commands.segments.findFault()).toBeUndefined();
  });

  it('is left open where it is a minute old', async () => {
    await commands.append(asked());
    await commands.sweep();
    expect(await commands.segments.last()).toBeUndefined();
  });

  it('is closed once, also by many at the same time', async () => {
    await commands.append(asked());
    pass(2 * MINUTE);
    await Promise.all([commands.segments.close(), commands.segments.close(), commands.segments.close()]);
    expect(await commands.segments.last()).toMatchObject({ number: 1, entries: 1 });
    expect(await commands.segments.findFault()).toBeUndefined();
  });

  it.each([
    [
      'one byte of an entry',
      "UPDATE commands SET entry = replace(entry, '/vm', '/vn') WHERE position = 2",
      { number: 1, fault: 'changed' },
    ],
    ['whose it was', "UPDATE commands SET owner = 'contoso/lee' WHERE position = 5", { number: 2, fault: 'changed' }],
    ['an entry, which is removed', 'DELETE FROM commands WHERE position = 4', { number: 2, fault: 'entries-missing' }],
    [
      'the order of two',
      'UPDATE commands SET position = CASE position WHEN 1 THEN -1 ELSE 1 END WHERE position IN (1, 2); UPDATE commands SET position = 2 WHERE position = -1',
      { number: 1, fault: 'changed' },
    ],
    [
      'a segment, whose rows and hash are made again',
      "DELETE FROM commands WHERE position = 1; UPDATE command_segments SET entries = 2, hash = 'new' WHERE number = 1",
      { number: 1, fault: 'changed' },
    ],
    [
      'a whole segment, which is removed with its rows',
      'DELETE FROM commands WHERE position < 4; DELETE FROM command_segments WHERE number = 1',
      { number: 1, fault: 'missing' },
    ],
    ['what came before', "UPDATE command_segments SET before = '0' WHERE number = 2", { number: 2, fault: 'not-linked' }],
  ])('shows that somebody changed %s', async (_what, statement, fault) => {
    await write(3);
    await write(3);
    intruder.exec(statement);
    expect(await commands.segments.findFault()).toEqual(fault);
  });

  it('shows an entry that was slipped in', async () => {
    await write(2);
    const columns = 'command_id, owner, kind, scope, journey, written_at, entry';
    intruder.exec(
      `INSERT INTO commands (position, ${columns}) SELECT 0, 'slipped-in', owner, kind, scope, journey, written_at, entry FROM commands LIMIT 1`,
    );
    expect(await commands.segments.findFault()).toEqual({ number: 1, fault: 'entries-added' });
  });

  it('loses whole segments when their time is over, and keeps their hashes', async () => {
    await write(3);
    pass(20 * DAY);
    await write(2);
    pass(11 * DAY);
    await commands.sweep();
    const kept: unknown[] = [];
    for await (const row of commands.segments.rows()) kept.push(row);
    expect(kept).toHaveLength(2);
    expect(await commands.segments.findFault()).toBeUndefined();
    await write(1);
    expect(await commands.segments.last()).toMatchObject({ number: 3, entries: 1 });
    expect(await commands.segments.findFault()).toBeUndefined();
  });

  it('gives no number again after a time without commands, in which all entries became too old', async () => {
    await write(3);
    pass(31 * DAY);
    await commands.sweep();
    expect(await commands.askedBefore(100, 10)).toEqual([]);
    await write(2);
    expect((await commands.askedBefore(100, 10)).map(({ position }) => position)).toEqual([5, 4]);
    expect(await commands.segments.last()).toMatchObject({ number: 2, first_position: 4, entries: 2 });
    expect(await commands.segments.findFault()).toBeUndefined();
  });

  it('loses a segment and is told so, or neither', async () => {
    await write(3);
    intruder.exec("CREATE TRIGGER full BEFORE DELETE ON commands BEGIN SELECT RAISE(ABORT, 'full'); END");
    pass(31 * DAY);
    await expect(commands.sweep()).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await commands.segments.last()).toMatchObject({ number: 1, removed_at: null });
    expect(await commands.segments.findFault()).toBeUndefined();
  });

  it('shows what is left of a segment that is said to be removed, until it is', async () => {
    await write(3);
    intruder.exec("UPDATE command_segments SET removed_at = '2017-01-18T10:00:00.000Z'");
    expect(await commands.segments.findFault()).toEqual({ number: 1, fault: 'entries-added' });
    pass(31 * DAY);
    await commands.sweep();
    expect(await commands.segments.findFault()).toBeUndefined();
  });

  it('does not take a segment whose entries somebody removed for one whose time is over', async () => {
    await write(3);
    intruder.exec('DELETE FROM commands');
    await commands.sweep();
    expect(await commands.segments.findFault()).toEqual({ number: 1, fault: 'entries-missing' });
  });
});

const openIn = (url: string) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tresor-segments-'));
  return openPostgres({ url, dataDir, token: () => Promise.reject(new Error('not asked for')), report: quiet, say: quiet });
};

it.runIf(hasPostgres)('in PostgreSQL what is asked of a time is found by an index, however much there is', async () => {
  await using postgres = await PostgresServer.start();
  const { db, momentAgo, close } = openIn(await postgres.newDatabase());
  const since = db.selectFrom('commands').select('position').where('written_at', '>=', momentAgo(DAY));
  const asked = [since, since.where('scope', '=', '/vault')];
  await db.connection().execute(async (connection) => {
    // Without rows any way is the shortest.
    await sql`set enable_seqscan = off`.execute(connection);
    for (const query of asked) {
      const { rows } = await sql`explain ${query}`.execute(connection);
      expect(JSON.stringify(rows)).toMatch(/Index Cond: [^"]*written_at/);
    }
  });
  close();
});

it.runIf(hasPostgres)('in PostgreSQL it is closed by one of many servers, and a change shows', async () => {
  await using postgres = await PostgresServer.start();
  const url = await postgres.newDatabase();
  const servers = [openIn(url), openIn(url)];
  const [one, other] = servers.map((database) => new SqlCommands(database));
  for (const commands of [one, other, one]) await commands?.append(asked());
  const client = new Client(url);
  await client.connect();
  await client.query('alter table commands disable trigger commands_never_change');
  await client.query(`update commands set written_at = '2017-01-18T10:00:00.000Z'`);
  const closed = await Promise.all([one?.segments.close(), other?.segments.close()]);
  expect(closed.flat()).toMatchObject([{ number: 1, entries: 3 }]);
  expect(await other?.segments.findFault()).toBeUndefined();
  await client.query(`update commands set owner = 'somebody else' where position = 2`);
  expect(await one?.segments.findFault()).toEqual({ number: 1, fault: 'changed' });
  await client.end();
  for (const database of servers) database.close();
});
