// Writes docs/local-azure-differences.md from the route tables of Local Azure and, where Microsoft's OpenAPI files are at hand, from what
// they say may be sent.
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readArguments } from '../arguments.mjs';
import { bin, ensureInstalled, ensureNode, root, run } from '../prepare.mjs';

await ensureNode();
readArguments();
ensureInstalled();
const { runnerImport } = await import('vite');
const load = async (name) => (await runnerImport(join(root, 'packages/local-azure/differences', name))).module;

const specifications = resolve(root, process.env.TRESOR_SPECS ?? '../shared/specs/specification');
if (existsSync(specifications)) {
  const { findWithoutEffect } = await load('find-without-effect.ts');
  const file = join(root, 'packages/local-azure/differences/without-effect.json');
  writeFileSync(file, JSON.stringify(findWithoutEffect(specifications)));
  run(bin('oxfmt'), [file]);
} else {
  console.log('The OpenAPI files of Azure are not at hand (TRESOR_SPECS); what is taken without effect stays as it was written.');
}
const { renderDifferences } = await load('render.ts');
writeFileSync(join(root, 'docs/local-azure-differences.md'), renderDifferences());
