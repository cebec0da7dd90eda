import * as z from 'zod';
import { Problem } from '../../problem';
import { ASKED_FOR_MS, MOST_INTENTS, MOST_OPEN_INTENTS } from '../bounds';
import { intentRow, type Intent, type Intents, type NewIntent } from '../intents';
import { readRow } from '../read-row';
import type { Store } from './database';

const READ = 'SELECT * FROM intents WHERE intent_id = ?';

const counts = z.object({ kept: z.int(), open: z.int() });

export class SqliteIntents implements Intents {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async find(intentId: string): Promise<Intent | undefined> {
    return this.#find(intentId);
  }

  async claim({ intentId, owner, bodyHash, requestId, sentAt }: NewIntent): Promise<{ intent: Intent; isClaimed: boolean }> {
    return this.#store.transaction(() => {
      const known = this.#find(intentId);
      if (known) return { intent: known, isClaimed: false };
      this.#requireRoom(owner);
      this.#store.run(
        `INSERT INTO intents (intent_id, owner, body_hash, written_at, state, request_id, sent_at) VALUES (?, ?, ?, ?, 'sent', ?, ?)`,
        intentId,
        owner,
        bodyHash,
        new Date().toISOString(),
        requestId,
        sentAt,
      );
      return { intent: intentRow.parse(this.#store.get(READ, intentId)), isClaimed: true };
    });
  }

  async doubt(intentId: string, requestId: string, checkedUntil: string): Promise<void> {
    this.#store.run(
      `UPDATE intents SET checked_until = ? WHERE intent_id = ? AND request_id = ? AND state = 'sent' AND checked_until IS NULL`,
      checkedUntil,
      intentId,
      requestId,
    );
  }

  async drop(intentId: string, requestId: string): Promise<boolean> {
    return this.#store.run(`DELETE FROM intents WHERE intent_id = ? AND request_id = ? AND state = 'sent'`, intentId, requestId) === 1;
  }

  async accepted(intentId: string, requestId: string, jobId: string | null): Promise<void> {
    this.#store.run(`UPDATE intents SET state = 'accepted', job_id = ? WHERE intent_id = ? AND request_id = ?`, jobId, intentId, requestId);
  }

  forgetBefore(moment: string): void {
    this.#store.run('DELETE FROM intents WHERE written_at < ?', moment);
  }

  #find(intentId: string): Intent | undefined {
    return readRow(intentRow.optional(), this.#store.get(READ, intentId));
  }

  #requireRoom(owner: string): void {
    const { kept, open } = counts.parse(
      this.#store.get(
        `SELECT count(*) AS kept, count(*) FILTER (WHERE state = 'sent' AND written_at > ?) AS open FROM intents WHERE owner = ?`,
        new Date(Date.now() - ASKED_FOR_MS).toISOString(),
        owner,
      ),
    );
    if (kept >= MOST_INTENTS || open >= MOST_OPEN_INTENTS) throw new Problem('too-many-orders', { retryAfter: 60 });
  }
}
