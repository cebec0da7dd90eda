import { sql } from 'kysely';
import * as z from 'zod';
import type { Database } from './database';

const LEASED = { batches: 'batch_id', restore_plans: 'plan_id', recovery_plans: 'plan_id' } as const;

/** What workers hold one at a time. */
type Leased = keyof typeof LEASED;

const holderRow = z.object({ leased_by: z.string().nullable() });
const fenceRow = z.object({ fence: z.int() });

/**
 * Holds a row for so long, alone among all workers, in one statement; answers the number of the lease, or undefined while another one
 * that is not `from` holds it. A lease that ends later than one given now was given before the clock was set back, and counts no more.
 */
export async function takeLease(database: Database, table: Leased, id: string, worker: string, milliseconds: number, from?: string) {
  const gone = from ?? (await findGone(database, table, id)) ?? worker;
  const end = sql`${database.now()} + ${milliseconds}`;
  const { rows } = await sql`update ${sql.table(table)}
    set leased_by = ${worker}, leased_until = ${end}, fence = case when leased_by = ${worker} then fence else fence + 1 end
    where ${sql.ref(LEASED[table])} = ${id}
      and (leased_by is null or leased_by in (${worker}, ${gone}) or leased_until < ${database.now()} or leased_until > ${end})
    returning fence`.execute(database.db);
  return fenceRow.optional().parse(rows[0])?.fence;
}

/** The holder, where it is certainly gone. */
async function findGone({ db, isGone }: Database, table: Leased, id: string): Promise<string | undefined> {
  if (!isGone) return undefined;
  const { rows } = await sql`select leased_by from ${sql.table(table)} where ${sql.ref(LEASED[table])} = ${id}`.execute(db);
  const holder = holderRow.optional().parse(rows[0])?.leased_by;
  return holder != null && isGone(holder) ? holder : undefined;
}
