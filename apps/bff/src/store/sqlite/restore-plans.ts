import * as z from 'zod';
import { LeaseLost } from '../batches';
import { readRow } from '../read-row';
import { planRow, type PlanLease, type PlanRecord, type RestorePlans } from '../restore-plans';
import { isGone } from '../workers';
import type { Store } from './database';

const leaseRow = z.object({ leased_by: z.string().nullable(), leased_until: z.int(), fence: z.int() });

const LEASE = 'SELECT leased_by, leased_until, fence FROM restore_plans WHERE plan_id = ?';

export class SqliteRestorePlans implements RestorePlans {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async find(planId: string): Promise<{ record: PlanRecord; isHeld: boolean } | undefined> {
    const row = readRow(planRow.optional(), this.#store.get('SELECT record FROM restore_plans WHERE plan_id = ?', planId));
    return row && { record: row.record, isHeld: this.#heldUntil(planId, Number.MAX_SAFE_INTEGER) !== undefined };
  }

  async takeBack(planId: string): Promise<PlanRecord | undefined> {
    const free = 'UPDATE restore_plans SET leased_by = NULL, leased_until = 0, fence = fence + 1 WHERE plan_id = ? RETURNING record';
    return readRow(planRow.optional(), this.#store.get(free, planId))?.record;
  }

  async decide(planId: string, record: PlanRecord): Promise<void> {
    this.#store.run(
      `INSERT INTO restore_plans (plan_id, written_at, record) VALUES (?, ?, ?)
         ON CONFLICT (plan_id) DO UPDATE SET written_at = excluded.written_at, record = excluded.record,
           leased_by = NULL, leased_until = 0, fence = restore_plans.fence + 1`,
      planId,
      new Date().toISOString(),
      JSON.stringify(record),
    );
  }

  async note({ planId, fence }: PlanLease, record: PlanRecord): Promise<void> {
    const note = 'UPDATE restore_plans SET record = ? WHERE plan_id = ? AND fence = ?';
    if (this.#store.run(note, JSON.stringify(record), planId, fence) === 0) throw new LeaseLost();
  }

  async lease(planId: string, worker: string, milliseconds: number): Promise<PlanLease | undefined> {
    const end = Date.now() + milliseconds;
    return this.#store.transaction(() => {
      const row = leaseRow.optional().parse(this.#store.get(LEASE, planId));
      if (!row) return undefined;
      const isOurs = row.leased_by === worker;
      // A lease that ends later was given before the clock was set back, and counts no more.
      if (!isOurs && this.#heldUntil(planId, end) !== undefined) return undefined;
      const fence = isOurs ? row.fence : row.fence + 1;
      this.#store.run('UPDATE restore_plans SET leased_by = ?, leased_until = ?, fence = ? WHERE plan_id = ?', worker, end, fence, planId);
      return { planId, fence };
    });
  }

  async release(planId: string, worker: string): Promise<void> {
    this.#store.run('UPDATE restore_plans SET leased_by = NULL, leased_until = 0 WHERE plan_id = ? AND leased_by = ?', planId, worker);
  }

  forgetBefore(moment: string): void {
    this.#store.run('DELETE FROM restore_plans WHERE written_at < ?', moment);
  }

  #heldUntil(planId: string, latest: number): number | undefined {
    const row = leaseRow.optional().parse(this.#store.get(LEASE, planId));
    if (!row || row.leased_by === null || isGone(row.leased_by)) return undefined;
    return row.leased_until > Date.now() && row.leased_until <= latest ? row.leased_until : undefined;
  }
}
