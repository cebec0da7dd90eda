import { join, resolve } from 'node:path';
import { readArguments } from './arguments.mjs';
import { azureEnvironment, registerCloud } from './azure-clients.mjs';
import { ensureBuilt, ensureInstalled, ensureNode, fail, root } from './prepare.mjs';
import { ensureFolder, startLocalAzure } from './product.mjs';

await ensureNode();
const options = readArguments({
  port: { type: 'string', default: '4281' },
  'tls-port': { type: 'string' },
  data: { type: 'string', default: resolve(root, '.data') },
  fresh: { type: 'boolean', default: false },
  seed: { type: 'string', default: 'contoso', hint: 'contoso|disaster|large|greenfield|empty' },
  cloud: { type: 'string', default: 'public', hint: 'public|usgov|china|delos|bleu' },
  speed: { type: 'string', default: '60' },
  standing: { type: 'boolean', default: false },
  control: { type: 'boolean', default: false },
  throttle: { type: 'boolean', default: false },
  unkind: { type: 'string', hint: 'kind|longest|<number>' },
  kind: { type: 'boolean', default: false },
});
const port = Number(options.port);
const tlsPort = Number(options['tls-port'] ?? port + 1);
const speed = Number(options.speed);
for (const [name, value] of Object.entries({ port, 'tls-port': tlsPort })) {
  if (!Number.isInteger(value) || value < 1 || value > 65535) fail(`--${name} must be a port between 1 and 65535.`);
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
const { fresh, seed, cloud, standing, control, throttle } = options;
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
  throttle,
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

const list = (rows) => rows.map(([left, right]) => `  ${left.padEnd(34)} ${right}`).join('\n');
const login = ({ appId, secret }) => `az login --service-principal -u ${appId} -p ${secret} --tenant ${azure.tenantId}`;

console.log(`
Local Azure is ready at ${azure.url} and ${azure.tls.url}
Its state is kept in ${join(data, 'local-azure.sqlite')}

Clients must trust its authority ${azure.tls.caFile}
and reach its names through its plain port:

${azureEnvironment(azure)
  .map(([name, value]) => `  export ${name}=${value}`)
  .join('\n')}

Azure's command line, best with a configuration of its own (AZURE_CONFIG_DIR):

${registerCloud(azure)
  .map((args) => `  az ${args.join(' ')}`)
  .join('\n')}

Programs (service principals):

${azure.programs.map((one) => `  ${one.name}: ${one.does.en}\n    ${login(one)}`).join('\n')}
  The first one may also sign in with its certificate: --certificate ${azure.clientCertificate}

People (az login --use-device-code, or az login -u <name> -p ${azure.password}):

${list(azure.people.map(({ username, does }) => [username, does.en]))}

Ctrl+C stops it; the next start finds everything as it was.`);

const { code } = await program.exited;
process.exit(code ?? 1);
