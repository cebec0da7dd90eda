// Programs of the BFF, built for tests: of this checkout, or as an older commit has them.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './prepare.mjs';
import { readBack } from './read-back.mjs';

const KEPT = join(root, 'node_modules/.tresor/older');
const QUIETLY = ['--ignore-scripts', '--no-bin-links', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
const PARTS = ['apps/bff', 'packages', 'scripts', 'tsconfig.base.json', 'package.json'];

const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'buffer', maxBuffer: 2 ** 28 });

/** Whether this checkout has the commit, or can fetch it alone where its history was cut off. */
const hasCommit = (commit) =>
  git('cat-file', '-e', `${commit}^{commit}`).status === 0 || git('fetch', '--quiet', '--depth', '1', 'origin', commit).status === 0;

/** What an older server is made of and this one no longer is; all else it shares with this one. */
function installDropped(home) {
  const { dependencies } = readBack(readFileSync(join(home, 'apps/bff/package.json'), 'utf8'));
  const places = [root, join(root, 'apps/bff'), home].map((folder) => join(folder, 'node_modules'));
  const dropped = Object.keys(dependencies).filter((name) => !places.some((place) => existsSync(join(place, name))));
  if (dropped.length === 0) return;
  const names = dropped.map((name) => `${name}@${dependencies[name]}`);
  const folder = mkdtempSync(join(tmpdir(), 'older-'));
  const npm = spawnSync('npm', ['install', ...names, '--prefix', folder, ...QUIETLY], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (npm.status !== 0) throw new Error(`${names.join(', ')} cannot be installed.`);
  cpSync(join(folder, 'node_modules'), join(home, 'node_modules'), { recursive: true });
  rmSync(folder, { recursive: true });
}

/** The files of the commit; what they need of others is found above them. Undefined where the history here does not reach so far. */
export function layOlder(commit) {
  const home = join(KEPT, commit);
  if (existsSync(home)) {
    installDropped(home);
    return home;
  }
  if (!hasCommit(commit)) return undefined;
  mkdirSync(KEPT, { recursive: true });
  const part = mkdtempSync(join(KEPT, 'part-'));
  const { stdout } = git('archive', commit, ...PARTS);
  const unpacked = spawnSync('tar', ['-x', '-C', part], { input: stdout });
  if (unpacked.status !== 0) throw new Error(`The files of ${commit} cannot be unpacked: ${String(unpacked.stderr)}`);
  const own = join(part, 'node_modules/@tresor');
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(join(part, 'packages'))) symlinkSync(join('../../packages', name), join(own, name));
  installDropped(part);
  renameSync(part, home);
  return home;
}

/** Builds programs of the BFF in a folder of sources; answers where they are. */
export async function buildServer(home, input) {
  // Not below dist, which every other build empties.
  const outDir = join(home, 'node_modules/.tresor/servers');
  rmSync(outDir, { recursive: true, force: true });
  const { build } = await import('vite');
  await build({
    root: join(home, 'apps/bff'),
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: true, target: 'node24', outDir, emptyOutDir: true, sourcemap: false, rollupOptions: { input } },
  });
  return outDir;
}

/** What a server of a folder of sources is started with, as it knows its settings itself; without a portal. */
export async function settingsIn(home) {
  const { bffSettings } = await import(pathToFileURL(join(home, 'scripts/product.mjs')).href);
  return (place) => {
    const { TRESOR_PORTAL_DIR: _withoutPortal, ...settings } = bffSettings(place);
    return settings;
  };
}
