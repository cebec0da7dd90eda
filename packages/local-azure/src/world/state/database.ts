import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { lastCopyOf } from './last-copy';
import { closeToOthers, makePrivateFile } from './private-files';
import { applicationId, migrations, SEALED_SINCE } from './schema';
import { openSealing, sealingOf } from './sealed-state';
import type { Sealing } from './sealing';
import { StateError } from './state-error';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** SQLite's result codes (https://sqlite.org/rescode.html), as far as somebody can act on them. */
const RESULT = { perm: 3, busy: 5, locked: 6, readonly: 8, ioerr: 10, corrupt: 11, full: 13, cantopen: 14, notadb: 26 };

/** Whether SQLite failed with one of these codes; what lies above their eight bits only tells details. */
function failedWith(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && codes.includes(error.errcode & 0xff);
}

/** Whether the file system let us down (full, broken), not the caller. */
export function isStorageFailure(error: unknown): boolean {
  return failedWith(error, RESULT.full, RESULT.ioerr, RESULT.readonly, RESULT.cantopen);
}

/** What the caller is told then. */
export const STORAGE_FAILURE = 'The state of Local Azure cannot be written: its disk is full or failing.';

function pragma(database: DatabaseSync, name: string): unknown {
  const row = database.prepare(`PRAGMA ${name}`).get();
  return typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined;
}

function remedyFor(file: string): string {
  const copy = lastCopyOf(file);
  if (!existsSync(copy)) return 'move it away to start with a new world';
  return `put ${copy}, its copy of ${statSync(copy).mtime.toISOString()}, in its place, or move it away to start with a new world`;
}

function refusal(file: string, error: unknown): unknown {
  if (failedWith(error, RESULT.busy, RESULT.locked))
    return new StateError('in-use', `The state file ${file} is in use by another process.`);
  if (failedWith(error, RESULT.notadb, RESULT.corrupt)) {
    return new StateError('corrupt', `The state file ${file} is damaged or not a state file; ${remedyFor(file)}.`);
  }
  if (failedWith(error, RESULT.cantopen, RESULT.readonly, RESULT.perm)) {
    return new StateError('not-writable', `The state file ${file} cannot be written; check its owner and the folder's permissions.`);
  }
  if (failedWith(error, RESULT.full)) {
    return new StateError('full', `The state file ${file} cannot be written: its disk is full; make room and start again.`);
  }
  return error;
}

/** Looks before it touches: nothing is written until the file is known to be sound, ours and of a version we understand. */
function inspect(database: DatabaseSync, file: string): void {
  const version = Number(pragma(database, 'user_version'));
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get();
  const empty = typeof tables === 'object' && tables !== null && Object.values(tables)[0] === 0;
  if (!empty && pragma(database, 'application_id') !== applicationId) {
    throw new StateError('corrupt', `The file ${file} belongs to another program; choose another place for the state.`);
  }
  if (version > migrations.length) {
    throw new StateError(
      'newer',
      `The state file ${file} was written by a newer version (schema ${version}, this one knows ${migrations.length}); update, or use another file.`,
    );
  }
  const verdict = pragma(database, 'quick_check(1)');
  if (verdict !== 'ok') throw new StateError('corrupt', `The state file ${file} is damaged (${String(verdict)}); ${remedyFor(file)}.`);
  if (version >= SEALED_SINCE) sealingOf(database, file);
}

/**
 * Brings the schema up to date in one transaction: after a crash it is the old or the new one, never between.
 * A copy of the older state is kept beside the file as `<file>.v<version>`, unless the file is a copy itself.
 */
