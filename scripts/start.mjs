import { resolve } from 'node:path';
import { readArguments } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, ensureNode, fail, root } from './prepare.mjs';
import { SEEDS, startProduct } from './product.mjs';
import { openReview } from './review-place.mjs';

await ensureNode();
const options = readArguments({
  port: { type: 'string', default: '4280' },
  data: { type: 'string', default: resolve(root, '.data') },
  fresh: { type: 'boolean', default: false },
  seed: { type: 'string', default: 'contoso', hint: SEEDS.join('|') },
  speed: { type: 'string', default: '60' },
  unkind: { type: 'string', hint: 'kind|longest|<number>' },
  kind: { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
});
const port = Number(options.port);
const speed = Number(options.speed);
if (!Number.isInteger(port) || port < 1 || port > 65534) fail(`--port ${options.port} is not a port between 1 and 65534.`);
if (!(speed > 0)) fail(`--speed ${options.speed} is not a number above 0 (Local Azure minutes per real minute).`);
if (!SEEDS.includes(options.seed)) fail(`--seed ${options.seed} is unknown; there are ${SEEDS.join(', ')}.`);

ensureInstalled();
ensureBuilt();

let product;
let stopping = false;
async function stop(exitCode) {
  if (stopping) return;
  stopping = true;
  await product?.stop();
  process.exit(exitCode);
}
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

try {
  product = await startProduct({
    port,
    data: resolve(options.data),
    fresh: options.fresh,
    seed: options.seed,
    speed,
    unkind: options.kind ? 'kind' : options.unkind,
    review: openReview(),
    onLog: options.verbose ? (text) => process.stderr.write(text) : undefined,
  });
} catch (error) {
  fail(error.message);
}

console.log('\nYou can sign in as:');
for (const person of product.azure.people) console.log(`  ${person.name.padEnd(18)} ${person.does.en}`);
console.log(`\nWhat only somebody inside the virtual machines can do, such as installing the VM agent: ${product.azure.serverRoom}`);
console.log(`The documentation review, with the right to approve: ${product.url}/review?key=${product.review.key}`);
console.log(`Tresor is ready at ${product.url}`);
console.log('Ctrl+C stops it; the next start finds everything as it was.');

const ended = await product.ended;
if (!stopping) {
  console.error(`Tresor: ${ended} has ended unexpectedly; start with --verbose to see why.`);
  await stop(1);
}
