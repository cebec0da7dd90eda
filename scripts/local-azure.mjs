import { join, resolve } from 'node:path';
import { readArguments } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, ensureNode, fail, root } from './prepare.mjs';
import { ensureFolder, SEEDS, startLocalAzure } from './product.mjs';
import { readyLines } from './ready-lines.mjs';

await ensureNode();
const options = readArguments({
  port: { type: 'string', default: '4281' },
  'tls-port': { type: 'string' },
  data: { type: 'string', default: resolve(root, '.data') },
  fresh: { type: 'boolean', default: false },
  seed: { type: 'string', default: 'contoso', hint: [...SEEDS, 'empty'].join('|') },
  cloud: { type: 'string', default: 'public', hint: 'public|usgov|china|delos|bleu' },
  speed: { type: 'string', default: '60' },
  standing: { type: 'boolean', default: false },
  control: { type: 'boolean', default: false },
  'no-throttle': { type: 'boolean', default: false },
  unkind: { type: 'string', hint: 'kind|longest|<number>' },
  kind: { type: 'boolean', default: false },
});
const port = Number(options.port);
const tlsPort = Number(options['tls-port'] ?? port + 1);
const speed = Number(options.speed);
// TLS takes the next port where none is given for it.
const lastPort = options['tls-port'] === undefined ? 65534 : 65535;
for (const [name, value, last] of /** @type {const} */ ([
  ['port', port, lastPort],
  ['tls-port', tlsPort, 65535],
])) {
  if (!Number.isInteger(value) || value < 1 || value > last) fail(`--${name} must be a port between 1 and ${last}.`);
}
if (!(speed > 0)) fail(`--speed ${options.speed} is not a number above 0 (Local Azure minutes per real minute).`);

ensureInstalled();
ensureBuilt('@tresor/local-azure');

const data = resolve(options.data);
try {
  ensureFolder(data);
} catch (error) {
  fail(error.message);
}
const { fresh, seed, cloud, standing, control } = options;
const program = startLocalAzure({
  port,
  tlsPort,
  data,
  fresh,
  seed,
  cloud,
  speed,
  standing,
  control,
  throttle: options['no-throttle'] ? false : undefined,
  unkind: options.kind ? 'kind' : options.unkind,
  onLog: (text) => process.stderr.write(text),
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void program.stop().then(() => process.exit(0)));

let azure;
try {
  azure = await program.ready;
} catch (error) {
  fail(error.message);
}

console.log(readyLines(azure, join(data, 'local-azure.sqlite')));

const { code } = await program.exited;
process.exit(code ?? 1);
