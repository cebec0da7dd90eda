import { sql, type Kysely } from 'kysely';
import * as z from 'zod';
import { lastOf, type Migrations } from '../sql/migrate';
import type { Tables } from '../sql/tables';
import { versionIn } from './versions';

/** What keeps orders from being written: only a standby answers, or the account may only read. */
export type Hindrance = 'standby' | 'no-rights';

const ALL = ['select', 'insert', 'update', 'delete'];

/** What the account needs in each table: what was recorded of commands never changes. */
const NEEDED: Readonly<Record<keyof Tables, readonly string[]>> = {
  batches: ALL,
  machines: ALL,
  machine_locks: ALL,
  intents: ALL,
  grants: ALL,
  restore_plans: ALL,
  recovery_plans: ALL,
  screens: ALL,
  storage_days: ALL,
  commands: ['select', 'insert', 'delete'],
  command_segments: ALL,
};

const RIGHTS = Object.entries(NEEDED).flatMap(([table, rights]) => rights.map((right) => [table, right] as const));

const foundRow = z.object({ writable: z.boolean(), makes: z.boolean(), writes: z.boolean() });

/** By looking alone. */
export async function hindranceIn(db: Kysely<Tables>, migrations: Migrations): Promise<Hindrance | undefined> {
  const [tables, rights] = [0, 1].map((at) => RIGHTS.map((pair) => pair[at]));
  const { rows } = await sql`select
      current_setting('transaction_read_only') = 'off' as writable,
      coalesce(has_schema_privilege(current_schema(), 'create'), false) as makes,
      coalesce(bool_and(has_table_privilege(to_regclass(of), needed)), true) as writes
    from unnest(${tables}::text[], ${rights}::text[]) as rights (of, needed)`.execute(db);
  const { writable, makes, writes } = foundRow.parse(rows[0]);
  if (!writable) return 'standby';
  const isMade = makes || (await versionIn(db)) === lastOf(migrations).last;
  return writes && isMade ? undefined : 'no-rights';
}
