// Asks Local Azure what the real service was recorded to answer, and tells where the answers differ.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readArguments } from './arguments.mjs';
import { ensureInstalled, ensureNode, root } from './prepare.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

await ensureNode();
const options = readArguments({ 'if-present': { type: 'boolean' } }, '<folder of the recordings>');
const folder = options.positionals[0] ?? process.env.TRESOR_RECORDINGS;
if (folder === undefined || !existsSync(folder)) {
  const where =
    folder === undefined ? 'no folder is named, neither as an argument nor by TRESOR_RECORDINGS' : `there is no folder ${folder}`;
  console.log(`The recorded answers of Azure are not at hand (${where}); Local Azure was held beside none.`);
  process.exit(options['if-present'] ? 0 : 2);
}
ensureInstalled();
moveIntoTemporaryHome();
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(root, 'packages/local-azure/conformance/recordings/compare.ts'));
const { compared, differences } = await module.compareWith(resolve(folder));
const unexplained = differences.filter(({ reason }) => reason === undefined);
const known = differences.length - unexplained.length;
for (const { operation, what } of unexplained) console.error(`${operation} ${what}`);
console.log(
  `Local Azure was held beside ${compared} recorded answers: ${unexplained.length} differences without a reason, ${known} with one.`,
);
process.exit(unexplained.length > 0 ? 1 : 0);
