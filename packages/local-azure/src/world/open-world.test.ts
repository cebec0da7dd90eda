import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './state/database';
import { lastCopyOf } from './state/last-copy';
import { rawRows } from './state/rows';
import { openWorld } from './open-world';
import { at, text } from './json';
import { migrations } from './state/schema';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'world-'));
  file = join(folder, 'state.db');
});

afterEach(() => rmSync(folder, { recursive: true }));

const vm = (name: string) => ({
  id: `/subscriptions/S1/resourceGroups/RG/providers/Microsoft.Compute/virtualMachines/${name}`,
  name,
  type: 'Microsoft.Compute/virtualMachines',
  properties: {},
});

describe('the state file', () => {
  it('holds tomorrow what was written today', () => {
    const today = openWorld({ file });
    today.write(() => today.resources.put(vm('DBVM1')));
    today.documents<{ color: string }>('things').put('a', { color: 'red' });
    today.close();

    const tomorrow = openWorld({ file });
    expect(tomorrow.resources.get(vm('dbvm1').id.toUpperCase())?.name).toBe('DBVM1');
    expect(tomorrow.documents('things').list()).toEqual([{ color: 'red' }]);
    tomorrow.close();
  });

  it('keeps all of a write or nothing of it', () => {
    const world = openWorld({ file });
    expect(() =>
      world.write(() => {
        world.resources.put(vm('A'));
        world.write(() => world.resources.put(vm('B')));
        throw new Error('changed my mind');
      }),
    ).toThrow('changed my mind');
    expect(world.resources.list('Microsoft.Compute/virtualMachines', '/subscriptions/s1')).toEqual([]);
    world.close();
  });

  it('is refused while another process has it open', () => {
    const first = openWorld({ file });
    expect(() => openWorld({ file })).toThrow(/in use by another process/);
    first.close();
    openWorld({ file }).close();
  });

  it('is refused and left alone when it is not a state file', () => {
    writeFileSync(file, 'not a database, but long enough to be looked at as one'.repeat(100));
    const before = readFileSync(file);
    expect(() => openWorld({ file })).toThrow(/damaged or not a state file/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is refused and left alone when another program made it', () => {
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE songs (title TEXT)');
    other.close();
    expect(() => openWorld({ file })).toThrow(/belongs to another program/);
  });

  it('is refused and left alone when its end is missing', () => {
    const world = openWorld({ file });
    world.write(() => {
      for (let number = 0; number < 500; number += 1) world.resources.put(vm(`vm-${number}`));
    });
    world.close();
    const cut = readFileSync(file).subarray(0, 20_000);
    writeFileSync(file, cut);
    expect(() => openWorld({ file })).toThrow(/damaged/);
    expect(readFileSync(file).equals(cut)).toBe(true);
  });

  it('is refused and left alone when a page of it is not what was written', () => {
    const world = openWorld({ file });
    world.write(() => {
      for (let number = 0; number < 500; number += 1) world.resources.put(vm(`vm-${number}`));
    });
    world.close();
    const flipped = readFileSync(file).map((byte, place) => (place >= 8 * 4096 && place < 9 * 4096 ? byte ^ 0xff : byte));
    writeFileSync(file, flipped);
    expect(() => openWorld({ file })).toThrow(/damaged/);
    expect(readFileSync(file).equals(flipped)).toBe(true);
  });

  it('that is damaged has a copy of its last orderly end, and the refusal names it', () => {
    const world = openWorld({ file });
    world.write(() => world.resources.put(vm('DBVM1')));
    world.close();
    writeFileSync(file, 'x'.repeat(5_000));
    expect(() => openWorld({ file })).toThrow(`put ${file}.last, its copy of `);
    copyFileSync(`${file}.last`, file);
    const again = openWorld({ file });
    expect(again.resources.get(vm('DBVM1').id)?.name).toBe('DBVM1');
    again.close();
  });

  it.each(['emptied', 'moved away'])('that was %s is not begun again, so that its copy stays', (what) => {
    openWorld({ file }).close();
    const copy = readFileSync(lastCopyOf(file));
    if (what === 'emptied') writeFileSync(file, '');
    else rmSync(file);
    expect(() => openWorld({ file })).toThrow(/state\.db is gone or empty; put .*state\.db\.last, its copy of \d{4}-/);
    expect(readFileSync(lastCopyOf(file)).equals(copy)).toBe(true);
    rmSync(lastCopyOf(file));
    openWorld({ file }).close();
  });

  it('that was moved away from its log is not begun again', () => {
    writeFileSync(`${file}-wal`, 'what a dead process had acknowledged');
    expect(() => openWorld({ file })).toThrow(/gone or empty; put it back beside its log/);
    expect(readFileSync(`${file}-wal`, 'utf8')).toBe('what a dead process had acknowledged');
  });

  it('shows what is around a damaged document', () => {
    const world = openWorld({ file });
    for (const key of ['a', 'b', 'c']) world.documents('things').put(key, { key });
    world.write(() => ['A', 'B', 'C'].map((name) => world.resources.put(vm(name))));
    world.close();
    const database = new DatabaseSync(file);
    database.exec(`UPDATE documents SET json = '{"key":' WHERE key = 'b'; UPDATE resources SET json = '' WHERE name = 'b'`);
    database.close();
    const after = openWorld({ file });
    expect(after.documents('things').list()).toEqual([{ key: 'a' }, { key: 'c' }]);
    expect(after.resources.list('Microsoft.Compute/virtualMachines', '/subscriptions/S1').map(({ name }) => name)).toEqual(['A', 'C']);
    after.close();
  });

  it('is whole with the log that a dead process left beside it', () => {
    const dead = openWorld({ file });
    dead.write(() => dead.resources.put(vm('DBVM1')));
    const left = join(folder, 'left.db');
    for (const part of ['', '-wal']) copyFileSync(file + part, left + part);
    const next = openWorld({ file: left });
    expect(next.resources.get(vm('DBVM1').id)?.name).toBe('DBVM1');
    next.close();
    dead.close();
  });

  it('is refused with its version when a newer program wrote it', () => {
    openWorld({ file }).close();
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(() => openWorld({ file })).toThrow(/newer version \(schema 99/);
  });

  it('is refused when its folder does not exist', () => {
    expect(() => openWorld({ file: join(folder, 'nowhere', 'state.db') })).toThrow(/cannot be written/);
  });

  it('moves to a newer schema as a whole and keeps a copy of the old state', () => {
    const database = new DatabaseSync(file);
    migrate(database, file, ['CREATE TABLE a (x)']);
    expect(() => migrate(database, file, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)', 'CREATE TABLE b (x)'])).toThrow(/already exists/);
    expect(rawRows(database, 'SELECT name FROM sqlite_schema').all().flat()).toEqual(['a']);
    migrate(database, file, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)']);
    expect(rawRows(database, 'SELECT name FROM sqlite_schema').all().flat()).toEqual(['a', 'b']);
    expect(existsSync(`${file}.v1`)).toBe(true);
    database.close();
  });
});

describe('the ARM tree', () => {
  it('lists a type below a scope, a page at a time, without its neighbors', () => {
    const world = openWorld({ file: ':memory:' });
    for (const name of ['c', 'a', 'b']) world.resources.put(vm(name));
    world.resources.put({ ...vm('x'), id: vm('x').id.replace('/RG/', '/RG-2/') });
    const page = world.resources.page('microsoft.compute/VIRTUALMACHINES', '/subscriptions/s1/resourcegroups/rg', 2);
    expect(page.map((resource) => resource.name)).toEqual(['a', 'b']);
    const rest = world.resources.page('Microsoft.Compute/virtualMachines', '/subscriptions/s1/resourceGroups/rg', 2, page[1]?.id);
    expect(rest.map((resource) => resource.name)).toEqual(['c']);
    expect(world.resources.named('Microsoft.Compute/virtualMachines', 'X')).toHaveLength(1);
    expect(world.resources.below('/subscriptions/s1')).toHaveLength(4);
    world.close();
  });
});

describe('the size of the state file', () => {
  const text = 'x'.repeat(1_500);
  const SIZE = 3_000;

  it('is little more than what is kept', () => {
    const world = openWorld({ file });
    world.write(() => {
      for (let number = 0; number < SIZE; number += 1) world.documents('things').put(`${number}`, text);
    });
    world.close();
    expect(statSync(file).size).toBeLessThan(1.6 * SIZE * text.length);
  });

  it('shrinks at the next start when much was deleted', () => {
    const world = openWorld({ file });
    world.write(() => {
      for (let number = 0; number < SIZE; number += 1) world.documents('things').put(`${number}`, text);
    });
    world.write(() => {
      for (let number = 100; number < SIZE; number += 1) world.documents('things').delete(`${number}`);
    });
    world.close();
    const before = statSync(file).size;
    openWorld({ file }).close();
    expect(statSync(file).size).toBeLessThan(before / 4);
  });

  it('keeps what an older version had written', () => {
    const older = new DatabaseSync(file);
    migrate(older, file, migrations.slice(0, 2));
    older.exec(`INSERT INTO documents VALUES ('things', 'b', '"two"'), ('things', 'a', '"one"')`);
    older.close();
    const world = openWorld({ file });
    expect(world.documents('things').list()).toEqual(['one', 'two']);
    expect(world.documents('things').keys('a', 'b', 10)).toEqual(['a']);
    world.close();
  });
});

it('a job that runs while its world gets a newer schema goes on with what it knew', () => {
  const database = new DatabaseSync(file);
  for (const step of migrations.slice(0, 4)) database.exec(step);
  const insert = database.prepare("INSERT INTO documents (collection, key, json) VALUES ('backup-jobs', ?, ?)");
  const disks = { diskLunList: [1], isInclusionList: true };
  const machine = { vmId: '/vm', step: 'creating', disks: [] };
  const details = { pointId: '7', ranAt: '123', megabytes: '4', dataDisks: '0,2', source: 'snapshot', machine: JSON.stringify(machine) };
  insert.run('restore', JSON.stringify({ status: 'InProgress', details }));
  insert.run('none', JSON.stringify({ status: 'InProgress', details: { dataDisks: '', exclusion: 'null', soft: 'false' } }));
  insert.run('some', JSON.stringify({ status: 'InProgress', details: { exclusion: JSON.stringify(disks), updated: 'true' } }));
  insert.run('ended', JSON.stringify({ status: 'Completed', details: { ranAt: '123' } }));
  insert.run('damaged', '{"status":"InProg');
  database.exec('PRAGMA user_version = 4');
  migrate(database, file, migrations);
  const read = (key: string) => {
    const found = database.prepare('SELECT json FROM documents WHERE key = ?').get(key);
    return at(JSON.parse(text(found?.['json']) ?? ''), 'details');
  };
  expect(read('restore')).toMatchObject({
    pointId: '7',
    ranAt: 123,
    megabytes: 4,
    dataDisks: [0, 2],
    fromSnapshot: true,
    machine,
    atWork: machine,
  });
  expect(read('none')).toMatchObject({ dataDisks: [], exclusion: null, isSoft: false });
  expect(read('some')).toMatchObject({ exclusion: disks, isUpdate: true });
  expect(read('ended')).toEqual({ ranAt: '123' });
  database.close();
});

it('what became of operations of long ago is not kept in a world that gets a newer schema', () => {
  const database = new DatabaseSync(file);
  for (const step of migrations.slice(0, 5)) database.exec(step);
  const [now, day] = [Date.parse('2026-02-20T12:00:00Z'), 86_400_000];
  database.prepare("INSERT INTO clock VALUES (1, ?, 0, '{}')").run(now);
  const insert = database.prepare('INSERT INTO documents (collection, key, json) VALUES (?, ?, ?)');
  for (const [collection, key, startedAt] of [
    ['compute-operations', 'old', now - 8 * day],
    ['compute-operations', 'new', now - 6 * day],
    ['backup-operations', 'old', now - 8 * day],
    ['backup-jobs', 'old', now - 8 * day],
  ] as const)
    insert.run(collection, key, JSON.stringify({ startedAt }));
  insert.run('compute-operations', 'damaged', '{"startedAt');
  database.exec('PRAGMA user_version = 5');
  migrate(database, file, migrations);
  const left = database.prepare('SELECT collection, key FROM documents ORDER BY collection, key').all();
  expect(left.map(({ collection, key }) => `${String(collection)} ${String(key)}`)).toEqual([
    'backup-jobs old',
    'compute-operations damaged',
    'compute-operations new',
  ]);
  database.close();
});

it('disks that were restored before carry their job in a world that gets a newer schema', () => {
  const database = new DatabaseSync(file);
  for (const step of migrations.slice(0, 6)) database.exec(step);
  const group = '/subscriptions/s/resourceGroups/RestoreRG';
  const startedAt = Date.parse('2017-01-18T12:12:12.345Z');
  const insert = database.prepare("INSERT INTO documents (collection, key, json) VALUES ('backup-jobs', ?, ?)");
  insert.run('a', JSON.stringify({ id: 'job-a', vmName: 'App-VM1', startedAt, details: { target: group } }));
  insert.run('b', JSON.stringify({ id: 'job-b', vmName: 'VM1', startedAt, details: {} }));
  insert.run('damaged', '{"id":');
  const put = database.prepare("INSERT INTO resources (id, type, name, json) VALUES (?, 'microsoft.compute/disks', ?, ?)");
  const names = ['osdisk', 'datadisk-009', 'datadisk-9'].map((part) => `app-vm1-${part}-20170118-121212`);
  for (const name of [...names, 'app-vm1-osdisk-20170118-121213', 'vm1-osdisk-20170118-121212']) {
    const id = `${group}/providers/Microsoft.Compute/disks/${name}`;
    put.run(
      id.toLowerCase(),
      name,
      JSON.stringify({ id, ...(name === names[0] && { tags: { team: 'one' } }), properties: { none: null } }),
    );
  }
  database.exec('PRAGMA user_version = 6');
  migrate(database, file, migrations);
  const tags = database.prepare('SELECT name, json FROM resources ORDER BY rowid').all();
  expect(tags.map(({ json }) => at(JSON.parse(text(json) ?? ''), 'tags'))).toEqual([
    { team: 'one', RSVaultBackup: 'job-a' },
    { RSVaultBackup: 'job-a' },
    undefined,
    undefined,
    undefined,
  ]);
  expect(at(JSON.parse(text(tags[0]?.['json']) ?? ''), 'properties')).toEqual({ none: null });
  database.close();
});
