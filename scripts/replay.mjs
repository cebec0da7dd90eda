// Plays answers that the real service was recorded to send to the product's own readers, and keeps the ledger of what is known from them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readArguments } from './arguments.mjs';
import { ensureInstalled, ensureNode, root } from './prepare.mjs';

await ensureNode();
/** `--ledger`: these are the recordings that the ledger is made of; others are only played. */
const options = readArguments(
  { specs: { type: 'string' }, ledger: { type: 'boolean' }, write: { type: 'boolean' }, 'if-present': { type: 'boolean' } },
  '<folders of recordings>',
);

const PAGE = 'docs/truth.md';
const PROOF = 'docs/proof.md';
/** Share of the operations that must read at least one real answer. Why each of the others has none stands in the ledger. */
const LEAST = 0.88;

function requireFolder(folder, what, name) {
  if (folder !== undefined && existsSync(folder)) return resolve(folder);
  const where = folder === undefined ? `no folder is named, neither as an argument nor by ${name}` : `there is no folder ${folder}`;
  console.log(`The ${what} are not at hand (${where}); no recorded answer was played.`);
  return process.exit(options['if-present'] ? 0 : 2);
}

// What the ledger is made of is what is known everywhere, and whatever else was recorded.
const known = options.ledger || options.write || options.positionals.length === 0 ? [process.env.TRESOR_RECORDINGS] : [];
const recordings = [...known, ...options.positionals].map((folder) =>
  requireFolder(folder, 'recorded answers of Azure', 'TRESOR_RECORDINGS'),
);
const specifications = requireFolder(options.specs ?? process.env.TRESOR_SPECS, 'OpenAPI files of Azure', 'TRESOR_SPECS');
ensureInstalled();
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(root, 'apps/bff/truth/index.ts'));
const { ledger, misread } = await module.findTruth(recordings, specifications);

for (const { operation, played } of misread) {
  const { file, line, status } = played.exchange;
  console.error(`${operation} misreads ${file}:${line} (${status}): ${played.why}`);
}
const { all, recorded } = ledger.operations;
console.log(
  `${ledger.exchanges} recorded answers were played; ${recorded} of ${all} operations read at least one, ${misread.length} were misread.`,
);

if (!options.ledger && !options.write) process.exit(misread.length === 0 ? 0 : 1);
const { formatted } = await import('./formatted.mjs');
const made = {
  [PAGE]: await formatted(PAGE, module.renderLedger(ledger)),
  [PROOF]: await formatted(PROOF, module.renderProof(ledger)),
};
if (options.write) for (const [file, text] of Object.entries(made)) writeFileSync(join(root, file), text);
const stale = Object.keys(made).filter((file) => readFileSync(join(root, file), 'utf8') !== made[file]);
for (const file of stale) console.error(`${file} is not that of these recordings; run npm run docs:truth.`);
process.exit(misread.length === 0 && stale.length === 0 && recorded / all >= LEAST ? 0 : 1);
