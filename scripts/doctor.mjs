// Looks at what the server of a tenant needs, in the environment of `npm run start:cloud`, and says what is not in order.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { readArguments } from './arguments.mjs';
import { demandBuilt, ensureNode, root } from './prepare.mjs';
import { cloudEnvironment } from './product.mjs';

await ensureNode();
const { language, record } = readArguments({ language: { type: 'string', hint: 'de|en' }, record: { type: 'string', hint: '<folder>' } });
demandBuilt();
const args = [
  join(root, 'apps/bff/dist/doctor.js'),
  ...(language ? ['--language', language] : []),
  ...(record ? ['--record', resolve(record)] : []),
];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: cloudEnvironment() });
process.exit(status ?? 1);
