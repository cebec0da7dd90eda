import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failedUnitTests } from './failed-tests.mjs';
import { bin, root, runBeside } from './prepare.mjs';
import { readBack } from './read-back.mjs';
import { tryAlone } from './try-alone.mjs';

/** @typedef {import('./failed-tests.mjs').FailedTest} FailedTest */

/**
 * Runs the unit tests, and the files of those that fail once more alone. `traffic`: where to keep what they asked of Local Azure; `leftOut`: the
 * tests that say they were left out on this machine.
 * @param {string} traffic
 * @returns {Promise<{ ok: boolean, output: string, passed: number, failed: FailedTest[], passedAlone: FailedTest[], leftOut: string[] }>}
 */
export async function runUnitTests(traffic) {
  const run = async (/** @type {string} */ name, /** @type {string[]} */ args) => {
    const file = join(root, 'test-results', `${name}.json`);
    rmSync(file, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { ok, output } = await runBeside(bin('vitest'), ['run', ...reporters, ...args], { env: { LOCAL_AZURE_RECORD: traffic } });
    /** @type {import('./failed-tests.mjs').UnitReport | null} */
    const report = existsSync(file) ? readBack(readFileSync(file, 'utf8')) : null;
    return { ok, output, report, failed: report ? failedUnitTests(report, root) : [] };
  };
  const first = await run('unit', []);
  const alone = await tryAlone(first, (failed) => run('unit-alone', [...new Set(failed.map(({ file }) => file)), '--maxWorkers=1']));
  const tests = first.report?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? [];
  return {
    ...alone,
    output: first.output,
    passed: (first.report?.numPassedTests ?? 0) + alone.passedAlone.length,
    leftOut: tests.map(({ title }) => title).filter((title) => title.includes('left out here')),
  };
}
