import { parseArgs } from 'node:util';
import { ConfigError, readConfig, type Config } from './config';
import { Problem } from './problem';
import { takeBack, versionOfStore } from './store/open-stores';
import { StoreError } from './store/store-error';

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

const REFUSED: Partial<Record<Problem['code'], string>> = {
  'store-replaced': 'The database is not the one whose number is in TRESOR_DATA.',
  'store-other-version': 'The database was written by a newer version of Tresor.',
};

function reasonOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StoreError) return error.message;
  const reason = error instanceof Problem ? (REFUSED[error.code] ?? error.details.cause ?? error) : error;
  return typeof reason === 'string' ? reason : `The store cannot be read: ${String(reason)}`;
}

process.umask(0o077);

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  const work = WORK.get(positionals[0] ?? 'version');
  if (!work) throw new ConfigError(['say version or back']);
  process.stdout.write(`${await work(readConfig(process.env))}\n`);
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 1;
}
