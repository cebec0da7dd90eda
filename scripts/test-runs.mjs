import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failedBrowserTests, failedUnitTests, leftOutUnitTests } from './failed-tests.mjs';
import { bin, root, runBeside } from './prepare.mjs';
import { readBack } from './read-back.mjs';

/**
 * Runs unit tests. `name`: of the report that is kept; `args`: which, as Vitest takes it; `leftOut`: what of them this machine has not tried.
 * @param {string} name
 * @param {string[]} args
 * @param {Parameters<typeof runBeside>[2]} options
 */
export async function runUnitTests(name, args, options) {
  const file = join(root, 'test-results', `${name}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { ok, output } = await runBeside(bin('vitest'), ['run', ...reporters, ...args], options);
  /** @type {import('./failed-tests.mjs').UnitReport | null} */
  const report = existsSync(file) ? readBack(readFileSync(file, 'utf8')) : null;
  return {
    ok,
    output,
    passed: report?.numPassedTests ?? 0,
    failed: report ? failedUnitTests(report, root) : [],
    leftOut: report ? leftOutUnitTests(report, root) : [],
  };
}

/**
 * Runs browser tests. `name`: of the report that is kept; `args`: which, as Playwright takes it.
 * @param {string} name
 * @param {string} chromium
 * @param {string[]} args
 */
export async function runBrowserTests(name, chromium, args) {
  const file = join(root, 'test-results', `${name}.json`);
  rmSync(file, { force: true });
  const env = { TRESOR_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const { ok } = await runBeside(bin('playwright'), ['test', ...args], { show: true, env });
  /** @type {import('./failed-tests.mjs').BrowserReport | null} */
  const report = existsSync(file) ? readBack(readFileSync(file, 'utf8')) : null;
  return { ok, passed: report?.stats.expected ?? 0, failed: report ? failedBrowserTests(report) : [] };
}
