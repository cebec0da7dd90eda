// What a container runs: the server of a tenant, by its settings; with `--doctor` what looks at these, with `--audit verify` or `--audit export` what reads the record of commands, with `--evidence keys` or `--evidence renew-key` what shows and renews the key of evidence, with `--store version` or `--store back` what takes the store back; with `--demo` the product with Local Azure.
import { join } from 'node:path';
import { readArguments } from '../arguments.mjs';
import { fail, root } from '../node.mjs';
import { BFF_HEAP } from '../heaps.mjs';
import { cloudEnvironment, SEEDS, startProduct } from '../product.mjs';

const { audit, evidence, store, demo, doctor, language, port, seed, fresh, kind } = readArguments({
  demo: { type: 'boolean', default: false },
  doctor: { type: 'boolean', default: false },
  audit: { type: 'string', hint: 'verify|export' },
  evidence: { type: 'string', hint: 'keys|renew-key' },
  store: { type: 'string', hint: 'version|back' },
  language: { type: 'string', default: 'en', hint: 'de|en' },
  port: { type: 'string', default: '4280', hint: '<port of the demo>' },
  seed: { type: 'string', default: 'contoso', hint: SEEDS.join('|') },
  fresh: { type: 'boolean', default: false },
  kind: { type: 'boolean', default: false },
});

/** Another program takes this process over: signals and the end of the container are its own. */
function become(script, ...args) {
  const environment = { TRESOR_HOST: '0.0.0.0', ...cloudEnvironment() };
  process.execve?.(process.execPath, [process.execPath, ...BFF_HEAP, join(root, 'apps/bff/dist', script), ...args], environment);
  fail('this Node cannot hand its process over.');
}

async function startDemo() {
  const product = await startProduct({
    port: Number(port),
    data: process.env.TRESOR_DATA ?? fail('TRESOR_DATA is missing.'),
    seed,
    fresh,
    unkind: kind ? 'kind' : undefined,
  }).catch(({ message }) => fail(message));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.once(signal, () => void product.stop().then(() => process.exit(0)));
  console.log(`Tresor is ready at ${product.url}, with people and machines of a made-up company.`);
  for (const person of product.azure.people) console.log(`  ${person.name.padEnd(18)} ${person.does.en}`);
  fail(`${await product.ended} has ended.`);
}

if (demo) await startDemo();
else if (audit) become('audit.js', audit);
else if (evidence) become('evidence.js', evidence);
else if (store) become('store.js', store);
else if (doctor) become('doctor.js', '--language', language);
else become('main.js');
