import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { pidOf } from '../../store/workers';

const counted = z.object({ writes: z.int() });
const leaseRow = z.object({ leased_by: z.string().nullable(), fence: z.int() });

/** The store that servers share, as somebody else sees it: each change of an order is counted by the database itself. */
export class WatchedStore implements Disposable {
  readonly #database: DatabaseSync;

  constructor(dataDir: string) {
    this.#database = new DatabaseSync(join(dataDir, 'intents.sqlite'), { timeout: 5_000 });
    this.#database.exec(`CREATE TABLE IF NOT EXISTS writes (at TEXT);
      CREATE TRIGGER IF NOT EXISTS machine_written AFTER UPDATE ON machines BEGIN INSERT INTO writes VALUES (datetime()); END;
      CREATE TRIGGER IF NOT EXISTS batch_folded AFTER UPDATE OF ended, earlier_jobs ON batches BEGIN INSERT INTO writes VALUES (datetime()); END;`);
  }

  /** How many changes there have been. */
  get writes(): number {
    return counted.parse(this.#database.prepare('SELECT count(*) AS writes FROM writes').get()).writes;
  }

  /** Which process holds the order now. */
  holderOf(batchId: string): { pid: number; fence: number } {
    const { leased_by: holder, fence } = leaseRow.parse(
      this.#database.prepare('SELECT leased_by, fence FROM batches WHERE batch_id = ?').get(batchId),
    );
    return { pid: pidOf(holder ?? ''), fence };
  }

  /** Whether somebody is in the midst of a write. A process that is frozen there holds the whole file, as SQLite has it. */
  isHeld(): boolean {
    try {
      this.#database.exec('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE; ROLLBACK; PRAGMA busy_timeout = 5000');
      return false;
    } catch {
      return true;
    }
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}
