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

/** Builds the floor and serves it with the headers of the portal at the address. */
function startFloor(portal) {
  const outDir = mkdtempSync(join(tmpdir(), 'tresor-bench-floor-'));
  const build = (...args) =>
    execFileSync(bin('vite'), ['build', '--emptyOutDir', '--logLevel', 'error', ...args], { cwd: folder, stdio: 'inherit' });
  build('--outDir', outDir);
  build('--ssr', 'written.tsx', '--outDir', join(outDir, 'server'));
  return startServer(join(folder, 'serve.mjs'), [outDir, portal]);
}

/** What stands beside the product is measured once a round, by the version whose turn it is first, and holds for all. */
function anchorsOfRound() {
  const taken = new Map();
  return (name, take) => {
    if (!taken.has(name)) taken.set(name, take());
    return taken.get(name);
  };
}

/** What each of them gives at the same time, and the constant load of that moment. */
async function takeTurn(measure, benches, anchor, constantLoad) {
  const before = await constantLoad.measure();
  const given = await Promise.allSettled(benches.map((bench) => measure(bench, anchor)));
  const after = await constantLoad.measure();
  const load = { took: (before.took + after.took) / 2, waited: Math.max(before.waited, after.waited) };
  return benches.map((bench, n) => ({ bench, load, ...given[n] }));
}

/**
 * Rounds are taken in turns, so that what happens to the machine happens to every version. A figure that does not depend on how fast the machine
 * is may say that the versions are taken `together`.
 */
async function takeRounds(name, benches, constantLoad, results) {
  const { measure, rounds, together = false } = await import(`../figures/${name}.mjs`);
  let left = benches;
  for (let round = 0; round < rounds; round++) {
    const anchor = anchorsOfRound();
    for (const turn of together ? [left] : left.map((bench) => [bench]))
      for (const { bench, load, status, value, reason } of await takeTurn(measure, turn, anchor, constantLoad)) {
        if (status === 'fulfilled') {
          results.add(bench.version.name, value, load);
          continue;
        }
        left = left.filter((one) => one !== bench);
        results.fail(bench.version.name, name, reason);
      }
  }
}

/** Measures the figures of the versions; answers the results and the name of the browser. */
export async function runFigures(figures, versions) {
  const browser = once(() => startBrowser());
  const floor = once(async () => startFloor((await benches.at(-1).stage()).url));
  const benches = versions.map((version) => startBench(version, { browser: browser.get, floor: floor.get }));
  const constantLoad = await startConstantLoad();
  const results = new Results();
  try {
    // One after the other and before anything is built: how long they take to start is a figure, too. One that does not start is told by each figure.
    for (const bench of benches) await bench.stage().catch(() => undefined);
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
