import * as z from 'zod';
import {
  faultOf,
  hashOf,
  NO_SEGMENT_BEFORE,
  recordedRow,
  segment,
  type RecordedRow,
  type Segment,
  type SegmentFault,
  type Segments,
} from '../segments';
import type { ReadDatabase } from './database';

/** A row that is older is followed by none with a smaller number: no statement takes that long. */
const SETTLED_MS = 60_000;
const MOST_ENTRIES = 1_000;

const openEntries = z.object({ open: z.int() });

const ROW = ['position', 'command_id', 'owner', 'kind', 'scope', 'journey', 'written_at', 'entry'] as const;

/** Closes the record of commands piece by piece: what is closed cannot be changed, removed or added to unseen. */
export class CommandSegments implements Segments {
  readonly #database: ReadDatabase;

  constructor(database: ReadDatabase) {
    this.#database = database;
  }

  /** Closes what has settled; of servers that close at once, one does. Answers the segments that this one closed. */
  async close(): Promise<Segment[]> {
    const closed: Segment[] = [];
    for (;;) {
      const last = await this.last();
      const rows = await this.#settledAfter(last?.last_position ?? 0);
      const [first, final] = [rows.at(0), rows.at(-1)];
      if (!first || !final) return closed;
      const before = last?.hash ?? NO_SEGMENT_BEFORE;
      const inserted = await this.#database.db
        .insertInto('command_segments')
        .values({
          number: (last?.number ?? 0) + 1,
          first_position: first.position,
          last_position: final.position,
          entries: rows.length,
          before,
          hash: hashOf(before, rows),
          closed_at: this.#database.momentAgo(0),
        })
        .onConflict((known) => known.doNothing())
        .returningAll()
        .executeTakeFirst();
      if (inserted) closed.push(segment.parse(inserted));
    }
  }

  /** Removes the rows of the segments that have some and none that is newer; their hashes stay. */
  async removeOlderThan(milliseconds: number): Promise<void> {
    const { db, momentAgo } = this.#database;
    const old = await db
      .selectFrom('command_segments')
      .selectAll()
      .where((row) => {
        const own = row
          .selectFrom('commands')
          .select('position')
          .whereRef('position', '>=', 'first_position')
          .whereRef('position', '<=', 'last_position');
        return row.and([row.exists(own), row.not(row.exists(own.where('written_at', '>=', momentAgo(milliseconds))))]);
      })
      .orderBy('number')
      .execute();
    for (const { number, first_position: first, last_position: last } of old.map((row) => segment.parse(row)))
      // Both or neither: rows that are gone unsaid, and rows that are there though said to be gone, look like somebody else's doing.
      await db.transaction().execute(async (transaction) => {
        const removed = transaction.updateTable('command_segments').set({ removed_at: momentAgo(0) });
        await removed.where('number', '=', number).execute();
        await transaction.deleteFrom('commands').where('position', '>=', first).where('position', '<=', last).execute();
      });
  }

  async last(): Promise<Segment | undefined> {
    const row = await this.#database.db.selectFrom('command_segments').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst();
    return segment.optional().parse(row);
  }

  /** The first segment that is not what was closed; undefined where all are. */
  async findFault(): Promise<SegmentFault | undefined> {
    for (let after = 0; ; after += 1) {
      const looked = await this.look(after);
      if (!looked) return undefined;
      if ('fault' in looked) return looked.fault;
    }
  }

  async look(after: number): Promise<{ sound: Segment } | { fault: SegmentFault } | undefined> {
    const found = await this.#database.db
      .selectFrom('command_segments')
      .selectAll()
      .where('number', '>=', after)
      .orderBy('number')
      .limit(2)
      .execute();
    const around = found.map((row) => segment.parse(row));
    const [before, closed] = after === 0 ? [undefined, around[0]] : around;
    if (before && before.number !== after) return { fault: { number: after, fault: 'missing' } };
    if (!closed) return undefined;
    const rows = await this.#between(before?.last_position ?? Number.MIN_SAFE_INTEGER, closed.last_position);
    const fault = faultOf(closed, before, rows);
    return fault ? { fault } : { sound: closed };
  }

  async covering(first: number, last: number): Promise<Segment[]> {
    const rows = await this.#database.db
      .selectFrom('command_segments')
      .selectAll()
      .where('last_position', '>=', first)
      .where('first_position', '<=', last)
      .orderBy('number')
      .execute();
    return rows.map((row) => segment.parse(row));
  }

  async open(): Promise<number> {
    const last = await this.last();
    const counted = this.#database.db
      .selectFrom('commands')
      .select((row) => row.fn.countAll<number>().as('open'))
      .where('position', '>', last?.last_position ?? 0);
    return openEntries.parse(await counted.executeTakeFirst()).open;
  }

  /** Every row that is kept, in the order of writing. */
  async *rows(): AsyncGenerator<RecordedRow> {
    let after = 0;
    for (;;) {
      const rows = await this.#read(this.#ordered().where('position', '>', after).limit(MOST_ENTRIES));
      yield* rows;
      const last = rows.at(-1);
      if (!last) return;
      after = last.position;
    }
  }

  async #settledAfter(position: number): Promise<RecordedRow[]> {
    const { db, momentAgo } = this.#database;
    const unsettled = db
      .selectFrom('commands')
      .select((row) => row.fn.min('position').as('first'))
      .where('position', '>', position)
      .where('written_at', '>=', momentAgo(SETTLED_MS));
    const found = this.#ordered()
      .where('position', '>', position)
      .where((row) => row.or([row('position', '<', unsettled), row.not(row.exists(unsettled.clearSelect().select('position')))]))
      .limit(MOST_ENTRIES);
    return this.#read(found);
  }

  #between(after: number, last: number): Promise<RecordedRow[]> {
    return this.#read(this.#ordered().where('position', '>', after).where('position', '<=', last));
  }

  #ordered() {
    return this.#database.db.selectFrom('commands').select(ROW).orderBy('position');
  }

  async #read(query: { execute(): Promise<unknown[]> }): Promise<RecordedRow[]> {
    return (await query.execute()).map((row) => recordedRow.parse(row));
  }
}
