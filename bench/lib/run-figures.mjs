import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bin } from '../../scripts/prepare.mjs';
import { startBench } from './bench.mjs';
import { startBrowser } from './browser.mjs';
import { startConstantLoad } from './constant-load.mjs';
import { startServer } from './node-server.mjs';
import { once } from './once.mjs';
import { Results } from './results.mjs';

const folder = fileURLToPath(new URL('../floor', import.meta.url));

/** Builds the floor and serves it. */
function startFloor() {
  const outDir = mkdtempSync(join(tmpdir(), 'tresor-bench-floor-'));
  const build = (...args) =>
    execFileSync(bin('vite'), ['build', '--emptyOutDir', '--logLevel', 'error', ...args], { cwd: folder, stdio: 'inherit' });
  build('--outDir', outDir);
  build('--ssr', 'written.tsx', '--outDir', join(outDir, 'server'));
  return startServer(join(folder, 'serve.mjs'), [outDir]);
}

/** Rounds are taken in turns, so that what happens to the machine happens to every version. */
async function takeRounds(name, benches, constantLoad, results) {
  const { measure, rounds } = await import(`../figures/${name}.mjs`);
  const failed = new Set();
  for (let round = 0; round < rounds; round++)
    for (const bench of benches.filter((bench) => !failed.has(bench))) {
      const before = await constantLoad.measure();
      try {
        const measurements = await measure(bench);
        const after = await constantLoad.measure();
        const load = { took: (before.took + after.took) / 2, waited: Math.max(before.waited, after.waited) };
        results.add(bench.version.name, measurements, load);
      } catch (error) {
        failed.add(bench);
        results.fail(bench.version.name, name, error);
      }
    }
}

/** Measures the figures of the versions; answers the results and the name of the browser. */
export async function runFigures(figures, versions) {
  const browser = once(() => startBrowser());
  const floor = once(startFloor);

  const benches = versions.map((version) => startBench(version, { browser: browser.get, floor: floor.get }));
  const constantLoad = await startConstantLoad();
  const results = new Results();
  try {
    for (const name of figures) {
      const started = performance.now();
      process.stderr.write(`${name} … `);
      await takeRounds(name, benches, constantLoad, results);
      process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0)} s\n`);
    }
    return { results, browser: (await browser.get()).version };
  } finally {
    await Promise.all([browser, floor, ...benches, constantLoad].map((thing) => thing.stop()));
  }
}
