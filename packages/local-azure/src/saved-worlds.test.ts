import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect, startLocalAzure } from './index';
import type { LocalAzure } from './index';
import { putBytes, putContainer, blobsOf } from './world/storage/blobs';
import { record } from './world/json';

let folder: string;
let azure: LocalAzure;

const open = (file = join(folder, 'state.sqlite')) => startLocalAzure({ file, seed: 'empty', control: true, clock: { mode: 'standing' } });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saved-'));
  azure = await open();
});
afterEach(async () => {
  await azure.stop();
  rmSync(folder, { recursive: true });
});

async function control(action: 'save' | 'load', file: unknown) {
  const answer = await fetch(`${azure.url}/control/${action}`, { method: 'POST', body: JSON.stringify({ file }) });
  return { status: answer.status, body: record(await answer.json()) };
}

const things = () => azure.world.documents<string>('things');

it('brings a saved world back with its time, its bytes and what was still to come', async () => {
  const place = { account: 'a', container: 'c', name: 'b' };
  azure.world.write(() => {
    putContainer(azure.world, 'a', 'c');
    putBytes(azure.world, place, Buffer.from('hello'), 'text/plain');
    things().put('a', 'saved');
  });
  const then = azure.world.clock.now();
  const ran: number[] = [];
  azure.world.schedule.on('bell', () => ran.push(azure.world.clock.now()));
  azure.world.schedule.plan({ id: 'bell', dueAt: then + 60_000, kind: 'bell', payload: null });
  expect((await control('save', 'monday.world')).status).toBe(200);

  azure.advance(3_600_000);
  things().put('a', 'changed');
  things().put('b', 'new');
  azure.world.write(() => putBytes(azure.world, place, Buffer.from('other'), 'text/plain'));
  const { status, body } = await control('load', 'monday.world');
  expect([status, body['now']]).toEqual([200, new Date(then).toISOString()]);
  expect(things().list()).toEqual(['saved']);
  const [blob] = blobsOf(azure.world, 'a', 'c');
  expect(Buffer.concat([...azure.world.contents.read(blob?.contentId ?? '', 0, 5)]).toString()).toBe('hello');
  azure.advance(120_000);
  expect(ran).toEqual([then + 60_000, then + 60_000]);
  expect(readdirSync(folder).filter((name) => name.startsWith('monday'))).toEqual(['monday.world']);
});

it('keeps what was loaded over a restart, and saves over an earlier copy', async () => {
  things().put('a', 'first');
  await control('save', 'monday.world');
  things().put('a', 'second');
  await control('save', 'monday.world');
  things().put('a', 'third');
  await control('load', 'monday.world');
  await azure.stop();
  azure = await open();
  expect(things().get('a')).toBe('second');
});

it('leaves those who are signed in signed in, also in a world of another Local Azure', async () => {
  const other = await open(join(folder, 'other.sqlite'));
  await fetch(`${other.url}/control/save`, { method: 'POST', body: '{"file":"theirs.world"}' });
  await other.stop();
  const { credential } = await connect(azure, 'adele');
  const { token } = await credential.getToken('https://management.azure.com/.default');
  await control('load', 'theirs.world');
  const answer = await fetch(`${azure.url}/subscriptions?api-version=2022-12-01`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
});

it('brings a copy of an older schema up to date and leaves the copy as it is', async () => {
  things().put('a', 'old');
  await control('save', 'old.world');
  const copy = new DatabaseSync(join(folder, 'old.world'));
  copy.exec(`DELETE FROM documents WHERE collection <> 'things'; DROP TABLE world; DROP TABLE contents; PRAGMA user_version = 1`);
  copy.close();
  things().put('a', 'new');
  expect((await control('load', 'old.world')).status).toBe(200);
  expect((await control('load', 'old.world')).status).toBe(200);
  expect(things().list()).toEqual(['old']);
});

it.each(['../monday.world', '/elsewhere/monday.world', 'state.sqlite', 'a/b.world', '.world', '', undefined])(
  'neither saves nor loads %s',
  async (name) => {
    expect((await control('save', name)).status).toBe(400);
    expect((await control('load', name)).status).toBe(400);
  },
);

it('refuses worlds that are missing, damaged or newer, and stays as it was', async () => {
  things().put('a', 'here');
  await control('save', 'newer.world');
  const newer = new DatabaseSync(join(folder, 'newer.world'));
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  writeFileSync(join(folder, 'damaged.world'), 'not a database, but long enough to be looked at as one'.repeat(100));
  for (const [name, reason] of [
    ['missing.world', /no saved world/],
    ['damaged.world', /damaged/],
    ['newer.world', /newer version/],
  ] as const) {
    const { status, body } = await control('load', name);
    expect(status).toBe(400);
    expect(body['error']).toMatch(reason);
  }
  expect(things().list()).toEqual(['here']);
  expect(existsSync(join(folder, 'newer.world.loading'))).toBe(false);
});

it('has no place for a world in memory', async () => {
  await azure.stop();
  azure = await open(':memory:');
  expect((await control('save', 'monday.world')).body['error']).toMatch(/in memory/);
});
