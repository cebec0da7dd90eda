// Walks through every restore of the demo company as somebody who presses what is offered, and prints how each ended; then, unless only the walks are asked for, whether everyone is told the same of each.
import { readArguments } from './arguments.mjs';
import { handOver } from './node.mjs';
import { bin, ensureInstalled, ensureNode, root } from './prepare.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

await ensureNode();
const { 'only-walks': onlyWalks } = readArguments({ 'only-walks': { type: 'boolean' } });
ensureInstalled();
moveIntoTemporaryHome();
const walks = (onlyWalks ? ['newcomer'] : ['newcomer', 'same-facts']).map((name) => `apps/bff/src/workflows/restore/${name}.test.ts`);
await handOver(bin('vitest'), ['run', ...walks], { cwd: root, env: { ...process.env, TRESOR_NEWCOMER: 'all' } });