export function migrate(database: DatabaseSync, file: string, steps: readonly string[], keepOlder = true): void {
  const version = Number(pragma(database, 'user_version'));
  if (version === steps.length) return;
  const copy = `${file}.v${version}`;
  if (keepOlder && version > 0 && !existsSync(copy)) {
    makePrivateFile(copy);
    database.prepare('VACUUM INTO ?').run(copy);
  }
  database.exec('BEGIN EXCLUSIVE');
  try {
    for (const step of steps.slice(version)) database.exec(step);
    database.exec(`PRAGMA application_id = ${applicationId}`);
    database.exec(`PRAGMA user_version = ${steps.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

const notWritable = (file: string) =>
  new StateError('not-writable', `The state file ${file} cannot be written; check that its folder exists and its permissions.`);

/** Pages, of four KiB each, that may lie idle. */
const IDLE_PAGES = 1_000;

/** Makes the file smaller when more than a third of it is empty. */
function giveBackSpace(database: DatabaseSync): void {
  const idle = Number(pragma(database, 'freelist_count'));
  if (idle > IDLE_PAGES && idle * 3 > Number(pragma(database, 'page_count'))) database.exec('VACUUM');
}

function requireWritable(file: string): void {
  try {
    accessSync(existsSync(file) ? file : dirname(file), constants.R_OK | constants.W_OK);
  } catch {
    throw notWritable(file);
  }
}

/** The state holds keys and tokens: it is this account's alone before the first byte is written. Answers what had to be closed. */
function keepPrivate(file: string): string[] {
  try {
    makePrivateFile(file);
    return closeToOthers(file);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw notWritable(file);
    throw new StateError(
      'not-private',
      `The state file ${file} or its folder is open to other accounts and cannot be closed to them; choose a folder of your own.`,
    );
  }
}

/** A world that was there must not be begun again without a word, and its last copy overwritten by the new one. */
function requireNotLost(file: string): void {
  const left = [lastCopyOf(file), `${file}-wal`].find((path) => existsSync(path) && statSync(path).size > 0);
  if (left === undefined || (existsSync(file) && statSync(file).size > 0)) return;
  const isCopy = left === lastCopyOf(file);
  const remedy = isCopy
    ? `put ${left}, its copy of ${statSync(left).mtime.toISOString()}, in its place, or move that away, too, to start with a new world`
    : `put it back beside its log ${left}, or move that away to start with a new world`;
  throw new StateError('lost', `The state file ${file} is gone or empty; ${remedy}.`);
}

function letGo(database: DatabaseSync): void {
  try {
    pragma(database, 'locking_mode = NORMAL');
    pragma(database, 'user_version');
  } catch {
    // A file that cannot be read was never locked.
  }
  database.close();
}

/** An open state file, and what seals the secrets in it; nothing for a world in memory. */
export interface OpenState {
  database: DatabaseSync;
  sealing: Sealing | undefined;
}

/**
 * Opens the state file, or makes it. Only one process at a time can hold it; the lock dies with the process.
 * @throws StateError when it is damaged, lost, newer, in use, not writable, not to be kept private or sealed with another key
 */
export function openDatabase(file: string, { keepOlder = true } = {}): OpenState {
  if (file !== ':memory:') {
    requireWritable(file);
    requireNotLost(file);
  }
  const closed = file === ':memory:' ? [] : keepPrivate(file);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    inspect(database, file);
    database.prepare('PRAGMA journal_mode = WAL').get();
    database.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -16384');
    migrate(database, file, migrations, keepOlder);
    const sealing = openSealing(database, file);
    giveBackSpace(database);
    for (const path of closed) console.error(`${path} was open to other accounts of this computer and is closed to them now.`);
    return { database, sealing };
  } catch (error) {
    if (database) letGo(database);
    throw refusal(file, error);
  }
}

/**
 * Puts the file away: one file without a log beside it, and nobody's. The driver lets go of a connection only when its statements
 * are collected, so the lock is given back by hand.
 */
export function closeDatabase(database: DatabaseSync): void {
  pragma(database, 'journal_mode = DELETE');
  pragma(database, 'locking_mode = NORMAL');
  pragma(database, 'user_version');
  database.close();
}
