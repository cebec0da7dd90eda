import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { runBrowserTests } from './browser-tests.mjs';
import { ensureChromium } from './chromium.mjs';
import { tellFailed, tellPassedAlone } from './failed-tests.mjs';
import { bin, ensureInstalled, ensureNode, fail, root, runBeside } from './prepare.mjs';
import { runUnitTests } from './unit-tests.mjs';

const results = join(root, 'test-results');
const traffic = join(results, 'traffic');
const node = process.execPath;

/** How far the checks stand back while tests want the processor: those count on it, and nobody waits for a check. */
const BEHIND_TESTS = 15;

const failed = [];

/** Runs a step to its end and tells all it said. What failed is named when everything has been tried. */
async function step(name, command, args, options) {
  return timed(name, async () => {
    const { ok, output } = await runBeside(command, args, options);
    if (!ok || options?.tells) console.log(`\n— ${name}\n${output.trim()}\n`);
    return { ok };
  });
}

async function timed(name, work) {
  const started = performance.now();
  const done = await work();
  if (!done.ok) failed.push(name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`  ${name}: ${seconds} s${done.ok ? '' : ', failed'}`);
  return done;
}

async function checks() {
  const back = { behind: BEHIND_TESTS };
  await Promise.all([
    step('types', 'npm', ['run', '--silent', 'typecheck'], back),
    step('format', bin('prettier'), ['--check', '.', '--log-level', 'warn', '--cache', '--cache-strategy', 'content'], back),
    step('lock file and secrets', node, ['scripts/supply-chain.mjs'], back),
    step('lint', bin('oxlint'), ['--type-aware', '--deny-warnings'], back),
  ]);
  await step('answers of the real service', node, ['scripts/replay.mjs', '--if-present', '--ledger'], { ...back, tells: true });
  await step('Local Azure beside the real service', node, ['scripts/compare.mjs', '--if-present'], { ...back, tells: true });
}

/** Where the tests asked Local Azure is known once they have ended. */
const conformance = () =>
  step('conformance with Azure’s OpenAPI files', node, ['scripts/conformance.mjs', '--if-present', '--traffic', traffic], {
    behind: BEHIND_TESTS,
    tells: true,
  });

async function browserTests(chromium) {
  const tests = await timed('browser tests', () => runBrowserTests('first', chromium));
  const review = ['--approved', '--light', '--check', '--out', join(results, 'review-approved')];
  await step('approved screens', node, ['scripts/review.mjs', ...review], { tells: true, env: { TRESOR_CHROMIUM: chromium } });
  return tests;
}

await ensureNode();
readArguments();
ensureInstalled();
const chromium = ensureChromium();
rmSync(traffic, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const checking = checks();
const [built, unit] = await Promise.all([
  step('build', bin('turbo'), ['run', 'build', '--output-logs=errors-only', '--ui=stream']),
  timed('unit tests', () => runUnitTests(traffic)),
]);
console.log(unit.output);
const notRun = { passed: 0, failed: [], passedAlone: [] };
const [browser] = await Promise.all([built.ok ? browserTests(chromium) : notRun, conformance(), checking]);

for (const title of unit.leftOut) console.log(`\nNote: ${title}.`);
console.log(`\n${unit.passed + browser.passed} passed, ${unit.failed.length + browser.failed.length} failed`);
tellPassedAlone([...unit.passedAlone, ...browser.passedAlone]);
tellFailed([...unit.failed, ...browser.failed]);
if (failed.length > 0) fail(`failed: ${failed.join('; ')}.`);
