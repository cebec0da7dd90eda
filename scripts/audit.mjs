// Reads the record of commands, in the environment of `npm run start:cloud`: `verify` whether it is as it was closed, `export` all of it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { demandBuilt, ensureNode, fail, root } from './prepare.mjs';
import { cloudEnvironment } from './product.mjs';

await ensureNode();
const { positionals } = readArguments(undefined, '<verify|export>');
const [what = 'verify'] = positionals;
if (!['verify', 'export'].includes(what)) fail('say verify or export.');
demandBuilt();
const { status } = spawnSync(process.execPath, [join(root, 'apps/bff/dist/audit.js'), what], { stdio: 'inherit', env: cloudEnvironment() });
process.exit(status ?? 2);
