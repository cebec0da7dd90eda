import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect, startLocalAzure, type LocalAzure } from '@tresor/local-azure';
import { freePort } from '../free-port';
import { ServerProcess } from '../kills/server-process';
import { DatabaseProxy } from '../postgres-proxy';
import { PostgresServer } from '../postgres-server';
import type { Morning } from './morning';
import { DumbProxy } from './dumb-proxy';
import { Visitor } from './visitor';

export interface ServersOptions {
  /** Path of the built program. */
  program: string;
  /** Folder of what the servers remember. */
  folder: string;
  /** How many orders there are to be at least, over all faults. */
  orders: number;
  /** The settings of a server at the port, over the state in a folder. */
  settingsOf: (place: { port: number; data: string; azure: LocalAzure }) => Record<string, string>;
}

const SERVERS = 3;
const READY_WITHIN = 30_000;
const LOOKED_EVERY = 100;

/** It listens before its database has answered. */
async function untilReady(server: ServerProcess): Promise<void> {
  for (const end = performance.now() + READY_WITHIN; performance.now() < end; await wait(LOOKED_EVERY))
    if ((await server.fetch('/api/ready').catch(() => undefined))?.ok) return;
  throw new Error('A server is not ready.');
}

/** Three servers behind a dumb proxy, over one PostgreSQL, each with a network of its own to it. */
export interface Stage extends AsyncDisposable {
  morning: Morning;
  azure: LocalAzure;
  postgres: PostgresServer;
  /** Of the servers’ common database. */
  database: string;
  networks: readonly DatabaseProxy[];
  servers: readonly ServerProcess[];
  visitor: Visitor;
}

export async function openStage({ program, folder, settingsOf }: ServersOptions, morning: Morning, name: string): Promise<Stage> {
  const stack = new AsyncDisposableStack();
  try {
    const azure = await startLocalAzure({
      file: ':memory:',
      clock: { mode: 'standing' },
      saved: morning.file,
      control: true,
      throttle: false,
    });
    stack.defer(() => azure.stop());
    const { apiToken } = await connect(azure, 'adele');
    const postgres = stack.use(await PostgresServer.start());
    const address = await postgres.newDatabase();
    const database = new URL(address).pathname.slice(1);
    const each = await Promise.all(
      Array.from({ length: SERVERS }, async (_, at) => {
        const [network, port] = [stack.use(await DatabaseProxy.start(postgres.port)), await freePort()];
        const data = join(folder, `${name}-${at}`);
        mkdirSync(data, { mode: 0o700 });
        const settings = { ...settingsOf({ port, data, azure }), DATABASE_URL: postgres.addressOf(database, network.port) };
        const server = await ServerProcess.start(program, settings, apiToken);
        stack.defer(() => server.kill());
        await untilReady(server);
        return { network, port, server };
      }),
    );
    const proxy = stack.use(await DumbProxy.start(each.map(({ port }) => port)));
    const owned = stack.move();
    return {
      morning,
      azure,
      postgres,
      database,
      networks: each.map(({ network }) => network),
      servers: each.map(({ server }) => server),
      visitor: new Visitor(proxy.url, apiToken),
      [Symbol.asyncDispose]: () => owned.disposeAsync(),
    };
  } finally {
    await stack.disposeAsync();
  }
}
