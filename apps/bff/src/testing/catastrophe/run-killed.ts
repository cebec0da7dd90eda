import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { itemInVault, recoveryPlan, type RecoveryPlan } from '@tresor/contracts';
import { connect, startLocalAzure, type ExpectedOutcome } from '@tresor/local-azure';
import * as z from 'zod';
import { direct } from '../direct';
import { freePort } from '../free-port';
import { ServerProcess } from '../kills/server-process';
import { PostgresServer } from '../postgres-server';
import { machineOf, recoveryPath, twiceInRun } from '../recovering';
import { untilMorning } from '../start-contoso';
import { AzureProcess, type KnownAzure } from './azure-process';
import { countsOf, draftFor, firstOfEachRow, waveOf } from './choose';
import { differences, endingsOf, wrongPoints } from './endings';

export interface KilledOptions {
  /** Paths of the built programs. */
  program: string;
  azureProgram: string;
  /** Folder of the state; it is left there for a look when something is wrong. */
  folder: string;
  /** How many servers share the run, over one PostgreSQL; one alone has a store of its own. */
  servers: number;
  kills: number;
  ofEachRow: number;
  /** The settings of a server at the port, over the state in a folder. */
  settingsOf: (place: { port: number; data: string; azure: KnownAzure }) => Record<string, string>;
  onKill: (victim: string, states: Record<string, number>) => void;
}

export interface KilledReport {
  /** How many there are in the table of how each should end. */
  machines: number;
  /** How many of them were to come back. */
  missing: number;
  kills: number;
  /** Longest time, in milliseconds, from the death of a server until the run went on for who had the board open. */
  recovery: number;
  differences: string[];
}

const LOOKED_EVERY = 500;
/** So far apart at most: between two kills the run does something. */
const LONGEST_LIFE = 8_000;
const RECOVERED_WITHIN = 15_000;
const LONGEST_RUN = 30 * 60_000;
const OVER = new Set(['done', 'refused', 'needs-person', 'taken-out', 'stopped']);

/** Answers the file of the world on the morning after. */
async function plantMorning(folder: string): Promise<string> {
  const azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, seed: 'catastrophe' });
  azure.advance(untilMorning(azure.world.clock.now()));
  const file = join(folder, 'azure.sqlite');
  azure.world.save(file);
  await azure.stop();
  return file;
}

type Started = { server: ServerProcess; start: () => Promise<ServerProcess> };

/** A run of the helpdesk whose servers and whose Azure are killed at random moments. */
class KilledRun {
  readonly #options: KilledOptions;
  readonly #azure: AzureProcess;
  readonly #servers: Started[];
  readonly #path = recoveryPath(randomUUID());
  readonly #returning: Promise<void>[] = [];
  #kills = 0;
  #recovery = 0;
  /** When a server died of which nobody has seen yet that the run goes on. */
  #diedAt: number | undefined;
  last: RecoveryPlan | undefined;

