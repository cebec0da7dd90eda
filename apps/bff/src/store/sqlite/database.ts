import { existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import * as z from 'zod';
import type { Database } from '../sql/database';
import { migrate } from '../sql/migrate';
import type { Tables } from '../sql/tables';
import { StoreError } from '../store-error';
import { isGone } from '../workers';
import { NodeSqlite, NodeSqliteDialect } from './node-sqlite';
import { keepPrivate } from '../private-files';
import { isBusy, isDamage } from './result-codes';
import { LATEST_VERSION, migrationsOf, versionOf } from './schema';

const FILE = 'intents.sqlite';
const LOCKED_MS = 5_000;
const BUSY_GAP_MS = 10;

type Say = (sentence: string) => void;

interface Shared {
  database: Promise<Database>;
  users: number;
}

/** Servers of one process share a connection: waiting for each other's transaction, they would keep it from ending. */
const open = new Map<string, Shared>();

/** Opens the store in a folder, or makes it; `say` is told what had to be closed to other accounts. @throws StoreError */
export async function openSqlite(dataDir: string, say: Say = () => undefined): Promise<Database> {
  const file = resolve(dataDir, FILE);
  const shared = open.get(file) ?? { database: openFile(dataDir, file, say), users: 0 };
  open.set(file, shared);
  shared.users += 1;
  const leave = () => {
    shared.users -= 1;
    if (shared.users === 0) open.delete(file);
    return shared.users === 0;
  };
  const database = await shared.database.catch((error: unknown) => {
    leave();
    throw error instanceof StoreError ? error : refusal(file, error);
  });
  return { ...database, say, close: () => void (leave() && database.close()) };
}

async function openFile(dataDir: string, file: string, say: Say): Promise<Database> {
  for (const path of keepPrivate(dataDir, file)) say(`${path} was open to other accounts of this computer and is closed to them now.`);
  const raw = new DatabaseSync(file, { timeout: LOCKED_MS });
  try {
    refuseForeign(raw, file);
    onceFree(() => raw.prepare('PRAGMA journal_mode = WAL').get());
    raw.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF');
    inspect(raw, file);
    refuseNewer(raw, file);
    const connection = new NodeSqlite(raw);
    const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(connection) });
    if (versionOf(raw) < LATEST_VERSION) await bringForward(raw, db, file);
    return {
      db,
      now: () => sql<number>`${Date.now()}`,
      momentAgo: (milliseconds) => sql<string>`${new Date(Date.now() - milliseconds).toISOString()}`,
      forShare: sql``,
      isGone,
      isOpen: async () => !connection.isDamaged && isFree(raw),
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

/** Of servers that start at once one takes the steps, and the others find them taken. What an earlier release wrote is kept beside. */
async function bringForward(raw: DatabaseSync, db: Kysely<Tables>, file: string): Promise<void> {
  const version = versionOf(raw);
  if (version > 0) keepCopy(raw, `${file}.version-${version}`);
  await db.transaction().execute(async (transaction) => {
    if (versionOf(raw) < LATEST_VERSION) await migrate(transaction, migrationsOf(raw));
  });
}

/** A copy that is whole, or none. */
function keepCopy(raw: DatabaseSync, copy: string): void {
  const part = `${copy}.${process.pid}`;
  rmSync(part, { force: true });
  raw.prepare('VACUUM INTO ?').run(part);
  keepPrivate(resolve(part, '..'), part);
  renameSync(part, copy);
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

function refuseNewer(database: DatabaseSync, file: string): void {
  if (versionOf(database) > LATEST_VERSION) throw new StoreError(`The store ${file} was written by a newer version of Tresor.`);
}

/** What SQLite refuses at once while another server is at it, whatever its time-out. */
function onceFree(work: () => void): void {
  const end = performance.now() + LOCKED_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_GAP_MS);
    }
  }
}

const damaged = (file: string) => new StoreError(`The store ${file} is damaged or not a store; move it away to start with an empty one.`);

function refusal(file: string, error: unknown): StoreError {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (isDamage(cause)) return damaged(file);
  return new StoreError(`The store ${file} cannot be opened or written; check its owner and the folder's permissions.`);
}
