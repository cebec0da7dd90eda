// Evidence, in the environment of `npm run start:cloud`: `verify <file>` whether it is as it was sealed, which needs no settings; `keys` by whose keys; `renew-key` makes a new one.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { readArguments } from './arguments.mjs';
import { demandBuilt, ensureNode, fail, root } from './prepare.mjs';
import { cloudEnvironment } from './product.mjs';

await ensureNode();
const { positionals, key } = readArguments(
  { key: { type: 'string', hint: '<file or digits of a public key>' } },
  '<verify|keys|renew-key>',
);
const [what, file] = positionals;
if (!['verify', 'keys', 'renew-key'].includes(what) || (what === 'verify') !== (file !== undefined))
  fail('say verify <file>, keys or renew-key.');
demandBuilt();
const named = key === undefined || /^[\dA-Fa-f]{64}$/.test(key) ? key : resolve(key);
const args = [what, ...(file === undefined ? [] : [resolve(file)]), ...(named === undefined ? [] : ['--key', named])];
const { status } = spawnSync(process.execPath, [join(root, 'apps/bff/dist/evidence.js'), ...args], {
  stdio: 'inherit',
  env: cloudEnvironment(),
});
process.exit(status ?? 2);
