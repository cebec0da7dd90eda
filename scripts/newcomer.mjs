// Walks through every restore of the demo company as somebody who presses what is offered, and prints how each ended; then whether everyone is
// told the same of each, and whether what plans promise before they start is what comes.
//   --only-walks          the walks alone
//   --only-promises       the plans alone
import { readArguments } from './arguments.mjs';
import { handOver } from './node.mjs';
import { bin, ensureInstalled, ensureNode, root } from './prepare.mjs';
import { moveIntoTemporaryHome } from './temporary-home.mjs';

await ensureNode();
const options = readArguments({ 'only-walks': { type: 'boolean' }, 'only-promises': { type: 'boolean' } });
ensureInstalled();
moveIntoTemporaryHome();
const tests = {
  walks: 'restore/newcomer',
  facts: 'restore/same-facts',
  promises: 'promises',
};
const wanted = options['only-walks'] ? [tests.walks] : options['only-promises'] ? [tests.promises] : Object.values(tests);
const files = wanted.map((name) => `apps/bff/src/workflows/${name}.test.ts`);
await handOver(bin('vitest'), ['run', ...files], { cwd: root, env: { ...process.env, TRESOR_NEWCOMER: 'all' } });
