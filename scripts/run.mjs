// Runs an installed program with what it needs: node scripts/run.mjs vitest run
import { handOver } from './node.mjs';
import { bin, ensureInstalled, ensureNode } from './prepare.mjs';

await ensureNode();
ensureInstalled();
const [program, ...args] = process.argv.slice(2);
await handOver(bin(program), args);
