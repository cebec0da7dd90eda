import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import * as z from 'zod';
import { MIGRATIONS } from './schema';

export type Store = Database.Database;

/** The store cannot be used; the message is one sentence naming the file. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

const FILE = 'intents.sqlite';

/** Opens the store of intents, or makes it. What a transaction wrote is on disk when it returns. */
export function openStore(dataDir: string): Store {
  const file = join(dataDir, FILE);
  try {
    mkdirSync(dataDir, { recursive: true });
    const database = new Database(file, { timeout: 5_000 });
    database.prepare('PRAGMA journal_mode = WAL').get();
    database.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF');
    migrate(database, file);
    return database;
  } catch (error) {
    throw error instanceof StoreError ? error : refusal(file, error);
  }
}

function migrate(database: Store, file: string): void {
  const { user_version: version } = z.object({ user_version: z.int() }).parse(database.prepare('PRAGMA user_version').get());
  if (version > MIGRATIONS.length) throw new StoreError(`The store ${file} was written by a newer version of Tresor.`);
  if (version === MIGRATIONS.length) return;
  transaction(database, () => {
    for (const step of MIGRATIONS.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

/** Runs the work at once or not at all, with no other process writing meanwhile. */
export function transaction<T>(database: Store, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function refusal(file: string, error: unknown): StoreError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/NOTADB|CORRUPT/.test(code))
    return new StoreError(`The store ${file} is damaged or not a store; move it away to start with an empty one.`);
  return new StoreError(`The store ${file} cannot be opened or written; check its owner and the folder's permissions.`);
}
