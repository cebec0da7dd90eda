import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { Problem } from '../../problem';
import { keepPrivate } from './private-files';
import { MIGRATIONS } from './schema';

/** The store cannot be used; the message is one sentence naming the file. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

const FILE = 'intents.sqlite';
const LOCKED_MS = 5_000;
const BUSY_GAP_MS = 10;

type Value = string | number | Uint8Array | null;

/** The store of intents. What a statement wrote is on disk when it returns; what the disk refuses is a problem that may pass. */
export class Store {
  readonly #database: DatabaseSync;
  /** A part of the file turned out to be damaged: what needs it fails for good, whatever else may still be written. */
  #damaged = false;

  /** Tells those who run the server. */
  readonly say: (sentence: string) => void;

  constructor(database: DatabaseSync, say: (sentence: string) => void) {
    this.#database = database;
    this.say = say;
  }

  /** Answers how many rows were changed. */
  run(statement: string, ...values: Value[]): number {
    return this.#ask(() => Number(this.#database.prepare(statement).run(...values).changes));
  }

  get(statement: string, ...values: Value[]): unknown {
    return this.#ask(() => this.#database.prepare(statement).get(...values));
  }

  all(statement: string, ...values: Value[]): unknown[] {
    return this.#ask(() => this.#database.prepare(statement).all(...values));
  }

  /** Runs the work at once or not at all, with no other process writing meanwhile. */
  transaction<T>(work: () => T): T {
    return this.#ask(() => transaction(this.#database, work));
  }

  /** Whether an order could be written now: nobody else holds the store, and it is whole as far as is known. */
  isOpen(): boolean {
    if (this.#damaged) return false;
    try {
      this.#database.exec('PRAGMA busy_timeout = 0');
      transaction(this.#database, () => undefined);
      return true;
    } catch {
      return false;
    } finally {
      this.#database.exec(`PRAGMA busy_timeout = ${LOCKED_MS}`);
    }
  }

  close(): void {
    this.#database.close();
  }

  #ask<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      this.#damaged ||= isDamage(cause);
      if (resultOf(cause) !== undefined) throw new Problem('store-unavailable', { retryAfter: 5, cause });
      throw cause;
    }
  }
}

/** Opens the store of intents, or makes it; `say` is told what had to be closed to other accounts. */
export function openStore(dataDir: string, say: (sentence: string) => void = () => undefined): Store {
  const file = join(dataDir, FILE);
  try {
    for (const path of keepPrivate(dataDir, file)) say(`${path} was open to other accounts of this computer and is closed to them now.`);
    const database = new DatabaseSync(file, { timeout: LOCKED_MS });
    refuseForeign(database, file);
    onceFree(() => database.prepare('PRAGMA journal_mode = WAL').get());
    database.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF');
    inspect(database, file);
    migrate(database, file);
    return new Store(database, say);
  } catch (error) {
    throw error instanceof StoreError ? error : refusal(file, error);
  }
}

/** Whether the store in a folder could be opened, by reading alone: its file, and in one sentence what stands in the way. */
export function inspectStore(dataDir: string): { file: string; problem?: string } {
  const file = join(dataDir, FILE);
  if (!existsSync(file)) return { file };
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: LOCKED_MS });
    refuseForeign(database, file);
    inspect(database, file);
    refuseNewer(database, file);
    return { file };
  } catch (error) {
    return { file, problem: (error instanceof StoreError ? error : refusal(file, error)).message };
  } finally {
    database?.close();
  }
}

const tables = z.object({ all: z.int(), ours: z.int() });

/** Another program's file is left as it is. */
function refuseForeign(database: DatabaseSync, file: string): void {
  const named = `SELECT count(*) AS "all", count(CASE name WHEN 'batches' THEN 1 END) AS ours FROM sqlite_schema WHERE type = 'table'`;
  const { all, ours } = tables.parse(database.prepare(named).get());
  if (all > 0 && ours === 0) throw new StoreError(`The file ${file} belongs to another program; choose another folder with TRESOR_DATA.`);
}

/** What is damaged is refused at the start and left as it was: later it would fail at one command or another, for good. */
function inspect(database: DatabaseSync, file: string): void {
  const { quick_check: verdict } = z.object({ quick_check: z.string() }).parse(database.prepare('PRAGMA quick_check(1)').get());
  if (verdict !== 'ok') throw damaged(file);
}

const versionRow = z.object({ user_version: z.int() });

const versionOf = (database: DatabaseSync) => versionRow.parse(database.prepare('PRAGMA user_version').get()).user_version;

function refuseNewer(database: DatabaseSync, file: string): void {
  if (versionOf(database) > MIGRATIONS.length) throw new StoreError(`The store ${file} was written by a newer version of Tresor.`);
}

/** Of servers that start at once one takes the steps, and the others find them taken. */
function migrate(database: DatabaseSync, file: string): void {
  refuseNewer(database, file);
  if (versionOf(database) === MIGRATIONS.length) return;
  transaction(database, () => {
    for (const step of MIGRATIONS.slice(versionOf(database))) database.exec(step);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

/** What SQLite refuses at once while another server is at it, whatever its time-out. */
function onceFree(work: () => void): void {
  const end = performance.now() + LOCKED_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (resultOf(error) !== BUSY || performance.now() > end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_GAP_MS);
    }
  }
}

function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk has undone it already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** SQLite's result code (https://sqlite.org/rescode.html) without the bits that only tell details. */
const resultOf = (error: unknown) =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;

const BUSY = 5;
const CORRUPT = 11;
const NOTADB = 26;

const isDamage = (error: unknown) => [CORRUPT, NOTADB].includes(resultOf(error) ?? 0);

const damaged = (file: string) => new StoreError(`The store ${file} is damaged or not a store; move it away to start with an empty one.`);

function refusal(file: string, error: unknown): StoreError {
  if (isDamage(error)) return damaged(file);
  return new StoreError(`The store ${file} cannot be opened or written; check its owner and the folder's permissions.`);
}
