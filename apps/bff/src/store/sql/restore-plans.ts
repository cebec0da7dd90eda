import { sql } from 'kysely';
import * as z from 'zod';
import { LeaseLost } from '../batches';
import { KEPT_MS } from '../bounds';
import { readRow } from '../read-row';
import { planRow, type PlanLease, type PlanRecord, type RestorePlans } from '../restore-plans';
import type { Database } from './database';
import { takeLease } from './leases';

const foundRow = planRow.extend({ leased_by: z.string().nullable(), lasts: z.int() });

const FREE = { leased_by: null, leased_until: 0 };

export class SqlRestorePlans implements RestorePlans {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(planId: string): Promise<{ record: PlanRecord; isHeld: boolean } | undefined> {
    const { db, now, isGone } = this.#database;
    const found = await db
      .selectFrom('restore_plans')
      .select(['record', 'leased_by', sql<number>`case when leased_until > ${now()} then 1 else 0 end`.as('lasts')])
      .where('plan_id', '=', planId)
      .executeTakeFirst();
    const row = readRow(foundRow.optional(), found);
    return row && { record: row.record, isHeld: row.lasts === 1 && row.leased_by !== null && isGone?.(row.leased_by) !== true };
  }

  async takeBack(planId: string): Promise<PlanRecord | undefined> {
    const freed = await this.#database.db
      .updateTable('restore_plans')
      .set((row) => ({ ...FREE, fence: row('fence', '+', 1) }))
      .where('plan_id', '=', planId)
      .returning('record')
      .executeTakeFirst();
    return readRow(planRow.optional(), freed)?.record;
  }

  async decide(planId: string, record: PlanRecord): Promise<void> {
    const decided = { written_at: this.#database.momentAgo(0), record: JSON.stringify(record) };
    await this.#database.db
      .insertInto('restore_plans')
      .values({ plan_id: planId, ...decided })
      .onConflict((known) =>
        known.column('plan_id').doUpdateSet((row) => ({ ...decided, ...FREE, fence: row('restore_plans.fence', '+', 1) })),
      )
      .execute();
  }

  async note({ planId, fence }: PlanLease, record: PlanRecord): Promise<void> {
    const { numUpdatedRows } = await this.#database.db
      .updateTable('restore_plans')
      .set({ record: JSON.stringify(record) })
      .where('plan_id', '=', planId)
      .where('fence', '=', fence)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new LeaseLost();
  }

  async lease(planId: string, worker: string, milliseconds: number): Promise<PlanLease | undefined> {
    const fence = await takeLease(this.#database, 'restore_plans', planId, worker, milliseconds);
    return fence === undefined ? undefined : { planId, fence };
  }

  async release(planId: string, worker: string): Promise<void> {
    const held = this.#database.db.updateTable('restore_plans').set(FREE).where('plan_id', '=', planId);
    await held.where('leased_by', '=', worker).execute();
  }

  async sweep(): Promise<void> {
    await this.#database.db.deleteFrom('restore_plans').where('written_at', '<', this.#database.momentAgo(KEPT_MS)).execute();
  }
}
