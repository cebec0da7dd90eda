import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { renderProof } from './proof';

const root = join(import.meta.dirname, '../../..');
const page = renderProof({ exchanges: 1, operations: { all: 1, recorded: 1 }, fields: { all: 1, recorded: 1 }, entries: [], ofDoctor: [] });

const manifest = z.object({ scripts: z.record(z.string(), z.string()) });

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    return entry.isDirectory() ? filesOf(join(folder, entry.name)) : [entry.name];
  });

it('names tests that there are', () => {
  const files = new Set(['apps', 'packages', 'e2e'].flatMap((part) => filesOf(join(root, part))));
  const named = [...page.matchAll(/[\w.-]+\.(?:test|e2e|cloud)\.ts/g)].map(([name]) => name);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !files.has(name))).toEqual([]);
});

it('names commands that there are', () => {
  const { scripts } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const named = [...page.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it('answers sixteen questions, each with what is not proved', () => {
  expect(page.match(/^## \d+\. /gm)).toHaveLength(16);
  expect(page.match(/^- \*\*Not proved:\*\* \S/gm)).toHaveLength(16);
});
