// Writes docs/api.md from the contract.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderApi } from './api-page.mjs';
import { readArguments } from '../arguments.mjs';
import { readBack } from '../read-back.mjs';
import { ensureInstalled, ensureNode, root } from '../prepare.mjs';

await ensureNode();
readArguments();
ensureInstalled();
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(root, 'apps/bff/src/http/open-api.ts'));
writeFileSync(join(root, 'docs/api.md'), renderApi(readBack(await module.openApiDocument())));
