import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';

/** The steps that make the tables, by names in the order in which they are taken. */
export type Migrations = Readonly<Record<string, Migration>>;

const migratorOf = <Tables>(db: Kysely<Tables>, migrations: Migrations) =>
  new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });

/** The names of the last step and of the one before it. */
export function lastOf(migrations: Migrations): { last: string; before: string } {
  const [last = '', before = ''] = Object.keys(migrations).toSorted().toReversed();
  return { last, before };
}

/** Takes the steps that are missing, all or none: `db` is a transaction, or makes one of them. */
export async function migrate<Tables>(db: Kysely<Tables>, migrations: Migrations): Promise<void> {
  const { error } = await migratorOf(db, migrations).migrateToLatest();
  if (error !== undefined) throw error;
}

/** Takes the last step back. What the version before has no place for is gone then. */
export async function migrateBack<Tables>(db: Kysely<Tables>, migrations: Migrations): Promise<void> {
  const { last, before } = lastOf(migrations);
  if (!new Map(Object.entries(migrations)).get(last)?.down) throw new Error(`${last} cannot be taken back`);
  const { error } = await migratorOf(db, migrations).migrateTo(before);
  if (error !== undefined) throw error;
}
