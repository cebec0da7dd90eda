import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setImmediate as othersFirst } from 'node:timers/promises';

/** Those who wait for one transaction. */
interface Group {
  onDisk: Promise<void>;
  failure?: { error: unknown };
}

/** What has to be done besides, with what the database does not hold. */
interface TransactionHooks {
  /** Belongs to every transaction, as its last part. */
  beforeCommit(): void;
  /** Changes were undone: what is remembered of rows may be of none that are there. */
  undone(): void;
}

/**
 * The transactions of the one connection. Putting one on the disk takes longer than most of what happens in it, so those who can wait a
 * moment for their answer share it.
 */
export class Transactions {
  readonly #database: DatabaseSync;
  readonly #hooks: TransactionHooks;
  readonly #begin: StatementSync;
  readonly #commitAll: StatementSync;
  readonly #beginPart: StatementSync;
  readonly #endPart: StatementSync;
  #writing = false;
  /** Of the transaction that is open. */
  #group: Group | undefined;

  constructor(database: DatabaseSync, hooks: TransactionHooks) {
    this.#database = database;
    this.#hooks = hooks;
    this.#begin = database.prepare('BEGIN IMMEDIATE');
    this.#commitAll = database.prepare('COMMIT');
    this.#beginPart = database.prepare('SAVEPOINT part');
    this.#endPart = database.prepare('RELEASE part');
  }

  /** On the disk when it returns, with all that was waiting. Nested calls join the outer one. */
  write<T>(work: () => T): T {
    if (this.#writing) return work();
    const result = this.#group ? this.#part(work) : this.#alone(work);
    this.flush();
    return result;
  }

  /** On the disk when `onDisk` resolves, with all that came in the same moment; what throws undoes nobody else's part. */
  writeTogether<T>(work: () => T): T {
    if (this.#writing) return work();
    if (!this.#group) {
      this.#begin.run();
      this.#group = this.#newGroup();
    }
    return this.#part(work);
  }

  /** Resolves when all that was written is on the disk; undefined: it is. @throws what the file system failed with */
  onDisk(): Promise<void> | undefined {
    return this.#group?.onDisk;
  }

  /** Part of a write: when it throws, what it changed is undone and the write can go on. */
  attempt<T>(work: () => T): T {
    this.#beginPart.run();
    try {
      const result = work();
      this.#endPart.run();
      return result;
    } catch (error) {
      this.#undo('ROLLBACK TO part; RELEASE part');
      throw error;
    }
  }

  /** Puts on the disk what waits for it. */
  flush(): void {
    const group = this.#group;
    if (!group) return;
    this.#group = undefined;
    try {
      this.#commit();
    } catch (error) {
      group.failure = { error };
      throw error;
    }
  }

  #newGroup(): Group {
    const group: Group = { onDisk: othersFirst().then(() => this.#end(group)) };
    // Nobody may be waiting any more.
    group.onDisk.catch(() => undefined);
    return group;
  }

  #end(group: Group): void {
    if (this.#group === group) this.flush();
    if (group.failure) throw group.failure.error;
  }

  #part<T>(work: () => T): T {
    this.#writing = true;
    try {
      return this.attempt(work);
    } catch (error) {
      if (!this.#database.isTransaction) this.#lose(error);
      throw error;
    } finally {
      this.#writing = false;
    }
  }

  #alone<T>(work: () => T): T {
    this.#writing = true;
    this.#begin.run();
    try {
      const result = work();
      this.#commit();
      return result;
    } catch (error) {
      this.#undo('ROLLBACK');
      throw error;
    } finally {
      this.#writing = false;
    }
  }

  #commit(): void {
    try {
      this.#hooks.beforeCommit();
      this.#commitAll.run();
    } catch (error) {
      this.#undo('ROLLBACK');
      throw error;
    }
  }

  #undo(how: string): void {
    if (this.#database.isTransaction) this.#database.exec(how);
    this.#hooks.undone();
  }

  /** The database has undone everything, as it does when its disk fails. */
  #lose(error: unknown): void {
    if (this.#group) this.#group.failure = { error };
    this.#group = undefined;
  }
}
