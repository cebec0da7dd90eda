import { parseArgs } from 'node:util';
import { ConfigError, readConfig, type Config } from './config';
import { takeBack, versionOfStore } from './store/open-stores';
import { whyUnreadable } from './store/why-unreadable';

async function describeVersion(config: Config): Promise<string> {
  const version = await versionOfStore(config);
  return version === undefined ? 'There is no store yet.' : `The store has version ${version}.`;
}

async function goBack(config: Config): Promise<string> {
  return `The store has version ${await takeBack(config)} now. Start the version of Tresor that goes with it; this one would bring it forward again.`;
}

const WORK = new Map([
  ['version', describeVersion],
  ['back', goBack],
]);

process.umask(0o077);

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  const work = WORK.get(positionals[0] ?? 'version');
  if (!work) throw new ConfigError(['say version or back']);
  process.stdout.write(`${await work(readConfig(process.env))}\n`);
} catch (error) {
  process.stderr.write(`${whyUnreadable(error)}\n`);
  process.exitCode = 1;
}
