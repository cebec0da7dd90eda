// The product from its sources on one address: the portal with hot reload; Local Azure and the BFF start again, with their state, when
// something they are made of changes.
import { mkdirSync, watch, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import module from 'node:module';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { readArguments } from './arguments.mjs';
import { ensureInstalled, ensureNode, fail, root } from './prepare.mjs';
import { ensurePortFree, forgetOrders, SEEDS, startBff, startLocalAzure } from './product.mjs';

const GAP_MS = 100;

await ensureNode();
const options = readArguments({
  port: { type: 'string', default: '4280' },
  data: { type: 'string', default: resolve(root, '.data') },
  fresh: { type: 'boolean', default: false },
  seed: { type: 'string', default: 'contoso', hint: SEEDS.join('|') },
  speed: { type: 'string', default: '60' },
});
const port = Number(options.port);
const speed = Number(options.speed);
if (!Number.isInteger(port) || port < 1 || port > 65533) fail(`--port ${options.port} is not a port between 1 and 65533.`);
if (!(speed > 0)) fail(`--speed ${options.speed} is not a number above 0 (Local Azure minutes per real minute).`);
if (!SEEDS.includes(options.seed)) fail(`--seed ${options.seed} is unknown; there are ${SEEDS.join(', ')}.`);
const started = performance.now();
ensureInstalled();

// Half of what a start from sources takes is to compile them, which is kept: for the programs, and for Vite here.
process.env.NODE_COMPILE_CACHE = join(root, 'node_modules/.tresor/compiled');
module.enableCompileCache(process.env.NODE_COMPILE_CACHE);

const [azurePort, bffPort] = [port + 1, port + 2];
for (const one of [port, azurePort, bffPort]) await ensurePortFree(one).catch(({ message }) => fail(message));
const data = resolve(options.data);
const origin = `http://localhost:${port}`;
const onLog = (line) => process.stderr.write(line);

/** Keeps a program running; what it is stopped by is what a crash is, and loses as little. */
function keep(name, folders, start) {
  let program = start();
  let waiting;
  let turn = program.ready;
  const again = async () => {
    await program.stop('SIGKILL');
    program = start();
    try {
      await program.ready;
      console.log(`${name} runs again.`);
    } catch (error) {
      console.error(`${name} waits for the next change: ${error.message}`);
    }
  };
  for (const folder of folders) {
    watch(join(root, folder, 'src'), { recursive: true }, (_event, file) => {
      if (file === null || file.includes('.test.')) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        turn = turn.then(again, again);
      }, GAP_MS);
    });
  }
  return { ready: program.ready, stop: () => program.stop() };
}

/** A page that is nothing but the settings: the BFF fills it in, and the page of the sources takes them from there. */
function openSettings() {
  const folder = join(root, 'node_modules/.tresor/settings');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), '__PORTAL_SETTINGS__');
  return folder;
}

const askSettings = () =>
  new Promise((settle, reject) => {
    get({ host: '127.0.0.1', port: bffPort, headers: { host: `localhost:${port}` } }, (answer) => settle(text(answer))).once(
      'error',
      reject,
    );
  });

let { fresh } = options;
if (fresh) forgetOrders(data);
const azureProgram = keep('Local Azure', ['packages/local-azure', 'packages/retention'], () => {
  const program = startLocalAzure({ port: azurePort, portalPort: port, data, fresh, seed: options.seed, speed, source: true, onLog });
  fresh = false;
  return program;
});
const { createServer } = await import('vite');
const azure = await azureProgram.ready.catch(({ message }) => fail(message));
const portalDir = openSettings();
const bff = keep('The BFF', ['apps/bff', 'packages/contracts', 'packages/support-matrix', 'packages/retention'], () =>
  startBff({ port: bffPort, origin, portalDir, data, azure, source: true, onLog }),
);
const portal = await createServer({
  root: join(root, 'apps/portal'),
  logLevel: 'warn',
  plugins: [
    {
      name: 'tresor:settings',
      transformIndexHtml: { order: 'pre', handler: async (page) => page.replace('__PORTAL_SETTINGS__', await askSettings()) },
    },
  ],
  server: { host: '127.0.0.1', port, strictPort: true, proxy: { '/api': { target: `http://127.0.0.1:${bffPort}`, changeOrigin: false } } },
  // What blades need that are opened later is made ready at once, or their first visit would reload the page.
  optimizeDeps: { entries: ['index.html', 'auth/redirect.html', 'src/**/!(*.test).{ts,tsx}'] },
});
await bff.ready.catch(({ message }) => fail(message));
await portal.listen();
console.log(`Tresor is ready at ${origin} from its sources, after ${((performance.now() - started) / 1000).toFixed(1)} s.`);
console.log(`Local Azure is at ${azure.url}, the BFF behind the portal at http://127.0.0.1:${bffPort}. Ctrl+C stops all.`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => void Promise.all([portal.close(), bff.stop(), azureProgram.stop()]).then(() => process.exit(0)));
}
