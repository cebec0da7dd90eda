import { intentRow, type Intent, type Intents } from '../intents';
import type { Store } from './database';

export class SqliteIntents implements Intents {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async write(intentId: string, owner: string, bodyHash: string): Promise<Intent> {
    this.#store.run(
      `INSERT OR IGNORE INTO intents (intent_id, owner, body_hash, written_at, state) VALUES (?, ?, ?, ?, 'written')`,
      intentId,
      owner,
      bodyHash,
      new Date().toISOString(),
    );
    return this.read(intentId);
  }

  async read(intentId: string): Promise<Intent> {
    return intentRow.parse(this.#store.get('SELECT * FROM intents WHERE intent_id = ?', intentId));
  }

  async claim(intentId: string, earlierJobs: string[]): Promise<boolean> {
    const changes = this.#store.run(
      `UPDATE intents SET state = 'sent', earlier_jobs = ? WHERE intent_id = ? AND state = 'written'`,
      JSON.stringify(earlierJobs),
      intentId,
    );
    return changes === 1;
  }

  async release(intentId: string): Promise<void> {
    this.#store.run(`UPDATE intents SET state = 'written' WHERE intent_id = ?`, intentId);
  }

  async accepted(intentId: string, jobId: string | null): Promise<void> {
    this.#store.run(`UPDATE intents SET state = 'accepted', job_id = ? WHERE intent_id = ?`, jobId, intentId);
  }
}