  constructor(options: KilledOptions, azure: AzureProcess, servers: Started[]) {
    [this.#options, this.#azure, this.#servers] = [options, azure, servers];
  }

  get told() {
    return { kills: this.#kills, recovery: this.#recovery };
  }

  /** Answers how much there was to bring back, and the newest point of each machine. */
  async begin(expected: readonly ExpectedOutcome[]): Promise<{ missing: number; newest: Map<string, string | null> }> {
    const names = new Set(expected.map(({ machine }) => machine));
    const items = z.array(itemInVault).parse(await this.#ask('GET', '/api/items'));
    const missing = items.filter(({ name, machine }) => names.has(name) && machine === 'gone');
    await this.#ask('PUT', this.#path, draftFor(missing.map((item) => machineOf(item, waveOf(item.name)))));
    recoveryPlan.parse(await this.#ask('POST', `${this.#path}/start`));
    return { missing: missing.length, newest: new Map(items.map(({ name, latestRecoveryPoint }) => [name, latestRecoveryPoint])) };
  }

  async toTheEnd(): Promise<RecoveryPlan> {
    const end = performance.now() + LONGEST_RUN;
    let strikeAt = performance.now() + Math.random() * LONGEST_LIFE;
    while (performance.now() < end) {
      await this.#look();
      if (this.last?.standing.state === 'ended') {
        await Promise.all(this.#returning);
        return this.last;
      }
      await this.#azure.advance(1);
      if (performance.now() > strikeAt && this.#kills < this.#options.kills && this.#diedAt === undefined) {
        await this.#strike();
        strikeAt = performance.now() + Math.random() * LONGEST_LIFE;
      }
      await wait(LOOKED_EVERY);
    }
    throw new Error(`A run did not end: ${JSON.stringify(this.last?.machines.filter(({ state }) => !OVER.has(state)))}.`);
  }

  /** The open board asks whichever server it comes to. */
  async #look(): Promise<void> {
    const told = recoveryPlan.safeParse(await this.#ask('GET', this.#path)).data;
    if (!told) return;
    this.last = told;
    if (this.#diedAt === undefined || told.standing.state === 'waiting') return;
    const recovery = performance.now() - this.#diedAt;
    this.#recovery = Math.max(this.#recovery, recovery);
    this.#diedAt = undefined;
    if (recovery > RECOVERED_WITHIN) throw new Error(`It took ${Math.round(recovery)} ms until a run went on whose server was killed.`);
  }

  async #strike(): Promise<void> {
    this.#kills += 1;
    const victim = this.#servers[Math.floor(Math.random() * (this.#servers.length + 1))];
    this.#options.onKill(victim ? 'a server' : 'Local Azure', countsOf((this.last?.machines ?? []).map(({ state }) => state)));
    if (!victim) {
      await this.#azure.kill();
      await wait(Math.random() * 2_000);
      await this.#azure.resume();
      return;
    }
    this.#diedAt = performance.now();
    await victim.server.kill();
    const back = this.#startAgain(victim);
    // Where there are others the run goes on without it.
    if (this.#servers.length === 1) await back;
    else this.#returning.push(back);
  }

  async #startAgain(victim: Started): Promise<void> {
    victim.server = await victim.start();
  }

  #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const { server } = this.#servers[Math.floor(Math.random() * this.#servers.length)] ?? {};
    return server?.call(method, path, body) ?? Promise.resolve(undefined);
  }
}

async function startServers(
  { program, folder, servers, settingsOf }: KilledOptions,
  stack: AsyncDisposableStack,
  azure: KnownAzure,
): Promise<Started[]> {
  const { apiToken } = await connect(azure, 'alex');
  const database = servers > 1 ? await stack.use(await PostgresServer.start()).newDatabase() : undefined;
  return Promise.all(
    Array.from({ length: servers }, async (_, at) => {
      const data = join(folder, `server-${at}`);
      mkdirSync(data, { mode: 0o700 });
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

/** Runs it to its end. @throws at the first thing that is wrong on the way */
export async function runKilled(options: KilledOptions): Promise<KilledReport> {
  const file = await plantMorning(options.folder);
  const expected = firstOfEachRow(options.ofEachRow);
  const { missing, newest, end, told } = await killAmid(options, file, expected);
  const azure = await startLocalAzure({ file, clock: { mode: 'standing' }, throttle: false });
  const ended = await endingsOf((url) => direct(azure, 'adele', 'GET', url), expected, end);
  const wrong = [...differences(ended), ...wrongPoints(expected, ended, newest)];
  const twice = twiceInRun({ azure }).map((command) => `Azure accepted ${command} twice.`);
  await azure.stop();
  return { machines: expected.length, missing, ...told, differences: [...wrong, ...twice] };
}

async function killAmid(options: KilledOptions, file: string, expected: readonly ExpectedOutcome[]) {
  await using stack = new AsyncDisposableStack();
  const azure = await AzureProcess.start(options.azureProgram, file);
  stack.defer(() => azure.kill());
  const run = new KilledRun(options, azure, await startServers(options, stack, azure.known));
  const begun = await run.begin(expected);
  return { ...begun, end: await run.toTheEnd(), told: run.told };
}
