// Writes the tables of docs/operations.md from the settings' schema and the measured figures, and those of docs/watching.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../arguments.mjs';
import { ensureInstalled, ensureNode, root } from '../prepare.mjs';

await ensureNode();
readArguments();
ensureInstalled();
const { renderOperations } = await import('./operations-page.mjs');
const { renderWatching } = await import('./watching-page.mjs');
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(root, 'apps/bff/src/config/settings.ts'));
const page = join(root, 'docs/operations.md');
const read = (file) => readFileSync(file, 'utf8');
writeFileSync(page, await renderOperations(read(page), module.environment.shape, read(join(root, 'docs/performance.md'))));
const watching = join(root, 'docs/watching.md');
const { module: metrics } = await runnerImport(join(root, 'apps/bff/src/telemetry/metrics.ts'));
writeFileSync(watching, await renderWatching(read(watching), metrics, read(join(root, 'deploy/watching/alerts.yaml'))));
