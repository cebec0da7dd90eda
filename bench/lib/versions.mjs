// Versions of the product to measure: the one this file belongs to and, beside it, that of a commit.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, NPM_CI, root } from '../../scripts/node.mjs';

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const npm = (cwd, ...args) => execFileSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
const lockOf = (folder) => readFileSync(join(folder, 'package-lock.json'), 'utf8');

const LAUNCHERS = ['scripts/product.ts', 'scripts/product.mjs'];

/** Each version is started by its own launcher, as it was meant to be. */
async function openVersion(name, folder, label) {
  const launcher = LAUNCHERS.map((path) => join(folder, path)).find((path) => existsSync(path));
  if (launcher === undefined) throw new Error(`${folder} has no launcher`);
  const { startBff, startLocalAzure } = await import(pathToFileURL(launcher).href);
  return { name, root: folder, label, startBff, startLocalAzure };
}

/** The same packages, but the workspaces of that folder. */
function shareModules(folder) {
  const [from, to] = [join(root, 'node_modules'), join(folder, 'node_modules')];
  mkdirSync(to);
  for (const name of readdirSync(from)) if (!name.startsWith('.') && name !== '@tresor') symlinkSync(join(from, name), join(to, name));
  mkdirSync(join(to, '.bin'));
  for (const name of readdirSync(join(from, '.bin'))) symlinkSync(join(from, '.bin', name), join(to, '.bin', name));
  mkdirSync(join(to, '@tresor'));
  for (const parent of ['apps', 'packages'])
    for (const name of readdirSync(join(folder, parent))) symlinkSync(join(folder, parent, name), join(to, '@tresor', name));
}

/** The commit in a folder of its own, installed and built. */
function checkOut(commit) {
  const folder = join(mkdtempSync(join(tmpdir(), 'tresor-bench-before-')), 'tresor');
  git('worktree', 'prune');
  git('worktree', 'add', '--quiet', '--detach', folder, commit);
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
    git('worktree', 'prune');
  });
  if (lockOf(folder) === lockOf(root)) shareModules(folder);
  else npm(folder, ...NPM_CI);
  npm(folder, 'run', 'build', '--silent');
  return folder;
}

const hereIs = () => `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ' with changes'}`;

export const thisVersion = () => openVersion('after', root, hereIs());

export async function versionOf(commit) {
  let full;
  try {
    full = git('rev-parse', '--verify', '--quiet', `${commit}^{commit}`);
  } catch {
    fail(`there is no commit ${commit}.`);
  }
  return openVersion('before', checkOut(full), git('rev-parse', '--short', full));
}
