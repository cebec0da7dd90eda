import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, parse, relative, resolve } from 'node:path';

/** The file with the key that seals the states of its folder. */
export const KEY_FILE = 'installation.key';

const FOLDER = 0o700;
const FILE = 0o600;
const OTHERS = 0o077;
const STICKY = 0o1000;

/** Windows has no such modes: there the rights of the folder go over to what is in it. */
const HAS_MODES = process.platform !== 'win32';

const isWider = (path: string) => HAS_MODES && (statSync(path).mode & OTHERS) !== 0;

const isWithin = (folder: string, place: string) => !relative(folder, place).startsWith('..');

/** Where other things than a state lie as well: what is there keeps its folder as it is. */
function isCommon(folder: string): boolean {
  return [process.cwd(), homedir(), tmpdir()].some((place) => isWithin(folder, resolve(place))) || (statSync(folder).mode & STICKY) !== 0;
}

/** Takes it away from other accounts; whether that was needed. Fails with EPERM where it is another account's. */
function narrow(path: string, mode: number): boolean {
  if (!isWider(path)) return false;
  chmodSync(path, mode);
  return true;
}

/** Makes the file, empty and for this account alone whatever the process is told about modes, unless it is there. */
export function makePrivateFile(file: string): void {
  if (existsSync(file)) return;
  closeSync(openSync(file, 'wx', FILE));
  if (HAS_MODES) chmodSync(file, FILE);
}

/** Makes the folder, for this account alone, unless it is there. */
export function makePrivateFolder(folder: string): void {
  const isNew = mkdirSync(folder, { recursive: true, mode: FOLDER }) !== undefined;
  if (isNew && HAS_MODES) chmodSync(folder, FOLDER);
}

/**
 * Closes to other accounts what an earlier version or another program left open: the state file, all that is named after it, and their
 * folder. Answers what had to be closed.
 */
export function closeToOthers(file: string): string[] {
  const folder = resolve(dirname(file));
  const { base, name } = parse(file);
  const isOfState = (one: string) =>
    one.startsWith(base) || (one.startsWith(`${name}-`) && one.endsWith('.pem')) || one.endsWith('.world') || one === KEY_FILE;
  const files = readdirSync(folder)
    .filter(isOfState)
    .map((one) => join(folder, one))
    .filter((path) => statSync(path).isFile());
  const closed = files.filter((path) => narrow(path, FILE));
  return !isCommon(folder) && narrow(folder, FOLDER) ? [folder, ...closed] : closed;
}
