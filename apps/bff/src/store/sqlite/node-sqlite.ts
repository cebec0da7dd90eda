import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { SqliteAdapter, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import { Problem } from '../../problem';
import { versionOf } from './schema';

/** A transaction takes the file at once: one that read before it wrote could not wait for its turn any more. */
const BEGIN = 'begin immediate';

/** Node's own SQLite, as Kysely asks for it. What the disk refuses is a problem that may pass. */
export class NodeSqlite implements SqliteDatabase {
  readonly #database: DatabaseSync;
  #isDamaged = false;
  #version: number | undefined;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** From now on nothing is asked of the file once a server of another version has changed it. */
  keepTo(version: number): void {
    this.#version = version;
  }

  /**
   * Neither has a part of the file turned out to be damaged, so that what needs it fails for good, whatever else may still be written; nor
   * has it become another version's.
   */
  get isSound(): boolean {
    return !this.#isDamaged && this.#isOurs();
  }

  prepare(text: string): SqliteStatement {
    // A full disk has undone the transaction already.
    if (text === 'rollback' && !this.#database.isTransaction) return NOTHING;
    if (text !== 'rollback' && !this.#isOurs()) throw new Problem('store-other-version', { retryAfter: 5 });
    const statement = this.#ask(() => this.#database.prepare(text === 'begin' ? BEGIN : text));
    return {
      reader: statement.columns().length > 0,
      all: (values) => this.#ask(() => statement.all(...values.map(asInput))),
      run: (values) => this.#ask(() => statement.run(...values.map(asInput))),
      iterate: (values) => statement.iterate(...values.map(asInput)),
    };
  }

  close(): void {
    this.#database.close();
  }

  #isOurs(): boolean {
    return this.#version === undefined || this.#ask(() => versionOf(this.#database)) === this.#version;
  }

  #ask<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      this.#isDamaged ||= isDamage(cause);
      if (resultOf(cause) !== undefined) throw new Problem('store-unavailable', { retryAfter: 5, cause });
      throw cause;
    }
  }
}

const NOTHING: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

function asInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite keeps no ${typeof value}.`);
}

/** SQLite undoes changes of tables with a transaction, too; Kysely’s own adapter does not count on it. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export class NodeSqliteDialect extends SqliteDialect {
  constructor(database: NodeSqlite) {
    super({ database });
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** SQLite's result code (https://sqlite.org/rescode.html) without the bits that only tell details. */
const resultOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;

const BUSY = 5;
const CORRUPT = 11;
const NOTADB = 26;

export const isBusy = (error: unknown): boolean => resultOf(error) === BUSY;

export const isDamage = (error: unknown): boolean => [CORRUPT, NOTADB].includes(resultOf(error) ?? 0);
