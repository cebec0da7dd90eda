// Checks the traffic of Local Azure's tests against Microsoft's OpenAPI files.
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readArguments } from './arguments.mjs';
import { bin, ensureInstalled, ensureNode, root, run } from './prepare.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

await ensureNode();
const options = readArguments({ traffic: { type: 'string' }, 'if-present': { type: 'boolean' } }, '<folder of the OpenAPI files>');
const folder = options.positionals[0] ?? process.env.TRESOR_SPECS;

function absent() {
  const where = folder === undefined ? 'no folder is named, neither as an argument nor by TRESOR_SPECS' : `there is no folder ${folder}`;
  console.log(`The OpenAPI files of Azure are not at hand (${where}); nothing was checked against them.`);
  process.exit(options['if-present'] ? 0 : 2);
}

/** Runs the tests of Local Azure, which write down what they ask and are answered. */
function record(traffic) {
  if (run(bin('vitest'), ['run', 'packages/local-azure'], { env: { LOCAL_AZURE_RECORD: traffic } })) return;
  console.error('The tests of Local Azure fail, so there is no traffic to check.');
  process.exit(1);
}

if (folder === undefined || !existsSync(folder)) absent();
ensureInstalled();
moveIntoTemporaryHome();
const traffic = options.traffic === undefined ? mkdtempSync(join(tmpdir(), 'traffic-')) : resolve(options.traffic);
if (options.traffic === undefined) record(traffic);
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(root, 'packages/local-azure/conformance/check-traffic.ts'));
const report = module.checkTraffic(resolve(folder), traffic);
console.log(String(report));
process.exit(report.isClean ? 0 : 1);
