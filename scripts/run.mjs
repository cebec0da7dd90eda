// Runs an installed program with what it needs: node scripts/run.mjs [--built] [--browser] vitest run
import { ensureChromium } from './chromium.mjs';
import { handOver } from './node.mjs';
import { bin, ensureBuilt, ensureInstalled, ensureNode } from './prepare.mjs';

const NEEDS = {
  '--built': () => ensureBuilt(),
  '--browser': () => {
    process.env.TRESOR_CHROMIUM = ensureChromium();
  },
  // Whatever is late in Local Azure is as late as it may be.
  '--longest': () => {
    process.env.LOCAL_AZURE_UNKIND = 'longest';
  },
};

await ensureNode();
ensureInstalled();
const rest = process.argv.slice(2);
while (rest[0] in NEEDS) NEEDS[rest.shift()]();
const [program, ...args] = rest;
await handOver(bin(program), args);
