import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runChaos } from './run-chaos';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outDir = join(root, 'test-results/killed-program');

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-'));
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir, sourcemap: false } });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(outDir, { recursive: true });
});

describe('a process that is killed under load', () => {
  it('loses nothing it acknowledged, and what was running comes to its end', async () => {
    const { kills, acknowledged, backupsEnded } = await runChaos({ program: join(outDir, 'main.js'), folder, rounds: 15 });
    expect(kills).toBe(15);
    expect(acknowledged).toBeGreaterThan(kills);
    expect(backupsEnded).toBeGreaterThan(0);
  }, 60_000);
});
