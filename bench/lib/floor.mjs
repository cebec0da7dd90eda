import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bin } from '../../scripts/prepare.mjs';
import { startServer } from './node-server.mjs';

const folder = fileURLToPath(new URL('../floor', import.meta.url));

/** Builds the floor and serves it. */
export function startFloor() {
  const outDir = mkdtempSync(join(tmpdir(), 'tresor-bench-floor-'));
  const build = (...args) =>
    execFileSync(bin('vite'), ['build', '--emptyOutDir', '--logLevel', 'error', ...args], { cwd: folder, stdio: 'inherit' });
  build('--outDir', outDir);
  build('--ssr', 'written.tsx', '--outDir', join(outDir, 'server'));
  return startServer(join(folder, 'serve.mjs'), [outDir]);
}
