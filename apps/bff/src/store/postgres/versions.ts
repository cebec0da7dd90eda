import { sql, type Kysely } from 'kysely';
import * as z from 'zod';
import { lastOf, migrate, migrateBack, type Migrations } from '../sql/migrate';
import type { Tables } from '../sql/tables';
import { StoreError } from '../store-error';

const versionRow = z.object({ version: z.string().nullable() });
const madeRow = z.object({ made: z.boolean() });

/** The name of the last step that was taken; undefined where there are no tables yet. */
export async function versionIn(db: Kysely<Tables>): Promise<string | undefined> {
  const { rows: tables } = await sql`select to_regclass('installation') is not null as made`.execute(db);
  if (!madeRow.parse(tables[0]).made) return undefined;
  const { rows } = await sql`select max(name) as version from kysely_migration`.execute(db);
  return versionRow.parse(rows[0]).version ?? undefined;
}

/** Makes the tables, or brings those of an earlier version forward. */
export async function bringForward(db: Kysely<Tables>, migrations: Migrations): Promise<void> {
  const version = await versionIn(db);
  if (version === undefined) return migrate(db, migrations);
  if (version !== lastOf(migrations).last) await alone(db, version, (transaction) => migrate(transaction, migrations));
}

/** Takes the tables one version back; answers the one they have then. @throws StoreError */
export async function takeDatabaseBack(db: Kysely<Tables>, migrations: Migrations): Promise<string> {
  const { last, before } = lastOf(migrations);
  const version = await versionIn(db);
  if (version !== last)
    throw new StoreError(`The database has version ${version ?? 'none'}; this version of Tresor takes back ${last} alone.`);
  await alone(db, version, (transaction) => migrateBack(transaction, migrations));
  return before;
}

/**
 * Changes the tables while no other server is at them. Connections that there are end, those that are made wait until the change is there
 * and find it: a server of another version can write nothing any more, not even what it had begun.
 * Of servers that start at once, one does it; another may be cut off and tries again with what it is asked next.
 */
function alone(db: Kysely<Tables>, version: string, change: (transaction: Kysely<Tables>) => Promise<void>): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await sql`lock table installation in access exclusive mode`.execute(transaction);
    if ((await versionIn(transaction)) !== version) return;
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = current_user and application_name = 'tresor' and pid <> pg_backend_pid()
        and pid not in (select pid from pg_locks where relation = 'installation'::regclass and not granted)`.execute(transaction);
    await change(transaction);
  });
}
