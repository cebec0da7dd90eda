import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Database } from '../sql/database';
import { lastOf, type Migrations } from '../sql/migrate';
import type { Tables } from '../sql/tables';
import { readAddress } from './address';
import { hindranceIn } from './hindrance';
import { Installation } from './installation';
import { asked, openPool, unavailable } from './pool';
import { MIGRATIONS } from './schema';
import { bringForward } from './versions';

/** The same throughout a statement, so that what is compared with it is found by an index. */
export const momentAgo = (milliseconds: number) =>
  sql<string>`to_char(statement_timestamp() at time zone 'UTC' - ${milliseconds} * interval '1 millisecond', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export interface PostgresOptions {
  url: string;
  /** Where this server remembers which database it is. */
  dataDir: string;
  /** A token of Entra's, for an address without a password. */
  token: () => Promise<string>;
  /** Told once whenever the database cannot be used any more. */
  report: (error: unknown) => void;
  say: (sentence: string) => void;
  /** The tables that this version knows. */
  migrations?: Migrations;
}

/** The stores of any number of servers. It need not be there yet: until it is, what needs it is refused. */
export function openPostgres({ url, dataDir, token, report, say, migrations = MIGRATIONS }: PostgresOptions): Database {
  const installation = new Installation(dataDir, lastOf(migrations).last);
  const pool = openPool(readAddress(url), token, (client) => installation.check(client));
  const bare = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: asked(pool, async () => undefined) }) });
  let preparing: Promise<void> | undefined;
  let isReported = false;
  const prepare = async () => {
    try {
      await bringForward(bare, migrations);
      if ((await hindranceIn(bare, migrations)) === 'no-rights')
        throw new Error('The account of DATABASE_URL may not write in its tables.');
      const client = await pool.connect();
      await installation.remember(client).finally(() => client.release());
      isReported = false;
    } catch (error) {
      preparing = undefined;
      if (!isReported) report(error);
      isReported = true;
      unavailable(error);
    }
  };
  const ready = () => (preparing ??= prepare());
  ready().catch(() => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: asked(pool, ready) }) });
  return {
    db,
    // Read again once a row that another server held is free: a lease that it took meanwhile is not one of a clock that was set back.
    now: () => sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
    momentAgo,
    nextPosition: undefined,
    forShare: sql`for share`,
    alone: (name) => sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`,
    isGone: undefined,
    isOpen: async () => (await hindranceIn(db, migrations)) === undefined,
    say,
    close: () => void pool.end().catch(report),
  };
}

/** A database that is looked at or changed without being prepared. */
export type BareOptions = Pick<PostgresOptions, 'url' | 'dataDir' | 'token' | 'migrations'>;

/** For what is done by somebody at a terminal: the tables as they are, and what this version would make of them. */
export async function withBare<T>(
  { url, dataDir, token, migrations = MIGRATIONS }: BareOptions,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const installation = new Installation(dataDir, lastOf(migrations).last);
  const pool = openPool(readAddress(url), token, (client) => installation.check(client));
  try {
    return await work(new Kysely<Tables>({ dialect: new PostgresDialect({ pool: asked(pool, async () => undefined) }) }));
  } finally {
    await pool.end();
  }
}
