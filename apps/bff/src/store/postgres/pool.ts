import { callbackify } from 'node:util';
import type { PostgresPool } from 'kysely';
import { DatabaseError, Pool, TypeOverrides, types, type ClientBase, type PoolClient } from 'pg';
import { Problem } from '../../problem';
import type { PostgresAddress } from './address';

const CONNECTIONS = 10;
/** To make one takes five answers of the database: with a slow one that is longer than a statement may take. */
const CONNECT_MS = 4_500;
const KEPT_MS = 10 * 60_000;
/** A database that has not answered a statement by then is taken to hang; its connection is given up. */
const ANSWER_MS = 3_000;
/** What a server that stands still holds in the midst of a transaction is free again after that. */
const STANDSTILL_MS = 2_000;

/** Ours of PostgreSQL's type `bigint` are moments and counts, far below what a number holds exactly. */
const NUMBERS = new TypeOverrides();
NUMBERS.setTypeParser(types.builtins.INT8, Number);

/** Connections to a PostgreSQL; each new one is looked at before it is used. */
export function openPool(
  { password, ...address }: PostgresAddress,
  token: () => Promise<string>,
  onConnect: (client: ClientBase) => Promise<void>,
): Pool {
  const pool = new Pool({
    ...address,
    password: password ?? token,
    application_name: 'tresor',
    max: CONNECTIONS,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: KEPT_MS,
    query_timeout: ANSWER_MS,
    statement_timeout: ANSWER_MS,
    idle_in_transaction_session_timeout: STANDSTILL_MS,
    types: NUMBERS,
    verify: callbackify(onConnect),
  });
  // One that breaks while nothing is asked is replaced by the next; nobody else listens then.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The pool as Kysely asks for it, once it is ready. What the database refuses is a problem that may pass. */
export function asked(pool: Pool, ready: () => Promise<void>): PostgresPool {
  return {
    async connect() {
      await ready();
      return watched(await pool.connect().catch(unavailable));
    },
    options: pool.options,
    end: () => pool.end(),
  };
}

/** A connection that fell silent or broke in the midst of a question is not used again. */
function watched(client: PoolClient): PoolClient {
  let isBroken = false;
  const query = (...values: unknown[]) =>
    Promise.resolve(Reflect.apply(client['query'], client, values)).catch((cause: unknown) => {
      isBroken ||= !(cause instanceof DatabaseError);
      // What was asked may have been done all the same.
      if (!(cause instanceof DatabaseError) && !(cause instanceof Problem)) throw new Problem('store-timeout', { retryAfter: 5, cause });
      return unavailable(cause);
    });
  const release = (isDiscarded?: boolean) => client.release(isBroken || isDiscarded === true);
  return new Proxy(client, {
    get(target, name): unknown {
      if (name === 'query') return query;
      return name === 'release' ? release : Reflect.get(target, name);
    },
  });
}

export function unavailable(cause: unknown): never {
  throw cause instanceof Problem ? cause : new Problem('store-unavailable', { retryAfter: 5, cause });
}
