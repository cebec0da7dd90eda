import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { isNewEnough, removeHalfMade, root } from './node.mjs';

const manifest = z.object({ scripts: z.record(z.string(), z.string()) });

it.each([
  ['22.20.0', false],
  ['24.4.1', false],
  ['24.5.0', true],
  ['24.11.0', true],
  ['26.0.0', true],
])('Node %s is new enough: %s', (version, isIt) => {
  expect(isNewEnough(version)).toBe(isIt);
});

it('each command of package.json first sees to a Node that is new enough', () => {
  const { scripts } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const files = new Set(Object.values(scripts).map((line) => /^node (\S+)/.exec(line)?.[1] ?? line));
  const without = [...files].filter((file) => !/^ *await ensureNode\(\);$/m.test(readFileSync(join(root, file), 'utf8')));
  expect(without).toEqual([]);
});

it('what a command left half fetched that was killed is removed; what another one is fetching is not', () => {
  const home = mkdtempSync(join(tmpdir(), 'node-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  for (const name of ['26.12.1', `making-${dead}`, 'making-x7Yz2a', `making-${process.pid}`]) mkdirSync(join(home, name));
  removeHalfMade(home);
  expect(readdirSync(home).toSorted()).toEqual(['26.12.1', `making-${process.pid}`]);
});
