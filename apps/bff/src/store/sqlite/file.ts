import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Tables } from '../sql/tables';
import { inspect, refuseForeign, refuseNewer } from './examine';
import { isBusy, NodeSqlite, NodeSqliteDialect } from './node-sqlite';

export const LOCKED_MS = 5_000;
const BUSY_GAP_MS = 10;

export interface SqliteFile {
  raw: DatabaseSync;
  connection: NodeSqlite;
  db: Kysely<Tables>;
}

/** Where the store of a folder is. */
export const fileIn = (dataDir: string): string => resolve(dataDir, 'intents.sqlite');

/** Opens a store of this version or an earlier one, as it is. @throws StoreError, or what SQLite says */
export function openFile(file: string): SqliteFile {
  const raw = new DatabaseSync(file, { timeout: LOCKED_MS });
  try {
    refuseForeign(raw, file);
    onceFree(() => raw.prepare('PRAGMA journal_mode = WAL').get());
    raw.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF');
    inspect(raw, file);
    refuseNewer(raw, file);
    const connection = new NodeSqlite(raw);
    return { raw, connection, db: new Kysely<Tables>({ dialect: new NodeSqliteDialect(connection) }) };
  } catch (error) {
    raw.close();
    throw error;
  }
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
