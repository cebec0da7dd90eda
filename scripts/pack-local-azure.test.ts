import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, expect, it } from 'vitest';
import { readBack } from './read-back.mjs';

const folder = mkdtempSync(join(tmpdir(), 'local-azure-packed-'));
let program: ChildProcessByStdio<null, Readable, null> | undefined;

afterAll(async () => {
  if (program?.exitCode === null) {
    const ended = new Promise((resolve) => program?.once('exit', resolve));
    program.kill();
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

function ran(command: string, args: string[], cwd: string): void {
  const { status, stderr, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
}

/** What a program says up to a word. */
async function outputUpTo(output: Readable, word: string): Promise<string> {
  let text = '';
  for await (const piece of output.setEncoding('utf8')) {
    text += String(piece);
    if (text.includes(word)) return text;
  }
  throw new Error(`It ended without saying ${word}: ${text}`);
}

it('Local Azure is packed, installed into an empty folder and started by its name', { timeout: 90_000 }, async () => {
  ran(process.execPath, ['scripts/pack-local-azure.mjs', '--out', folder], process.cwd());
  const [packed = ''] = readdirSync(folder);
  expect(packed).toMatch(/^tresor-local-azure-\d+\.\d+\.\d+\.tgz$/);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  ran('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${packed}`], folder);

  const installed = join(folder, 'node_modules/@tresor/local-azure');
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['@tresor']);
  const { version, license }: { version: string; license: string } = readBack(readFileSync(join(installed, 'package.json'), 'utf8'));
  expect([license, readdirSync(installed).toSorted()]).toEqual(['MIT', ['DIFFERENCES.md', 'LICENSE', 'README.md', 'dist', 'package.json']]);
  expect(readFileSync(join(installed, 'DIFFERENCES.md'), 'utf8')).toContain(`Of version ${version}.`);

  const command = join(folder, 'node_modules/@tresor/local-azure/dist/cli.js');
  program = spawn(process.execPath, [command, '--port', '0', '--standing'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const text = await outputUpTo(program.stdout, 'Ctrl+C');
  expect(text).toMatch(/Contoso Production, \d\d virtual machines/);
  const [, url = ''] = /ready at (http:\/\/localhost:\d+)/.exec(text) ?? [];
  expect((await fetch(`${url}/metadata/endpoints?api-version=2022-09-01`)).status).toBe(200);
});
