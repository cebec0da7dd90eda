// The three walks of the README in Debian's Firefox, by WebDriver BiDi.
import { readArguments } from './arguments.mjs';
import { ensurePrograms } from './debian.mjs';
import { handOver } from './node.mjs';
import { bin, ensureBuilt, ensureInstalled, ensureNode, root } from './prepare.mjs';

await ensureNode();
const { positionals: chosen } = readArguments(undefined, '<test>');
ensureInstalled();
const { 'firefox-esr': firefox } = ensurePrograms({ 'firefox-esr': 'firefox-esr' });
ensureBuilt();
const args = ['test', '--config', 'playwright.firefox.config.ts', ...chosen];
await handOver(bin('playwright'), args, { cwd: root, env: { ...process.env, TRESOR_FIREFOX: firefox } });
