import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failedBrowserTests } from './failed-tests.mjs';
import { bin, root, runBeside } from './prepare.mjs';
import { readBack } from './read-back.mjs';

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
