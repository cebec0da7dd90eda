// Writes docs/local-azure-differences.md from the route tables of Local Azure.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { ensureInstalled, ensureNode, root } from './prepare.mjs';

await ensureNode();
readArguments();
ensureInstalled();
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(root, 'packages/local-azure/differences/render.ts'));
writeFileSync(join(root, 'docs/local-azure-differences.md'), module.renderDifferences());
