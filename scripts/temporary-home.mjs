// One folder for everything a run puts aside. It goes with the run, or, when that was killed, with the next one.
import { accessSync, constants, lstatSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './is-running.mjs';

const PREFIX = 'tresor-run-';

/** Where Linux keeps files in memory, and what has to be free there: containers often have no more than 64 MiB. */
const MEMORY = '/dev/shm';
const NEEDED_BYTES = 4 * 1024 ** 3;

const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/** Folders are of an account where the system has accounts. */
const isOurs = (folder) => process.getuid === undefined || lstatSync(folder, { throwIfNoEntry: false })?.uid === process.getuid();

/** What another account left behind, or may not be removed, is nothing that keeps anybody from working. @param {string} parent */
export function removeThoseOfTheDead(parent) {
  for (const name of readdirSync(parent)) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    const folder = join(parent, name);
    if (!(pid > 0) || isRunning(pid) || !isOurs(folder)) continue;
    try {
      remove(folder);
    } catch (error) {
      if (error.code !== 'EACCES' && error.code !== 'EPERM') throw error;
    }
  }
}

function hasRoom(folder) {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= NEEDED_BYTES;
  } catch {
    return false;
  }
}

function moveBelow(parent) {
  removeThoseOfTheDead(parent);
  const home = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = home;
  process.once('exit', () => remove(home));
}

/** From now on this process, and whatever it starts, makes its temporary files in a folder that is removed when it ends. */
export function moveIntoTemporaryHome() {
  moveBelow(tmpdir());
}

/**
 * As the global set-up of a test runner. Files in memory outlive a program that is killed as those of a disk do, and no test waits for
 * the disk each time a server writes.
 */
export default function setUp() {
  if (process.platform === 'linux') removeThoseOfTheDead(tmpdir());
  moveBelow(hasRoom(MEMORY) ? MEMORY : tmpdir());
}
