import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openTlsMaterial } from '../../tls/material';
import { openWorld, type OpenWorld } from '../open-world';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

let parent: string;
let folder: string;
const umask = process.umask();

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'private-'));
  folder = join(parent, 'data');
  mkdirSync(folder);
});
afterEach(() => {
  process.umask(umask);
  vi.restoreAllMocks();
  rmSync(parent, { recursive: true });
});

const widths = () => new Set(readdirSync(folder).map((name) => modeOf(join(folder, name))));

/** Everything that Local Azure ever writes beside its state, while it runs and afterwards. */
function liveThrough(): OpenWorld {
  const file = join(folder, 'state.sqlite');
  const world = openWorld({ file });
  world.write(() => world.documents('keys').put('signing', { d: 'secret' }));
  openTlsMaterial(file, ['management.azure.com']);
  world.save(join(folder, 'monday.world'));
  world.load(join(folder, 'monday.world'));
  return world;
}

it.each([0o000, 0o022, 0o777])('no file of a state can be read by others under the umask %i', (mask) => {
  process.umask(mask);
  const world = liveThrough();
  expect(readdirSync(folder)).toContain('state.sqlite-wal');
  expect([modeOf(folder), widths()]).toEqual(['700', new Set(['600'])]);
  world.close();
  expect(readdirSync(folder)).toContain('state.sqlite.last');
  expect(widths()).toEqual(new Set(['600']));
});

it('what an earlier version left open is closed, and that is said', () => {
  process.umask(0);
  liveThrough().close();
  writeFileSync(join(folder, 'notes.txt'), 'of somebody else');
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
  chmodSync(folder, 0o755);
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const world = openWorld({ file: join(folder, 'state.sqlite') });
  expect(modeOf(folder)).toBe('700');
  expect(readdirSync(folder).filter((name) => modeOf(join(folder, name)) !== '600')).toEqual(['notes.txt']);
  expect(logged.mock.calls.join()).toMatch(/data was open to other accounts.*state\.sqlite was open.*state\.sqlite\.last was open/s);
  world.close();
});
