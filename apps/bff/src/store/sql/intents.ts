import { sql, type Kysely } from 'kysely';
import * as z from 'zod';
import { Problem } from '../../problem';
import { ASKED_FOR_MS, KEPT_MS, MOST_INTENTS, MOST_OPEN_INTENTS } from '../bounds';
import { intentRow, type Intent, type Intents, type NewIntent } from '../intents';
import { readRow } from '../read-row';
import type { Database } from './database';
import type { Tables } from './tables';

/** The database, or a transaction in it. */
type Connection = Kysely<Tables>;

interface Claim {
  intent: Intent;
  isClaimed: boolean;
}

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

  async claim(order: NewIntent): Promise<Claim> {
    if (await this.#hasRoom(order.owner)) {
      const claim = order.sharedSince === undefined ? this.#write(this.#database.db, order) : this.#writeShared(order, order.sharedSince);
      const claimed = await claim;
      if (claimed) return claimed;
    }
    const known = await this.find(order.intentId);
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

  async ofRequest({ request_id: requestId, sent_at: sentAt }: Intent): Promise<Pick<Intent, 'owner' | 'intent_id'>[]> {
    const { db } = this.#database;
    return db
      .selectFrom('intents')
      .select(['owner', 'intent_id'])
      .where('request_id', '=', requestId ?? null)
      .where('sent_at', '=', sentAt ?? null)
      .execute();
  }

  async cameToNothing({ intent_id: intentId, request_id: requestId, sent_at: sentAt }: Intent): Promise<void> {
    const same = this.#database.db
      .deleteFrom('intents')
      .where('request_id', '=', requestId ?? null)
      .where('sent_at', '=', sentAt ?? null);
    const isTold = same.where((row) => row.or([row('state', '=', 'accepted'), row('intent_id', '=', intentId)]));
    await isTold.where('job_id', 'is', null).execute();
  }

  async sweep(): Promise<void> {
    await this.#database.db.deleteFrom('intents').where('written_at', '<', this.#database.momentAgo(KEPT_MS)).execute();
  }

  /**
   * One order at a time looks for a request of its id that is out, and is written down by what it finds: an order that is written, but not to be
   * seen yet, would be sent beside this one.
   */
  #writeShared(order: NewIntent, sharedSince: string): Promise<Claim | undefined> {
    return this.#database.db.transaction().execute(async (db) => {
      await this.#database.alone?.(`request ${order.requestId}`).execute(db);
      return this.#write(db, order, await this.#sentSince(db, order.requestId, sharedSince));
    });
  }

  async #sentSince(db: Connection, requestId: string, since: string): Promise<Intent | undefined> {
    const sent = db.selectFrom('intents').selectAll().select(this.#database.now().as('now')).where('request_id', '=', requestId);
    // Of those written at one moment the one that was accepted knows the job.
    const first = sent.where('sent_at', '>', since).orderBy('state').orderBy('written_at').orderBy('intent_id').limit(1);
    return readRow(intentRow.optional(), await first.executeTakeFirst());
  }

  /** `earlier`: what was sent already and comes of this one, too. Undefined where the id of the order is known. */
  async #write(db: Connection, { intentId, owner, bodyHash, requestId, sentAt }: NewIntent, earlier?: Intent): Promise<Claim | undefined> {
    const order = { intent_id: intentId, owner, body_hash: bodyHash, request_id: requestId };
    const { state, sent_at, job_id } = { state: 'sent', sent_at: sentAt, job_id: null, ...earlier };
    const written = await db
      .insertInto('intents')
      .values({ ...order, state, sent_at, job_id, written_at: this.#database.momentAgo(0) })
      .onConflict((known) => known.doNothing())
      .returningAll()
      .returning(this.#database.now().as('now'))
      .executeTakeFirst();
    return written && { intent: intentRow.parse(written), isClaimed: earlier === undefined };
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
