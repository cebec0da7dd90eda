// What has to be true of the machine before anything of ours can run. Uses Node's own modules only.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from './is-running.mjs';
import { ensureNode, fail, linkFetchedNode, NPM_CI, root, SIGNALS } from './node.mjs';
import { readBack } from './read-back.mjs';

export { ensureNode, fail, root };

const onWindows = process.platform === 'win32';

/** Path of an installed command. */
export const bin = (name) => join(root, 'node_modules', '.bin', name);

/** What npm writes down when all is installed. */
const INSTALLED = 'node_modules/.package-lock.json';

/** Runs a command to its end; its output is shown only when it fails, unless asked for. */
export function run(command, args, { show = false, env = {} } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...env },
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    shell: onWindows,
    maxBuffer: 64 * 1024 * 1024,
  });
  const ok = result.status === 0;
  if (!ok && !show) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? `${result.error.message}\n` : ''}`);
  return ok;
}

/** What runs beside this process, and whether it was told to end. @type {Set<import('node:child_process').ChildProcess>} */
const beside = new Set();
let passing = false;
let ending = false;

function endGroup(child, signal) {
  if (onWindows || child.pid === undefined) child.kill(signal);
  else process.kill(-child.pid, signal);
}

function endOnceNothingRuns() {
  if (ending && beside.size === 0) process.exit(1);
}

/** Told to end, this process first ends what it has started: npm and shells pass no signal on, so that all of a group is told. */
function passSignalsOn() {
  if (passing) return;
  passing = true;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      ending = true;
      for (const child of beside) endGroup(child, signal);
      endOnceNothingRuns();
    });
  }
}

/**
 * Runs a command while others run; answers whether it ended well and all it said. `behind`: how far it stands back while another wants the
 * processor (not on Windows).
 */
export function runBeside(command, args, { show = false, env = {}, behind = 0 } = {}) {
  passSignalsOn();
  if (ending) return new Promise(() => {});
  const line = behind === 0 || onWindows ? [command, ...args] : ['nice', '-n', `${behind}`, command, ...args];
  const child = spawn(line[0], line.slice(1), {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...env },
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    shell: onWindows,
    detached: !onWindows,
  });
  beside.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    const end = (ok) => {
      beside.delete(child);
      endOnceNothingRuns();
      resolve({ ok, output });
    };
    child.once('error', ({ message }) => {
      output += `${message}\n`;
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}

/** True when this process may install; false after another one that was installing has ended. */
function takeTurn(turn) {
  try {
    writeFileSync(turn, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') fail(`nothing can be installed here: ${error.message}.`);
  }
  const holder = Number(readFileSync(turn, 'utf8'));
  const wait = new Int32Array(new SharedArrayBuffer(4));
  while (existsSync(turn) && isRunning(holder)) Atomics.wait(wait, 0, 0, 250);
  rmSync(turn, { force: true });
  return false;
}

/** @typedef {{ packages: Record<string, { integrity?: string, optional?: boolean }> }} LockFile */

/** @param {string} lockFile */
function packagesIn(lockFile) {
  /** @type {LockFile} */
  const { packages } = readBack(readFileSync(join(root, lockFile), 'utf8'));
  return packages;
}

/** Whether what npm wrote down at the end of an installation is what the lock file says; a package may only lack where it is optional. */
function isInstalled() {
  if (!existsSync(join(root, INSTALLED))) return false;
  const installed = packagesIn(INSTALLED);
  return Object.entries(packagesIn('package-lock.json')).every(([path, { integrity, optional }]) => {
    const there = installed[path];
    return integrity === undefined || (there ? there.integrity === integrity : optional);
  });
}

/** Installs exactly what the lock file says, by one process at a time. */
export function ensureInstalled() {
  if (isInstalled()) return linkFetchedNode();
  const turn = join(root, '.installing');
  if (!takeTurn(turn)) return ensureInstalled();
  console.log('Installing what is missing …');
  const installed = run('npm', [...NPM_CI, '--engine-strict']);
  rmSync(turn);
  if (!installed) fail('the packages could not be installed; npm says why above.');
  linkFetchedNode();
}

/** Builds what has changed since the last build: everything, or the packages named. */
export function ensureBuilt(...packages) {
  const filters = packages.map((name) => `--filter=${name}`);
  const args = ['run', 'build', '--output-logs=errors-only', '--ui=stream', ...filters];
  if (!run(bin('turbo'), args)) fail('the build failed; its output is above.');
}

/** What an installation runs; each program holds all that it needs. */
const BUILT = ['apps/bff/dist/main.js', 'apps/portal/dist/index.html'];

/** For a service and what looks after it, whose account owns the checkout as little as it should: they only read there. */
export function demandBuilt() {
  const missing = BUILT.find((file) => !existsSync(join(root, file)));
  if (missing) fail(`${missing} is missing: run \`npm run build\` first, as the account that the checkout belongs to.`);
}
