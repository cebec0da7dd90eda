import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { ensureChromium } from './chromium.mjs';
import { failedBrowserTests, failedUnitTests } from './failed-tests.mjs';
import { readBack } from './read-back.mjs';
import { bin, ensureInstalled, ensureNode, fail, root, runBeside } from './prepare.mjs';

const results = join(root, 'test-results');
const traffic = join(results, 'traffic');
const node = process.execPath;

/** How far a step stands back while another wants the processor; the browser tests, which take longest, never do. */
const BEHIND_BROWSER = 10;
const BEHIND_ALL = 15;

const failed = [];

/** Runs a step to its end and tells all it said. What failed is named when everything has been tried. */
async function step(name, command, args, options) {
  const started = performance.now();
  const { ok, output } = await runBeside(command, args, options);
  if (!ok) failed.push(name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ok && !options?.tells ? '' : `\n— ${name}\n${output.trim()}\n`}  ${name}: ${seconds} s${ok ? '' : ', failed'}`);
  return ok;
}

async function checks() {
  const back = { behind: BEHIND_ALL };
  await Promise.all([
    step('types', 'npm', ['run', '--silent', 'typecheck'], back),
    step('format', bin('prettier'), ['--check', '.', '--log-level', 'warn', '--cache', '--cache-strategy', 'content'], back),
    step('lock file and secrets', node, ['scripts/supply-chain.mjs'], back),
    step('lint', bin('oxlint'), ['--type-aware', '--deny-warnings'], back),
  ]);
  await step('answers of the real service', node, ['scripts/replay.mjs', '--if-present', '--ledger'], { ...back, tells: true });
  await step('Local Azure beside the real service', node, ['scripts/compare.mjs', '--if-present'], { ...back, tells: true });
}

async function unitTests() {
  const back = { behind: BEHIND_BROWSER, tells: true };
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${join(results, 'unit.json')}`];
  await step('unit tests', bin('vitest'), ['run', ...report], { ...back, env: { LOCAL_AZURE_RECORD: traffic } });
  await step('conformance with Azure’s OpenAPI files', node, ['scripts/conformance.mjs', '--if-present', '--traffic', traffic], back);
}

async function browserTests(chromium) {
  if (!(await step('build', bin('turbo'), ['run', 'build', '--output-logs=errors-only', '--ui=stream']))) return;
  await step('browser tests', bin('playwright'), ['test', '--grep-invert', '@long'], {
    show: true,
    env: { TRESOR_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'e2e.json') },
  });
  const review = ['--approved', '--light', '--check', '--out', join(results, 'review-approved')];
  await step('approved screens', node, ['scripts/review.mjs', ...review], { tells: true, env: { TRESOR_CHROMIUM: chromium } });
}

/** What a test runner wrote down, when it came so far. */
const reportOf = (file) => (existsSync(join(results, file)) ? readFileSync(join(results, file), 'utf8') : 'null');

await ensureNode();
readArguments();
ensureInstalled();
const chromium = ensureChromium();
for (const old of ['unit.json', 'e2e.json', 'traffic']) rmSync(join(results, old), { recursive: true, force: true });
mkdirSync(results, { recursive: true });
await Promise.all([browserTests(chromium), unitTests(), checks()]);

/** @type {import('./failed-tests.mjs').UnitReport | null} */
const unit = readBack(reportOf('unit.json'));
/** @type {import('./failed-tests.mjs').BrowserReport | null} */
const e2e = readBack(reportOf('e2e.json'));
const leftOut = unit?.testResults
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ title }) => title.includes('left out here'));
for (const { title } of leftOut ?? []) console.log(`\nNote: ${title}.`);
if (unit && e2e) {
  console.log(`\n${unit.numPassedTests + e2e.stats.expected} passed, ${unit.numFailedTests + e2e.stats.unexpected} failed`);
}
// Named last: the end of a long log is what is read first.
for (const { file, title, message } of [...(unit ? failedUnitTests(unit, root) : []), ...(e2e ? failedBrowserTests(e2e) : [])]) {
  console.log(`\n✗ ${file}: ${title}\n${message}`);
}
if (failed.length > 0) fail(`failed: ${failed.join('; ')}.`);
