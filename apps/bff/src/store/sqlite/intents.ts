import * as z from 'zod';
import { Problem } from '../../problem';
import { MOST_INTENTS, MOST_OPEN_INTENTS } from '../bounds';
import { intentRow, type Intent, type Intents, type NewIntent } from '../intents';
import type { Store } from './database';

const counts = z.object({ kept: z.int(), open: z.int() });

export class SqliteIntents implements Intents {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async find(intentId: string): Promise<Intent | undefined> {
    return this.#find(intentId);
  }

  async claim({ intentId, owner, bodyHash, earlierJobs }: NewIntent): Promise<{ intent: Intent; isClaimed: boolean }> {
    return this.#store.transaction(() => {
      const known = this.#find(intentId);
      if (known) return { intent: known, isClaimed: false };
      this.#requireRoom(owner);
      this.#store.run(
        `INSERT INTO intents (intent_id, owner, body_hash, written_at, state, earlier_jobs) VALUES (?, ?, ?, ?, 'sent', ?)`,
        intentId,
        owner,
        bodyHash,
        new Date().toISOString(),
        JSON.stringify(earlierJobs),
      );
      return { intent: { owner, body_hash: bodyHash, state: 'sent', earlier_jobs: earlierJobs }, isClaimed: true };
    });
  }

  async drop(intentId: string): Promise<void> {
    this.#store.run(`DELETE FROM intents WHERE intent_id = ? AND state = 'sent'`, intentId);
  }

  async accepted(intentId: string, jobId: string | null): Promise<void> {
    this.#store.run(`UPDATE intents SET state = 'accepted', job_id = ?, earlier_jobs = NULL WHERE intent_id = ?`, jobId, intentId);
  }

  forgetBefore(moment: string): void {
    this.#store.run('DELETE FROM intents WHERE written_at < ?', moment);
  }

  #find(intentId: string): Intent | undefined {
    return intentRow.optional().parse(this.#store.get('SELECT * FROM intents WHERE intent_id = ?', intentId));
  }

  #requireRoom(owner: string): void {
    const { kept, open } = counts.parse(
      this.#store.get(`SELECT count(*) AS kept, count(*) FILTER (WHERE state = 'sent') AS open FROM intents WHERE owner = ?`, owner),
    );
    if (kept >= MOST_INTENTS || open >= MOST_OPEN_INTENTS) throw new Problem('too-many-orders', { retryAfter: 60 });
  }
}
