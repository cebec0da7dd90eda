import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ensureNode, root } from './prepare.mjs';

ensureNode();
ensureInstalled();
ensureBuilt();
const bff = spawn(process.execPath, [join(root, 'apps/bff/dist/main.js')], {
  stdio: 'inherit',
  env: { TRESOR_PORTAL_DIR: join(root, 'apps/portal/dist'), ...process.env, TRESOR_MODE: 'cloud' },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => bff.kill(signal));
bff.once('exit', (code) => process.exit(code ?? 1));
