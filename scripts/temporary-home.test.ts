import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isRunning } from './is-running.mjs';
import { removeThoseOfTheDead } from './temporary-home.mjs';

const DEAD = spawnSync(process.execPath, ['--version']).pid;

let parent: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'homes-'));
  for (const name of [`tresor-run-${DEAD}-a`, `tresor-run-${process.pid}-b`, 'another']) {
    mkdirSync(join(parent, name));
    writeFileSync(join(parent, name, 'file'), '');
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(parent, { recursive: true });
});

it('what a killed run left behind is removed, and nothing else', () => {
  removeThoseOfTheDead(parent);
  expect(readdirSync(parent).toSorted()).toEqual(['another', `tresor-run-${process.pid}-b`]);
});

it.runIf(process.getuid)('what a run of another account left behind is left to that account', () => {
  vi.spyOn(process, 'getuid').mockReturnValue(4_711);
  removeThoseOfTheDead(parent);
  expect(readdirSync(parent)).toHaveLength(3);
});

it('a process of another account that may not be signaled runs', () => {
  vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
  });
  expect(isRunning(1)).toBe(true);
  expect(isRunning(0)).toBe(false);
});
