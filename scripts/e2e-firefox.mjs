// The three walks of the README in Debian's Firefox, by WebDriver BiDi.
import { readArguments } from './arguments.mjs';
import { ensurePrograms } from './debian.mjs';
import { bin, ensureBuilt, ensureInstalled, ensureNode, run } from './prepare.mjs';

await ensureNode();
const { positionals: chosen } = readArguments(undefined, '<test>');
ensureInstalled();
const { 'firefox-esr': firefox } = ensurePrograms({ 'firefox-esr': 'firefox-esr' });
ensureBuilt();
const args = ['test', '--config', 'playwright.firefox.config.ts', ...chosen];
process.exit(run(bin('playwright'), args, { show: true, env: { TRESOR_FIREFOX: firefox } }) ? 0 : 1);
