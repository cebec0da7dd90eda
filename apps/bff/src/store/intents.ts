import * as z from 'zod';
import type { Store } from './database';
import { json } from './json-column';

const intentRow = z.object({
  owner: z.string(),
  body_hash: z.string(),
  /** `written`: Azure knows nothing of it; `sent`: it may; `accepted`: it does. */
  state: z.enum(['written', 'sent', 'accepted']),
  earlier_jobs: json(z.array(z.string())).nullable(),
  job_id: z.string().nullable(),
});

/** A command that must happen once, as far as this side knows of it. What came of it is asked in Azure. */
export type Intent = z.infer<typeof intentRow>;

export class Intents {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Writes the intent, or answers the one that already has this id. */
  write(intentId: string, owner: string, bodyHash: string): Intent {
    this.#store
      .prepare(`INSERT OR IGNORE INTO intents (intent_id, owner, body_hash, written_at, state) VALUES (?, ?, ?, ?, 'written')`)
      .run(intentId, owner, bodyHash, new Date().toISOString());
    return this.read(intentId);
  }

  read(intentId: string): Intent {
    return intentRow.parse(this.#store.prepare('SELECT * FROM intents WHERE intent_id = ?').get(intentId));
  }

  /** Whether the caller, alone among all tabs and processes, may now send it. Jobs that were there before are not what it became. */
  claim(intentId: string, earlierJobs: string[]): boolean {
    const { changes } = this.#store
      .prepare(`UPDATE intents SET state = 'sent', earlier_jobs = ? WHERE intent_id = ? AND state = 'written'`)
      .run(JSON.stringify(earlierJobs), intentId);
    return changes === 1;
  }

  /** Azure refused, so that nothing happened: the intent is as new. */
  release(intentId: string): void {
    this.#store.prepare(`UPDATE intents SET state = 'written' WHERE intent_id = ?`).run(intentId);
  }

  accepted(intentId: string, jobId: string | null): void {
    this.#store.prepare(`UPDATE intents SET state = 'accepted', job_id = ? WHERE intent_id = ?`).run(jobId, intentId);
  }
}
