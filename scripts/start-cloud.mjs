import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { demandBuilt, ensureNode, root } from './prepare.mjs';
import { BFF_HEAP } from './heaps.mjs';
import { cloudEnvironment } from './product.mjs';

await ensureNode();
readArguments();
demandBuilt();
const bff = spawn(process.execPath, [...BFF_HEAP, join(root, 'apps/bff/dist/main.js')], {
  stdio: 'inherit',
  env: cloudEnvironment(),
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => bff.kill(signal));
bff.once('exit', (code) => process.exit(code ?? 1));
