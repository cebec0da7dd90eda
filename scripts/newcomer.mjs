// Walks through every restore of the demo company as somebody who presses what is offered, and prints how each ended.
import { readArguments } from './arguments.mjs';
import { bin, ensureInstalled, ensureNode, run } from './prepare.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

await ensureNode();
readArguments();
ensureInstalled();
moveIntoTemporaryHome();
const walks = 'apps/bff/src/workflows/restore/newcomer.test.ts';
process.exit(run(bin('vitest'), ['run', walks], { show: true, env: { TRESOR_NEWCOMER: 'all' } }) ? 0 : 1);
