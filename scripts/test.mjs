import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { ensureChromium } from './chromium.mjs';
import { printFailed, printPassedAlone } from './failed-tests.mjs';
import { PARTS } from './long-tests.mjs';
import { bin, ensureInstalled, ensureNode, fail, root, runBeside } from './prepare.mjs';
import { runBrowserTests, runUnitTests } from './test-runs.mjs';
import { tryAlone } from './try-alone.mjs';

await ensureNode();
const { long } = readArguments({ long: { type: 'boolean', default: false } });
const part = long ? PARTS.long : PARTS.short;
const named = (/** @type {string} */ report) => (long ? `long-${report}` : report);
const results = join(root, 'test-results');
const traffic = join(results, named('traffic'));
const node = process.execPath;

/** How far a step stands back while another wants the processor; the browser tests, which take longest, never do. */
const BEHIND_BROWSER = 10;
const BEHIND_ALL = 15;

/** The type checker is written in Go, which clears its memory away again and again. It takes this much anyway. */
const LINT_MEMORY = { GOGC: 'off', GOMEMLIMIT: '3800MiB' };

const failed = new Set();

async function timed(name, work) {
  const started = performance.now();
  const done = await work();
  if (!done.ok) failed.add(name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`  ${name}: ${seconds} s${done.ok ? '' : ', failed'}`);
  return done;
}

/** Runs a step to its end and tells all it said. What failed is named when everything has been tried. */
const step = (name, command, args, options) =>
  timed(name, async () => {
    const { ok, output } = await runBeside(command, args, options);
    if (!ok || options?.prints) console.log(`\n— ${name}\n${output.trim()}\n`);
    return { ok };
  });

async function checks() {
  const back = { behind: BEHIND_ALL };
  await Promise.all([
    step('format', bin('oxfmt'), ['--check'], back),
    step('lock file and secrets', node, ['scripts/supply-chain/supply-chain.mjs'], back),
    step('lint and types', 'npm', ['run', '--silent', 'lint'], { ...back, env: LINT_MEMORY }),
  ]);
  await step('answers of the real service', node, ['scripts/replay.mjs', '--if-present', '--ledger'], { ...back, prints: true });
  await step('Local Azure beside the real service', node, ['scripts/compare.mjs', '--if-present'], { ...back, prints: true });
}

async function unitTests() {
  const back = { behind: BEHIND_BROWSER };
  const unit = await timed('unit tests', () =>
    runUnitTests(named('unit'), part.unit, { ...back, env: { ...part.env, LOCAL_AZURE_RECORD: traffic } }),
  );
  console.log(unit.output);
  const conformance = ['scripts/conformance.mjs', '--if-present', '--traffic', traffic];
  await step('conformance with Azure’s OpenAPI files', node, conformance, { ...back, prints: true });
  return unit;
}

async function browserTests(chromium) {
  const build = await step('build', bin('turbo'), ['run', 'build', '--output-logs=errors-only', '--ui=stream']);
  if (!build.ok) return { ok: false, passed: 0, failed: [] };
  const browser = await timed('browser tests', () => runBrowserTests(named('e2e'), chromium, part.browser));
  if (!long) return browser;
  const review = ['--approved', '--light', '--out', join(results, 'review-approved')];
  await step('scenes of the documentation', node, ['scripts/review.mjs', ...review], { prints: true, env: { TRESOR_CHROMIUM: chromium } });
  return browser;
}

/** Tries what failed beside the rest alone, now that the rest has ended. */
async function alone(name, run, again) {
  const { ok, failed: failing, passedAlone } = await tryAlone(run, again);
  if (ok) failed.delete(name);
  return { passed: run.passed + passedAlone.length, failed: failing, passedAlone };
}

ensureInstalled();
const chromium = ensureChromium();
rmSync(traffic, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const [firstBrowser, firstUnit] = await Promise.all([browserTests(chromium), unitTests(), long || checks()]);
const unit = await alone('unit tests', firstUnit, (failing) =>
  runUnitTests(named('unit-alone'), [...new Set(failing.map(({ file }) => file)), '--maxWorkers=1'], {}),
);
const browser = await alone('browser tests', firstBrowser, () =>
  runBrowserTests(named('e2e-alone'), chromium, ['--last-failed', '--workers=1']),
);

for (const title of firstUnit.leftOut) console.log(`\nNote: ${title}.`);
console.log(`\n${unit.passed + browser.passed} passed, ${unit.failed.length + browser.failed.length} failed`);
printPassedAlone([...unit.passedAlone, ...browser.passedAlone]);
printFailed([...unit.failed, ...browser.failed]);
if (failed.size > 0) fail(`failed: ${[...failed].join('; ')}.`);
