import { sql } from 'kysely';
import * as z from 'zod';
import { LeaseLost } from '../../lease-lost';
import type { LeasedRecords, RecordLease } from '../leased-records';
import { inTurns } from '../../turns';
import { json, readKept, readRow } from '../read-row';
import type { Database } from './database';
import { takeLease } from './leases';

const FREE = { leased_by: null, leased_until: 0 };

/** The tables of such records. */
type Table = 'restore_plans' | 'recovery_plans';

const leaseRow = { leased_by: z.string().nullable(), lasts: z.int() };

export class SqlLeasedRecords<Kept> implements LeasedRecords<Kept> {
  readonly #database: Database;
  readonly #table: Table;
  readonly #record: z.ZodType<Kept>;
  readonly #keptMs: number;
  readonly #isKept: ((record: Kept) => boolean) | undefined;

  /** `keptMs`: how long after the last decision; `isKept`: what of them is kept until somebody removes it. */
  constructor(database: Database, table: Table, record: z.ZodType<Kept>, keptMs: number, isKept?: (record: Kept) => boolean) {
    this.#database = database;
    this.#table = table;
    this.#record = record;
    this.#keptMs = keptMs;
    this.#isKept = isKept;
  }

  async find(id: string): Promise<{ record: Kept; isHeld: boolean } | undefined> {
    const found = await this.#select().where('plan_id', '=', id).executeTakeFirst();
    return found && this.#read(found);
  }

  async list(prefix: string, most: number) {
    const begins = sql<boolean>`substr(plan_id, 1, ${prefix.length}) = ${prefix}`;
    const rows = await this.#select().where(begins).orderBy('written_at', 'desc').limit(most).execute();
    const found = await inTurns(rows, (row) => {
      const { kept, isHeld } = this.#kept(row);
      return { id: row.plan_id, kept, isHeld, record: this.#record.safeParse(kept).data };
    });
    return {
      known: found.flatMap(({ id, isHeld, record }) => (record === undefined ? [] : [{ id, record, isHeld }])),
      unknown: found.flatMap(({ id, kept, record }) => (record === undefined ? [{ id, kept }] : [])),
    };
  }

  async takeBack(id: string): Promise<Kept | undefined> {
    const freed = await this.#database.db
      .updateTable(this.#table)
      .set((row) => ({ ...FREE, fence: row('fence', '+', 1) }))
      .where('plan_id', '=', id)
      .returning('record')
      .executeTakeFirst();
    const row = readRow(z.object({ record: json(z.unknown()) }).optional(), freed);
    return row && readKept(this.#record, row.record);
  }

  async add(id: string, record: Kept): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.#database.db
      .insertInto(this.#table)
      .values({ plan_id: id, ...this.#written(record) })
      .onConflict((known) => known.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }

  async decide(id: string, record: Kept): Promise<void> {
    const decided = this.#written(record);
    await this.#database.db
      .insertInto(this.#table)
      .values({ plan_id: id, ...decided })
      .onConflict((known) =>
        known.column('plan_id').doUpdateSet({ ...decided, ...FREE, fence: sql<number>`${sql.table(this.#table)}.fence + 1` }),
      )
      .execute();
  }

  async note({ id, fence }: RecordLease, record: Kept, decided = false): Promise<void> {
    const { numUpdatedRows } = await this.#database.db
      .updateTable(this.#table)
      .set({ record: JSON.stringify(record), ...(decided && { written_at: this.#database.momentAgo(0) }) })
      .where('plan_id', '=', id)
      .where('fence', '=', fence)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new LeaseLost();
  }

  async holders(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const found = await this.#select().where('plan_id', 'in', ids).execute();
    return new Map(
      found.flatMap((row) => {
        const holder = this.#holderOf(readRow(z.object(leaseRow), row));
        return holder === undefined ? [] : [[row.plan_id, holder] as const];
      }),
    );
  }

  async lease(id: string, worker: string, milliseconds: number, from?: string): Promise<RecordLease | undefined> {
    const fence = await takeLease(this.#database, this.#table, id, worker, milliseconds, from);
    return fence === undefined ? undefined : { id, fence };
  }

  async release(id: string, worker: string): Promise<void> {
    const held = this.#database.db.updateTable(this.#table).set(FREE).where('plan_id', '=', id);
    await held.where('leased_by', '=', worker).execute();
  }

  async remove(id: string): Promise<void> {
    await this.#database.db.deleteFrom(this.#table).where('plan_id', '=', id).execute();
  }

  async sweep(): Promise<void> {
    const before = this.#database.momentAgo(this.#keptMs);
    const old = this.#database.db.deleteFrom(this.#table).where('written_at', '<', before);
    const isKept = this.#isKept;
    if (!isKept) return void (await old.execute());
    const found = await this.#select().where('written_at', '<', before).execute();
    const over = found.filter((row) => {
      // What a newer version wrote, that one judges.
      const { data: record } = this.#record.safeParse(this.#kept(row).kept);
      return record !== undefined && !isKept(record);
    });
    if (over.length === 0) return;
    const ids = over.map(({ plan_id }) => plan_id);
    await old.where('plan_id', 'in', ids).execute();
  }

  #written(record: Kept) {
    return { written_at: this.#database.momentAgo(0), record: JSON.stringify(record) };
  }

  #select() {
    const { db, now } = this.#database;
    return db
      .selectFrom(this.#table)
      .select(['plan_id', 'record', 'leased_by', sql<number>`case when leased_until > ${now()} then 1 else 0 end`.as('lasts')]);
  }

  #read(found: unknown): { record: Kept; isHeld: boolean } {
    const { kept, isHeld } = this.#kept(found);
    return { record: readKept(this.#record, kept), isHeld };
  }

  #kept(found: unknown): { kept: unknown; isHeld: boolean } {
    const { record, ...lease } = readRow(z.object({ record: json(z.unknown()), ...leaseRow }), found);
    return { kept: record, isHeld: this.#holderOf(lease) !== undefined };
  }

  #holderOf({ leased_by, lasts }: z.infer<z.ZodObject<typeof leaseRow>>): string | undefined {
    return lasts !== 1 || leased_by === null || this.#database.isGone?.(leased_by) === true ? undefined : leased_by;
  }
}
