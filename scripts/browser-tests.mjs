// The browser tests of a project of playwright.config.ts: node scripts/browser-tests.mjs [first|further]
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { failedBrowserTests, tellFailed, tellPassedAlone } from './failed-tests.mjs';
import { bin, ensureBuilt, ensureInstalled, ensureNode, fail, root, runBeside } from './prepare.mjs';
import { readBack } from './read-back.mjs';
import { tryAlone } from './try-alone.mjs';

/** @typedef {import('./failed-tests.mjs').FailedTest} FailedTest */

/**
 * Runs them, and those that fail once more alone.
 * @param {string} project
 * @param {string} chromium
 * @returns {Promise<{ ok: boolean, passed: number, failed: FailedTest[], passedAlone: FailedTest[] }>}
 */
export async function runBrowserTests(project, chromium) {
  const run = async (/** @type {string} */ name, /** @type {string[]} */ args) => {
    const file = join(root, 'test-results', `${name}.json`);
    rmSync(file, { force: true });
    const env = { TRESOR_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    const { ok } = await runBeside(bin('playwright'), ['test', `--project=${project}`, ...args], { show: true, env });
    /** @type {import('./failed-tests.mjs').BrowserReport | null} */
    const report = existsSync(file) ? readBack(readFileSync(file, 'utf8')) : null;
    return { ok, passed: report?.stats.expected ?? 0, failed: report ? failedBrowserTests(report) : [] };
  };
  const first = await run(`e2e-${project}`, []);
  const alone = await tryAlone(first, () => run(`e2e-${project}-alone`, ['--last-failed', '--workers=1']));
  return { ...alone, passed: first.passed + alone.passedAlone.length };
}

if (import.meta.main) {
  await ensureNode();
  ensureInstalled();
  ensureBuilt();
  const [project = 'further'] = process.argv.slice(2);
  const { ok, failed, passedAlone } = await runBrowserTests(project, ensureChromium());
  tellPassedAlone(passedAlone);
  tellFailed(failed);
  if (!ok) fail('browser tests failed.');
}
