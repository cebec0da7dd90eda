import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

it('a command ends as it is asked to when npm was ended, of which only the shell between them is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'node-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const command = join(folder, 'command.mjs');
  writeFileSync(
    command,
    `import { ensureNode } from ${JSON.stringify(pathToFileURL(join(root, 'scripts/node.mjs')).href)};
    await ensureNode();
    process.on('SIGTERM', () => { console.log('put in order'); process.exit(0); });
    setInterval(() => {}, 60_000);
    console.log('begun');`,
  );
  // A second command keeps every shell from becoming the first.
  const shell = spawn('sh', ['-c', '"$0" "$1"; :', process.execPath, command], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  shell.stdout.setEncoding('utf8').on('data', (words: string) => said.push(words));
  const ended = once(shell, 'close');
  await once(shell.stdout, 'data');
  shell.kill('SIGTERM');
  await ended;
  expect(said.join('')).toBe('begun\nput in order\n');
});
