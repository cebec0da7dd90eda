import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrate } from './database';
import { lastCopyOf } from './last-copy';
import { openWorld, type OpenWorld } from '../open-world';
import { plainSecretsIn } from '../../testing/plain-secrets';
import { migrations, SEALED_SINCE } from './schema';

let folder: string;
let file: string;
let key: string;
let secrets: { bek: string; code: string; deleted: string; bytes: string };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealed-'));
  file = join(folder, 'state.sqlite');
  key = join(folder, 'installation.key');
  const [bek = '', code = '', deleted = '', bytes = ''] = Array.from({ length: 4 }, () => randomBytes(24).toString('base64url'));
  secrets = { bek, code, deleted, bytes };
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const beks = (world: OpenWorld) => world.documents<{ value: string }>('key-vault-secrets');

/** What an earlier version wrote: everything openly, and what it deleted still in pages that nothing uses. */
function writeOlder(path: string): void {
  const older = new DatabaseSync(path);
  migrate(older, path, migrations.slice(0, SEALED_SINCE - 1));
  const insert = older.prepare('INSERT INTO documents VALUES (?, ?, ?)');
  for (let number = 0; number < 50; number += 1) insert.run('things', `gone-${number}`, JSON.stringify(secrets.deleted.repeat(50)));
  insert.run('things', 'a', '"one"');
  insert.run('key-vault-secrets', 'kv/bek', JSON.stringify({ value: secrets.bek }));
  insert.run('authorization-codes', secrets.code, JSON.stringify({ code: secrets.code }));
  insert.run('authority', 'signing-key', JSON.stringify({ kid: 'of the older world' }));
  const piece = Buffer.alloc(65_536);
  piece.write(secrets.bytes, 700);
  older.prepare('INSERT INTO contents VALUES (?, 0, ?)').run('blob', piece);
  older.exec(`DELETE FROM documents WHERE key LIKE 'gone-%'`);
  older.close();
}

describe('a world of an earlier version', () => {
  it('is read as it was, and neither in it nor in its copies a secret is left', () => {
    for (const end of ['', '.last', '.v2']) writeOlder(file + end);
    writeOlder(join(folder, 'monday.world'));
    expect(plainSecretsIn(folder, secrets)).toHaveLength(16);
    const world = openWorld({ file });
    expect(beks(world).get('kv/bek')).toEqual({ value: secrets.bek });
    expect(beks(world).list('kv/')).toEqual([{ value: secrets.bek }]);
    expect(world.documents('authorization-codes').get(secrets.code)).toEqual({ code: secrets.code });
    expect(world.documents('things').list()).toEqual(['one']);
    expect(Buffer.concat([...world.contents.read('blob', 700, secrets.bytes.length)]).toString()).toBe(secrets.bytes);
    expect(plainSecretsIn(folder, secrets)).toEqual([]);
    world.load(join(folder, 'monday.world'));
    expect(beks(world).get('kv/bek')).toEqual({ value: secrets.bek });
    world.close();
    expect(plainSecretsIn(folder, secrets)).toEqual([]);
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith('state.sqlite'))
        .toSorted(),
    ).toEqual(['state.sqlite', 'state.sqlite.last', 'state.sqlite.v2', 'state.sqlite.v3']);
  });

  it('has a copy that cannot be rewritten, and that is said', () => {
    writeOlder(file);
    writeOlder(join(folder, 'torn.world'));
    const torn = readFileSync(join(folder, 'torn.world')).subarray(0, 9_000);
    writeFileSync(join(folder, 'torn.world'), torn);
    const logged = vi.spyOn(console, 'error').mockReturnValue();
    openWorld({ file }).close();
    expect(logged.mock.calls.join()).toMatch(/torn\.world still holds keys and secrets openly, for it cannot be rewritten/);
    expect(readFileSync(join(folder, 'torn.world')).equals(torn)).toBe(true);
  });
});

function live(): void {
  const world = openWorld({ file });
  beks(world).put('kv/bek', { value: secrets.bek });
  world.close();
}

describe('the key of the installation', () => {
  it('is made once and opens the state tomorrow, and a state that was taken along with it elsewhere', () => {
    live();
    const made = readFileSync(key, 'utf8');
    const elsewhere = join(folder, 'elsewhere', 'state.sqlite');
    mkdirSync(dirname(elsewhere), { mode: 0o700 });
    for (const one of ['state.sqlite', 'installation.key']) copyFileSync(join(folder, one), join(dirname(elsewhere), one));
    for (const path of [file, elsewhere]) {
      const world = openWorld({ file: path });
      expect(beks(world).get('kv/bek')?.value).toBe(secrets.bek);
      world.close();
    }
    expect(readFileSync(key, 'utf8')).toBe(made);
  });

  it.each([
    ['is gone', undefined, /is sealed, and its key .*installation\.key is gone; put that key back/],
    ['is another one', 'f'.repeat(64), /was sealed with another key than .*installation\.key; put that key back/],
    ['is no key', 'hello', /installation\.key holds no key/],
  ])('that %s is told, and nothing is changed', (_, content, words) => {
    live();
    const right = readFileSync(key);
    const before = [file, lastCopyOf(file)].map((path) => readFileSync(path));
    if (content === undefined) rmSync(key);
    else writeFileSync(key, content);
    expect(() => openWorld({ file })).toThrow(words);
    expect([file, lastCopyOf(file)].map((path) => readFileSync(path))).toEqual(before);
    expect(readdirSync(folder).includes('installation.key')).toBe(content !== undefined);
    writeFileSync(key, right, { mode: 0o600 });
    const world = openWorld({ file });
    expect(beks(world).get('kv/bek')?.value).toBe(secrets.bek);
    world.close();
  });

  it('is not in a world in memory, whose saved copy has that of its folder', () => {
    const memory = openWorld({ file: ':memory:' });
    beks(memory).put('kv/bek', { value: secrets.bek });
    memory.contents.write('blob', 10, Buffer.from(secrets.bytes));
    const saved = join(folder, 'monday.world');
    memory.save(saved);
    memory.close();
    expect(plainSecretsIn(folder, secrets)).toEqual([]);
    const another = openWorld({ file: ':memory:' });
    another.load(saved);
    expect(beks(another).get('kv/bek')?.value).toBe(secrets.bek);
    expect(Buffer.concat([...another.contents.read('blob', 10, secrets.bytes.length)]).toString()).toBe(secrets.bytes);
    another.close();
  });

  it('opens what is sealed in its own place only, and what is damaged is left out', () => {
    const world = openWorld({ file });
    for (const name of ['a', 'b', 'c']) beks(world).put(name, { value: name });
    world.close();
    const database = new DatabaseSync(file);
    database.exec(`UPDATE documents SET json = (SELECT json FROM documents WHERE key = 'a') WHERE key = 'b'`);
    database.close();
    vi.spyOn(console, 'error').mockReturnValue();
    const after = openWorld({ file });
    expect(
      beks(after)
        .list()
        .map(({ value }) => value),
    ).toEqual(['a', 'c']);
    expect(() => beks(after).get('b')).toThrow();
    after.close();
  });
});
