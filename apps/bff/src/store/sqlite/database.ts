import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { keepPrivate } from '../private-files';
import type { Database, ReadDatabase } from '../sql/database';
import type { Tables } from '../sql/tables';
import { StoreError } from '../store-error';
import { isGone } from '../workers';
import { inspect, refusal, refuseForeign, refuseNewer, refuseOlder } from './examine';
import { fileIn, LOCKED_MS, openFile } from './file';
import { NodeSqlite, NodeSqliteDialect } from './node-sqlite';
import { LATEST_VERSION } from './schema';
import { bringForward } from './versions';

/** SQLite gives a number again once all rows from it on are gone, as after a time without commands; the last segment knows it. */
const NEXT_POSITION = sql<number>`(select max(
  coalesce((select max(position) from commands), 0),
  coalesce((select last_position from command_segments order by number desc limit 1), 0)) + 1)`;

const momentAgo = (milliseconds: number) => sql<string>`${new Date(Date.now() - milliseconds).toISOString()}`;

type Say = (sentence: string) => void;

interface Shared {
  database: Promise<Database>;
  users: number;
}

/** Servers of one process share a connection: waiting for each other's transaction, they would keep it from ending. */
const open = new Map<string, Shared>();

/** Opens the store in a folder, or makes it; `say` is told what had to be closed to other accounts. @throws StoreError */
export async function openSqlite(dataDir: string, say: Say = () => undefined): Promise<Database> {
  const file = fileIn(dataDir);
  const shared = open.get(file) ?? { database: openFor(dataDir, file, say), users: 0 };
  open.set(file, shared);
  shared.users += 1;
  const leave = () => {
    shared.users -= 1;
    if (shared.users === 0) open.delete(file);
    return shared.users === 0;
  };
  const database = await shared.database.catch((error: unknown) => {
    leave();
    throw refusal(file, error);
  });
  return { ...database, say, close: () => void (leave() && database.close()) };
}

async function openFor(dataDir: string, file: string, say: Say): Promise<Database> {
  for (const path of keepPrivate(dataDir, file)) say(`${path} was open to other accounts of this computer and is closed to them now.`);
  const opened = openFile(file);
  const { raw, connection, db } = opened;
  try {
    await bringForward(opened, file);
    connection.keepTo(LATEST_VERSION);
    return {
      db,
      now: () => sql<number>`${Date.now()}`,
      momentAgo,
      nextPosition: NEXT_POSITION,
      forShare: sql``,
      alone: undefined,
      isGone,
      isOpen: async () => connection.isSound && isFree(raw),
      say,
      close: () => raw.close(),
    };
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** Whether the store in a folder could be opened, by reading alone: its file, and in one sentence what stands in the way. */
export function inspectStore(dataDir: string): { file: string; problem?: string } {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return { file };
  try {
    openToRead(file).close();
    return { file };
  } catch (error) {
    return { file, problem: refusal(file, error).message };
  }
}

/** For what reads the store in a folder at a terminal: nothing is made, and nothing brought forward. @throws StoreError */
export async function withFile<T>(dataDir: string, work: (database: ReadDatabase) => Promise<T>): Promise<T> {
  const file = fileIn(dataDir);
  if (!existsSync(file)) throw new StoreError(`There is no store ${file}.`);
  const database = openToRead(file);
  try {
    refuseOlder(database, file);
    return await work({ db: new Kysely<Tables>({ dialect: new NodeSqliteDialect(new NodeSqlite(database)) }), momentAgo });
  } finally {
    database.close();
  }
}

function openToRead(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: LOCKED_MS });
    refuseForeign(database, file);
    inspect(database, file);
    refuseNewer(database, file);
    return database;
  } catch (error) {
    database?.close();
    throw refusal(file, error);
  }
}

/** Nobody else holds the store. */
function isFree(database: DatabaseSync): boolean {
  if (database.isTransaction) return true;
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE; COMMIT');
    return true;
  } catch {
    if (database.isTransaction) database.exec('ROLLBACK');
    return false;
  } finally {
    database.exec(`PRAGMA busy_timeout = ${LOCKED_MS}`);
  }
}
