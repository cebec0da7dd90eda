import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { ensureChromium } from './chromium.mjs';
import { bin, ensureInstalled, ensureNode, fail, root, run, runBeside } from './prepare.mjs';

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function step(name, work) {
  const started = performance.now();
  console.log(`\n— ${name}`);
  if (work() === false) fail(`${name} failed.`);
  console.log(`  ${name}: ${seconds(started)}`);
}

/** Steps that do not need each other run side by side; each one's words are told whole, and all that failed are named at once. */
async function sideBySide(steps) {
  const names = Object.keys(steps);
  console.log(`\n— ${names.join(', ')}`);
  const failed = [];
  await Promise.all(
    names.map(async (name) => {
      const started = performance.now();
      const { ok, output } = await runBeside(...steps[name]);
      if (!ok) failed.push(name);
      console.log(`${ok ? '' : `\n${output.trim()}\n`}  ${name}: ${seconds(started)}${ok ? '' : ', failed'}`);
    }),
  );
  if (failed.length > 0) fail(`${failed.join(', ')} failed.`);
}

const results = join(root, 'test-results');

await ensureNode();
readArguments();
step('install', ensureInstalled);
let chromium;
step('browser', () => {
  chromium = ensureChromium();
});
await sideBySide({
  types: ['npm', ['run', '--silent', 'typecheck']],
  build: [bin('turbo'), ['run', 'build', '--output-logs=errors-only', '--ui=stream']],
  format: [bin('prettier'), ['--check', '.', '--log-level', 'warn', '--cache', '--cache-strategy', 'content']],
  'lock file and secrets': [process.execPath, ['scripts/supply-chain.mjs']],
  lint: [bin('oxlint'), ['--type-aware', '--deny-warnings']],
});
mkdirSync(results, { recursive: true });
const traffic = join(results, 'traffic');
rmSync(traffic, { recursive: true, force: true });
step('unit tests', () =>
  run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(results, 'unit.json')}`], {
    show: true,
    env: { LOCAL_AZURE_RECORD: traffic },
  }),
);
step('conformance with Azure’s OpenAPI files', () =>
  run(process.execPath, ['scripts/conformance.mjs', '--if-present', '--traffic', traffic], { show: true }),
);
step('answers of the real service', () => run(process.execPath, ['scripts/replay.mjs', '--if-present', '--ledger'], { show: true }));
step('Local Azure beside the real service', () => run(process.execPath, ['scripts/compare.mjs', '--if-present'], { show: true }));
step('browser tests', () =>
  run(bin('playwright'), ['test', '--grep-invert', '@long'], {
    show: true,
    env: { TRESOR_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'e2e.json') },
  }),
);
step('approved screens', () =>
  run(process.execPath, ['scripts/review.mjs', '--approved', '--light', '--check', '--out', join(results, 'review-approved')], {
    show: true,
    env: { TRESOR_CHROMIUM: chromium },
  }),
);

const unit = JSON.parse(readFileSync(join(results, 'unit.json'), 'utf8'));
const e2e = JSON.parse(readFileSync(join(results, 'e2e.json'), 'utf8'));
const leftOut = unit.testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ title }) => title.includes('left out here'));
for (const { title } of leftOut) console.log(`\nNote: ${title}.`);
console.log(`\n${unit.numPassedTests + e2e.stats.expected} passed, ${unit.numFailedTests + e2e.stats.unexpected} failed`);
