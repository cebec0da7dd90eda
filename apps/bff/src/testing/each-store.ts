import { afterAll, beforeAll, describe, vi } from 'vitest';
import type { Lease } from '../store/batches';
import { inTime } from '../store/in-time';
import { openPostgres } from '../store/postgres/database';
import { storesIn } from '../store/sql/stores';
import { openSqlite } from '../store/sqlite/database';
import type { Stores } from '../store/stores';
import { thatFallSilent } from './memory/silent';
import { memoryStores } from './memory/stores';
import { hasPostgres, PostgresServer } from './postgres-server';
import { newDataDir } from './start-test-server';
import { MINUTE } from './things-to-keep';

const fail = (error: unknown) => {
  throw error;
};

const noToken = () => Promise.reject(new Error('a password is known'));

let postgres: PostgresServer | undefined;
let database = '';

async function openNewDatabase(): Promise<Stores> {
  postgres = await PostgresServer.start();
  const url = await postgres.newDatabase();
  database = new URL(url).pathname.slice(1);
  return storesIn(openPostgres({ url, dataDir: await newDataDir(), token: noToken, report: fail, say: fail }));
}

const kinds = {
  SQLite: async () => storesIn(await openSqlite(await newDataDir(), fail)),
  memory: async () => memoryStores(),
  'a store that can fall silent': async () => inTime(thatFallSilent(memoryStores()).stores),
};

/** The clock of the machine is turned, or, where the database has a clock of its own, what was written becomes so much older. */
async function pass(name: string, milliseconds: number): Promise<void> {
  if (name !== 'PostgreSQL') return void vi.setSystemTime(Date.now() + milliseconds);
  const older = `to_char(written_at::timestamptz at time zone 'UTC' - ${milliseconds} * interval '1 millisecond', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  for (const table of ['batches', 'intents', 'restore_plans', 'recovery_plans'])
    await postgres?.query(database, `update ${table} set written_at = ${older}`);
}

/** The stores of one kind, open while its tests run. */
interface Each {
  readonly stores: Stores;
  /** Whether the clock of this machine is that of the stores. */
  isOwnClock: boolean;
  /** Lets time pass for what was written. */
  pass: (milliseconds: number) => Promise<void>;
  leased: (batchId: string) => Promise<Lease>;
}

/** The same of every kind of stores there is. */
export function whatEachKeeps(defineTests: (each: Each) => void): void {
  describe.each(Object.entries(hasPostgres ? { ...kinds, PostgreSQL: openNewDatabase } : kinds))('what %s keeps', (name, open) => {
    let stores: Stores;

    beforeAll(async () => {
      stores = await open();
      await vi.waitFor(() => stores.batches.find('none'), { timeout: 30_000 });
    });

    afterAll(async () => {
      stores.close();
      await postgres?.[Symbol.asyncDispose]();
    });

    defineTests({
      get stores() {
        return stores;
      },
      isOwnClock: name !== 'PostgreSQL',
      pass: (milliseconds) => pass(name, milliseconds),
      async leased(batchId) {
        const lease = await stores.batches.lease(batchId, 'worker', MINUTE);
        if (!lease) throw new Error('the batch is held by somebody else');
        return lease;
      },
    });
  });
}
