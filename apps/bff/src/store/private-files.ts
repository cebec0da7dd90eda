import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { relative, resolve } from 'node:path';

const FOLDER = 0o700;
const FILE = 0o600;
const OTHERS = 0o077;
const STICKY = 0o1000;

/** Windows has no such modes: there the rights of the folder go over to what is in it. */
const HAS_MODES = process.platform !== 'win32';

const isWithin = (folder: string, place: string) => !relative(folder, place).startsWith('..');

/** Where other things than a store lie as well: what is there keeps its folder as it is. */
function isCommon(folder: string): boolean {
  return [process.cwd(), homedir(), tmpdir()].some((place) => isWithin(folder, resolve(place))) || (statSync(folder).mode & STICKY) !== 0;
}

function narrow(path: string, mode: number): string[] {
  // Another server may remove its log in between.
  const found = HAS_MODES ? statSync(path, { throwIfNoEntry: false }) : undefined;
  if (!found || (found.mode & OTHERS) === 0) return [];
  chmodSync(path, mode);
  return [path];
}

/** Makes the file, unless it is there or another server is faster. */
function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', FILE));
    if (HAS_MODES) chmodSync(file, FILE);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/**
 * Makes folder and file for this account alone, whatever the process is told about modes, before the first byte is written; what is there
 * already and open to others is closed to them. Answers what had to be closed. Fails with EPERM where it is another account's.
 */
export function keepPrivate(folder: string, file: string): string[] {
  const isNew = mkdirSync(folder, { recursive: true, mode: FOLDER }) !== undefined;
  if (isNew && HAS_MODES) chmodSync(folder, FOLDER);
  const closed = isCommon(resolve(folder)) ? [] : narrow(folder, FOLDER);
  makePrivate(file);
  return [...closed, ...['', '-wal', '-shm', '-journal'].flatMap((end) => narrow(file + end, FILE))];
}
