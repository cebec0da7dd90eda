// The store of the servers, in the environment of `npm run start:cloud`: `version` which it has, `back` takes it one version back.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { demandBuilt, ensureNode, fail, root } from './prepare.mjs';
import { cloudEnvironment } from './product.mjs';

await ensureNode();
const { positionals } = readArguments(undefined, '<version|back>');
const [what = 'version'] = positionals;
if (!['version', 'back'].includes(what)) fail('say version or back.');
demandBuilt();
const { status } = spawnSync(process.execPath, [join(root, 'apps/bff/dist/store.js'), what], { stdio: 'inherit', env: cloudEnvironment() });
process.exit(status ?? 1);
