// Writes docs/local-azure-differences.md from the route tables of Local Azure.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './prepare.mjs';

const { module } = await runnerImport(join(root, 'packages/local-azure/differences/render.ts'));
writeFileSync(join(root, 'docs/local-azure-differences.md'), module.renderDifferences());
