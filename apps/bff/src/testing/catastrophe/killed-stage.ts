import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { connect, startLocalAzure, type LocalAzure } from '@tresor/local-azure';
import { freePort } from '../free-port';
import { ServerProcess } from '../kills/server-process';
import { PostgresServer } from '../postgres-server';
import { untilMorning } from '../start-contoso';
import { AzureProcess, type KnownAzure } from './azure-process';
import { KilledRun, type Kills, type Started } from './killed-run';

export interface KilledOptions extends Kills {
  /** Paths of the built programs. */
  program: string;
  azureProgram: string;
  /** Folder of the state; it is left there for a look when something is wrong. */
  folder: string;
  /** How many servers share the run, over one PostgreSQL; one alone has a store of its own. */
  servers: number;
  ofEachRow: number;
  /** The settings of a server at the port, over the state in a folder. */
  settingsOf: (place: { port: number; data: string; azure: KnownAzure }) => Record<string, string>;
}

/** Answers the file of the world on the morning after; `prepare`: what else is to be true of it. */
export async function plantMorning(folder: string, prepare?: (azure: LocalAzure) => Promise<void>): Promise<string> {
  const azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, seed: 'catastrophe' });
  azure.advance(untilMorning(azure.world.clock.now()));
  await prepare?.(azure);
  const file = join(folder, 'azure.sqlite');
  azure.world.save(file);
  await azure.stop();
  return file;
}

async function startServers(
  { program, folder, servers, settingsOf }: KilledOptions,
  stack: AsyncDisposableStack,
  azure: KnownAzure,
  person: string,
): Promise<Started[]> {
  const { apiToken } = await connect(azure, person);
  const database = servers > 1 ? await stack.use(await PostgresServer.start()).newDatabase() : undefined;
  return Promise.all(
    Array.from({ length: servers }, async (_, at) => {
      const data = join(folder, `server-${at}`);
      mkdirSync(data, { recursive: true, mode: 0o700 });
      const settings = {
        ...settingsOf({ port: await freePort(), data, azure }),
        ...(database !== undefined && { DATABASE_URL: database }),
      };
      const start = () => ServerProcess.start(program, settings, apiToken);
      const started = { server: await start(), start };
      stack.defer(() => started.server.kill());
      return started;
    }),
  );
}

/** Lives through a run over the world in the file, whose board is open to the person; then everything is ended. */
export async function amidKills<T>(options: KilledOptions, file: string, person: string, life: (run: KilledRun) => Promise<T>): Promise<T> {
  await using stack = new AsyncDisposableStack();
  const azure = await AzureProcess.start(options.azureProgram, file);
  stack.defer(() => azure.kill());
  return await life(new KilledRun(options, azure, await startServers(options, stack, azure.known, person)));
}
