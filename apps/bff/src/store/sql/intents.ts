import { sql } from 'kysely';
import * as z from 'zod';
import { Problem } from '../../problem';
import { ASKED_FOR_MS, KEPT_MS, MOST_INTENTS, MOST_OPEN_INTENTS } from '../bounds';
import { intentRow, type Intent, type Intents, type NewIntent } from '../intents';
import { readRow } from '../read-row';
import type { Database } from './database';

const counts = z.object({ kept: z.int(), open: z.int() });

export class SqlIntents implements Intents {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(intentId: string): Promise<Intent | undefined> {
    const { db, now } = this.#database;
    const found = db.selectFrom('intents').selectAll().select(now().as('now')).where('intent_id', '=', intentId);
    return readRow(intentRow.optional(), await found.executeTakeFirst());
  }

  async findEarlier(intentId: string, requestId: string, sentSince: string): Promise<Intent | undefined> {
    const { db, now } = this.#database;
    const own = db.selectFrom('intents').select('written_at').where('intent_id', '=', intentId);
    const found = db
      .selectFrom('intents')
      .selectAll()
      .select(now().as('now'))
      .where('request_id', '=', requestId)
      .where('sent_at', '>', sentSince)
      .where((row) => {
        const isAtOnce = row.and([row('written_at', '=', own), row('intent_id', '<', intentId)]);
        return row.or([row('written_at', '<', own), isAtOnce]);
      })
      .orderBy('written_at')
      .orderBy('intent_id')
      .limit(1);
    return readRow(intentRow.optional(), await found.executeTakeFirst());
  }

  async claim({ intentId, owner, bodyHash, requestId, sentAt }: NewIntent): Promise<{ intent: Intent; isClaimed: boolean }> {
    const { db, now, momentAgo } = this.#database;
    if (await this.#hasRoom(owner)) {
      const order = { intent_id: intentId, owner, body_hash: bodyHash, request_id: requestId, sent_at: sentAt };
      const claimed = await db
        .insertInto('intents')
        .values({ ...order, written_at: momentAgo(0), state: 'sent' })
        .onConflict((known) => known.doNothing())
        .returningAll()
        .returning(now().as('now'))
        .executeTakeFirst();
      if (claimed) return { intent: intentRow.parse(claimed), isClaimed: true };
    }
    const known = await this.find(intentId);
    if (!known) throw new Problem('too-many-orders', { retryAfter: 60 });
    return { intent: known, isClaimed: false };
  }

  async doubt(intentId: string, requestId: string, checkedUntil: string): Promise<void> {
    const open = this.#database.db.updateTable('intents').where('intent_id', '=', intentId).where('request_id', '=', requestId);
    await open.set({ checked_until: checkedUntil }).where('state', '=', 'sent').where('checked_until', 'is', null).execute();
  }

  async drop(intentId: string, requestId: string): Promise<boolean> {
    const open = this.#database.db.deleteFrom('intents').where('intent_id', '=', intentId).where('request_id', '=', requestId);
    return (await open.where('state', '=', 'sent').executeTakeFirst()).numDeletedRows === 1n;
  }

  async accepted(intentId: string, requestId: string, jobId: string | null): Promise<void> {
    const intent = this.#database.db.updateTable('intents').where('intent_id', '=', intentId).where('request_id', '=', requestId);
    await intent.set({ state: 'accepted', job_id: jobId }).execute();
  }

  async sweep(): Promise<void> {
    await this.#database.db.deleteFrom('intents').where('written_at', '<', this.#database.momentAgo(KEPT_MS)).execute();
  }

  async #hasRoom(owner: string): Promise<boolean> {
    const { db, momentAgo } = this.#database;
    const isOpen = sql<boolean>`state = 'sent' and written_at > ${momentAgo(ASKED_FOR_MS)}`;
    const counted = db
      .selectFrom('intents')
      .select((row) => [row.fn.countAll<number>().as('kept'), row.fn.countAll<number>().filterWhere(isOpen).as('open')])
      .where('owner', '=', owner);
    const { kept, open } = counts.parse(await counted.executeTakeFirst());
    return kept < MOST_INTENTS && open < MOST_OPEN_INTENTS;
  }
}
