import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lastCopyOf } from './last-copy';
import { openWorld } from '../open-world';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copies-'));
  file = join(folder, 'state.sqlite');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** Lives one day of a world and ends in order. */
function live(what: string, path = file): void {
  const world = openWorld({ file: path });
  world.documents<string>('things').put('what', what);
  world.close();
}

function read(path: string): unknown {
  const other = join(folder, 'read.sqlite');
  copyFileSync(path, other);
  const world = openWorld({ file: other });
  const what = world.documents('things').get('what');
  world.close();
  for (const end of ['', '.last']) rmSync(other + end);
  return what;
}

const aside = () => readdirSync(folder).filter((name) => name.startsWith('state.sqlite.last-'));

it('the copy of a world is renewed by the same world', () => {
  live('first');
  live('second');
  expect(read(lastCopyOf(file))).toBe('second');
  copyFileSync(lastCopyOf(file), file);
  live('third');
  expect([read(lastCopyOf(file)), aside()]).toEqual(['third', []]);
});

it('the copy of a world outlives another one that was put in its place, and that is said', () => {
  live('mine');
  const other = join(folder, 'other.sqlite');
  live('of somebody else', other);
  copyFileSync(other, file);
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  live('of somebody else');
  const [kept = ''] = aside();
  expect([read(join(folder, kept)), read(lastCopyOf(file))]).toEqual(['mine', 'of somebody else']);
  expect(logged.mock.calls.join()).toBe(
    `The last copy beside the state file ${file} is of another world; it is kept as ${join(folder, kept)}.`,
  );
});

it('the copy of a world outlives a saved one that is loaded or put in its place, and a reset', () => {
  live('mine');
  const monday = join(folder, 'monday.world');
  const world = openWorld({ file });
  world.save(monday);
  world.close();
  copyFileSync(monday, file);
  vi.spyOn(console, 'error').mockReturnValue();
  live('monday');
  expect(aside().map((name) => read(join(folder, name)))).toEqual(['mine']);
  const again = openWorld({ file });
  again.clear();
  again.documents<string>('things').put('what', 'anything new');
  again.close();
  expect(new Set(aside().map((name) => read(join(folder, name))))).toEqual(new Set(['mine', 'monday']));
  const before = readFileSync(lastCopyOf(file));
  live('anything new');
  expect(before.length).toBeGreaterThan(0);
});
