import { DatabaseSync } from 'node:sqlite';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { forgetRolesAt } from './authorization/access';
import { forgetPoliciesAt } from './policies/policy-assignments';
import type { ClockMode } from './time/clock';
import { closeDatabase, isStorageFailure, openDatabase } from './state/database';
import { DurableClock } from './time/durable-clock';
import { DurableSchedule } from './time/durable-schedule';
import { lastCopyOf } from './state/last-copy';
import { Lately } from './state/lately';
import { RecentRows } from './state/recent-rows';
import { sealCopies } from './state/copies';
import { copyInto, replaceFrom, saveInto } from './state/saved-world';
import { storedContents } from './state/stored-contents';
import { storedDocuments } from './state/stored-documents';
import { storedResources } from './state/stored-resources';
import { Transactions } from './state/transactions';
import type { World } from './world';
import { existsSync, renameSync } from 'node:fs';
import { columns, rawRows } from './state/rows';

/** Which world a state is, whatever it has become meanwhile: a copy has the same, a new world and one put in its place another. */
const worldIdOf = (database: DatabaseSync): string => String(columns(rawRows(database, 'SELECT id FROM world').get())?.[0]);

/** From here on the state is another world. */
const renewWorldId = (database: DatabaseSync): void => database.exec('UPDATE world SET id = lower(hex(randomblob(16)))');

/** Undefined for what is no state, or is damaged. */
function worldIdIn(file: string): string | undefined {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return worldIdOf(database);
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}

/** Keeps the last copy of another world from being overwritten by one of this world; answers where it is then. */
function putAsideCopyOfAnother(file: string, id: string): string | undefined {
  const copy = lastCopyOf(file);
  const other = existsSync(copy) ? worldIdIn(copy) : undefined;
  if (other === undefined || other === id) return undefined;
  const aside = `${copy}-${other.replaceAll(/[^\w-]/g, '').slice(0, 8)}`;
  renameSync(copy, aside);
  return aside;
}

/** For how long at a time the world makes up for what has fallen due. */
export const SLICE_MS = 50;

/** The world and the means to turn its clock, empty it and put it away. */
export interface OpenWorld extends World {
  readonly isOpen: boolean;
  /** Lets world time pass; what falls due on the way runs in order. Milliseconds. */
  advance(milliseconds: number): void;
  /** The same in slices, between which others are served: to them the world is as far as it has come. */
  letPass(milliseconds: number): Promise<void>;
  setClock(mode: ClockMode): void;
  /** Forgets everything but the time, in one transaction. */
  clear(): void;
  /** Writes a consistent copy of the world to a file. */
  save(file: string): void;
  /**
   * Replaces the world by a saved one, its time included, in one transaction, of which `last` is the end. The clock keeps its pace.
   * @throws StateError when the copy is damaged, not ours or newer; the world is then as it was
   */
  load(file: string, last?: () => void): void;
  /** Puts the world away, and a copy beside it for the day the file is damaged. */
  close(): void;
}

interface WorldOptions {
  /** Path of the state file, or `:memory:`. */
  file: string;
  /** Pace of the clock; the one of the last run when absent, real for a new world. */
  clock?: ClockMode;
}

/** Copies of an earlier version are sealed, and that of another world is kept. */
function lookAfterCopies(file: string, database: DatabaseSync): void {
  for (const sentence of sealCopies(file)) console.error(sentence);
  const aside = putAsideCopyOfAnother(file, worldIdOf(database));
  if (aside !== undefined) console.error(`The last copy beside the state file ${file} is of another world; it is kept as ${aside}.`);
}

/**
 * Opens the world kept in a state file, or begins an empty one.
 * @throws StateError when the file is damaged, lost, newer, in use, not writable, not to be kept private or sealed with another key
 */
export function openWorld(options: WorldOptions): OpenWorld {
  const state = openDatabase(options.file);
  const { database, sealing } = state;
  if (options.file !== ':memory:') lookAfterCopies(options.file, database);
  const clock = new DurableClock(database, options.clock);
  let isOpen = true;
  const generations = { all: 0, documents: 0 };
  const recent = new RecentRows();
  const lately = new Lately(() => clock.now());
  const forgetAll = () => {
    generations.all += 1;
    generations.documents += 1;
    recent.clear();
  };
  const transactions = new Transactions(database, {
    beforeCommit: () => {
      if (clock.mode.mode === 'accelerated') clock.save();
    },
    undone: forgetAll,
  });
  const write = <T>(work: () => T): T => transactions.write(work);
  function trial<T>(work: () => T): T {
    const undo = new Error('This was a trial.');
    let result: { value: T } | undefined;
    try {
      write(() =>
        transactions.attempt(() => {
          result = { value: work() };
          throw undo;
        }),
      );
    } catch (error) {
      if (error !== undo) throw error;
    } finally {
      schedule.forget();
    }
    if (result) return result.value;
    throw undo;
  }
  const resources = storedResources(database, generations, recent, lately);
  const schedule = new DurableSchedule(database, clock, { write, attempt: (work) => transactions.attempt(work) });
  const world: OpenWorld = {
    clock,
    schedule,
    resources: {
      ...resources,
      delete(id) {
        const isGone = resources.delete(id);
        if (!isGone) return false;
        forgetRolesAt(world, id);
        forgetPoliciesAt(world, id);
        return true;
      },
    },
    lately,
    documents: storedDocuments(database, sealing, generations, recent),
    contents: storedContents(database, sealing),
    write,
    writeTogether: (work) => transactions.writeTogether(work),
    onDisk: () => transactions.onDisk(),
    trial,
    get generation() {
      return generations.all;
    },
    get documentsGeneration() {
      return generations.documents;
    },
    get isOpen() {
      return isOpen;
    },
    get clockMode() {
      return clock.mode;
    },
    advance(milliseconds) {
      clock.forward(milliseconds);
      schedule.settle();
    },
    async letPass(milliseconds) {
      clock.forward(milliseconds);
      while (!schedule.settle(SLICE_MS)) await othersFirst();
    },
    setClock(mode) {
      clock.setMode(mode);
    },
    clear() {
      write(() => {
        database.exec('DELETE FROM documents; DELETE FROM contents; DELETE FROM resources; DELETE FROM steps');
        renewWorldId(database);
      });
      schedule.forget();
      clock.catchUp();
      lately.forget();
      forgetAll();
    },
    save(to) {
      transactions.flush();
      clock.save();
      saveInto(state, to);
    },
    load(from, last = () => undefined) {
      transactions.flush();
      replaceFrom(state, from, write, () => {
        forgetAll();
        lately.forget();
        last();
        clock.reload();
      });
      schedule.forget();
    },
    close() {
      isOpen = false;
      try {
        transactions.flush();
        clock.save();
        if (options.file !== ':memory:') {
          lookAfterCopies(options.file, database);
          copyInto(database, lastCopyOf(options.file));
        }
        closeDatabase(database);
      } catch (error) {
        // What cannot be tidied up on a full disk is recovered from the log at the next start.
        if (!isStorageFailure(error)) throw error;
        database.close();
      }
    },
  };
  return world;
}
