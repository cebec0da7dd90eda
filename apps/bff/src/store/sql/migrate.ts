import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';

/** Takes the steps that are missing, all or none: `db` is a transaction, or makes one of them. */
export async function migrate<Tables>(db: Kysely<Tables>, migrations: Record<string, Migration>): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error !== undefined) throw error;
}
