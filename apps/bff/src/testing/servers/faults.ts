import { setTimeout as wait } from 'node:timers/promises';
import { PostgresServer } from '../postgres-server';
import type { Stage } from './stage';

/** Longer than a lease, and than anyone waits for a database. */
const LASTS_MS = 8_000;
const SHORT_MS = 2_000;
const SLOW_MS = 600;

/** What happens amid orders; each resolves when it is over. */
export const FAULTS = {
  async 'one server is killed'({ servers: [first] }) {
    await first?.kill();
  },
  async 'one server freezes'({ servers: [first] }) {
    first?.freeze();
    await wait(LASTS_MS);
    first?.goOn();
  },
  async 'one server is cut off from the database'({ networks: [first] }) {
    if (!first) return;
    first.isSilent = true;
    await wait(LASTS_MS);
    restore([first]);
  },
  async 'the database is restarted'({ postgres }) {
    await postgres.kill();
    await wait(SHORT_MS);
    await postgres.resume();
  },
  async 'the database fails over to an empty one'({ postgres, networks, database }) {
    await using empty = await PostgresServer.start();
    await empty.query('postgres', `create database ${database}`);
    lead(networks, empty.port);
    await wait(LASTS_MS);
    const made = await empty.query(database, `select * from pg_tables where schemaname = 'public'`);
    lead(networks, postgres.port);
    if (made.length > 0) throw new Error('Servers made their tables in an empty database.');
  },
  async 'the database is slow'({ networks }) {
    for (const network of networks) network.delayMs = SLOW_MS;
    await wait(LASTS_MS);
  },
  async 'the database hangs'({ networks }) {
    for (const network of networks) network.isSilent = true;
    await wait(LASTS_MS);
    restore(networks);
  },
} as const satisfies Record<string, (stage: Stage) => Promise<void>>;

export type Fault = keyof typeof FAULTS;

type Networks = Stage['networks'];

/** What was swallowed is lost: no connection goes on in the midst of an answer. */
function restore(networks: Networks): void {
  for (const network of networks) {
    network.isSilent = false;
    network.cut();
  }
}

function lead(networks: Networks, port: number): void {
  for (const network of networks) {
    network.target = port;
    network.cut();
  }
}
