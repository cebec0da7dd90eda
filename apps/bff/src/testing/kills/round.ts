import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { commandOutcome, job, protectionBatch, type CommandOutcome, type ProtectionBatch } from '@tresor/contracts';
import { connect, type LocalAzure } from '@tresor/local-azure';
import * as z from 'zod';
import { IGNITE, OPERATIONS, vmId } from '../contoso-places';
import { freePort } from '../free-port';
import { ServerProcess } from './server-process';
import { WatchedStore } from './watched-store';

export interface KillOptions {
  /** Path of the built program. */
  program: string;
  /** Folder of the state; it is left there for a look when something is wrong. */
  folder: string;
  rounds: number;
  /** The settings of a server at the port, over the state in a folder. */
  settingsOf: (place: { port: number; data: string; azure: LocalAzure }) => Record<string, string>;
}

type Harm = 'frozen' | 'killed';

const MINUTE = 60_000;
const RECOVERED_WITHIN = 10_000;
/** Longer than anyone who goes on needs to find out that others have taken over. */
const AFTERWARDS = 2_500;
/** A page asks every second. */
const ASKED_EVERY = 250;
/** So long after a claim it is certain what left, by the clock on the wall. */
const CERTAIN_AFTER = 45_000;
/** In this time after an order something of it is under way. */
const LONGEST_UNDER_WAY = 500;

const MACHINES = [
  vmId('dbvm1', 'DBVM1Restore'),
  vmId('OperationsRG', 'LinuxVM1'),
  vmId('KeysRG', 'NoPolicyVM1'),
  vmId('KeysRG', 'HalfPolicyVM1'),
];

/** One order that the first of two servers is harmed amid. */
export class Round {
  readonly #options: KillOptions;
  readonly #azure: LocalAzure;
  readonly #how: Harm;
  readonly #data: string;
  /** By Azure's clock. */
  readonly #began: number;
  readonly #batch = `${IGNITE}/protection/${randomUUID()}`;
  readonly #backup = `${OPERATIONS}/items/OperationsRG/AppVM1/backups/${randomUUID()}`;

  constructor(options: KillOptions, azure: LocalAzure, how: Harm, round: number) {
    [this.#options, this.#azure, this.#how] = [options, azure, how];
    this.#began = azure.world.clock.now();
    this.#data = join(options.folder, `${how}-${round}`);
    mkdirSync(this.#data, { mode: 0o700 });
  }

  async run(): Promise<number[]> {
    const { apiToken } = await connect(this.#azure, 'adele');
    const start = async () => {
      const port = await freePort();
      const { program, settingsOf } = this.#options;
      return ServerProcess.start(program, settingsOf({ port, data: this.#data, azure: this.#azure }), apiToken);
    };
    // Over a folder that neither of them knows yet.
    const [first, second] = await Promise.all([start(), start()]);
    try {
      return [await this.#harm(first, second)];
    } finally {
      await Promise.all([first.kill(), second.kill()]);
    }
  }

  async #harm(first: ServerProcess, second: ServerProcess): Promise<number> {
    using store = new WatchedStore(this.#data);
    await this.#order(first);
    void this.#backUp(first);
    await wait(Math.random() * LONGEST_UNDER_WAY);
    await this.#strike(first, store);

    const struck = performance.now();
    const [, outcome] = await Promise.all([this.#broughtOn(second), this.#backUp(second)]);
    const recovery = performance.now() - struck;
    if (recovery > RECOVERED_WITHIN) throw new Error(`After a server was ${this.#how} it took ${Math.round(recovery)} ms to go on.`);
    if (outcome === undefined) throw new Error('Nobody was told what became of a backup.');
    if (this.#how === 'frozen') await this.#letGoOn(first, second, store);
    await this.#ended(second);
    return recovery;
  }

  /** At a moment at which it does not hold the file: then nobody else could write either, as SQLite has it. */
  async #strike(server: ServerProcess, store: WatchedStore): Promise<void> {
    if (this.#how === 'killed') return server.kill();
    server.freeze();
    while (store.isHeld()) {
      server.goOn();
      await wait(1);
      server.freeze();
    }
  }

  /** What the first server would still write is out of date, and it finds out. */
  async #letGoOn(first: ServerProcess, second: ServerProcess, store: WatchedStore): Promise<void> {
    const [before, holder] = [store.writes, store.holderOf(this.#batch.split('/').at(-1) ?? '')];
    if (holder.pid !== second.pid) throw new Error('The server that goes on does not hold the order.');
    first.goOn();
    for (const end = performance.now() + AFTERWARDS; performance.now() < end; await wait(ASKED_EVERY)) await this.#look(first);
    if (store.writes !== before) throw new Error('A server wrote that had lost the order to another one.');
    const now = store.holderOf(this.#batch.split('/').at(-1) ?? '');
    if (now.pid !== holder.pid || now.fence !== holder.fence)
      throw new Error('A server that came back took the order away from another one.');
  }

  async #order(server: ServerProcess): Promise<void> {
    await server.call('PUT', this.#batch, { edition: 'current', policyName: 'DefaultPolicy', vmIds: MACHINES });
  }

  async #backUp(server: ServerProcess): Promise<CommandOutcome | undefined> {
    return commandOutcome.safeParse(await server.call('PUT', this.#backup, { retainUntil: null })).data;
  }

  async #look(server: ServerProcess): Promise<ProtectionBatch | undefined> {
    return protectionBatch.safeParse(await server.call('GET', this.#batch)).data;
  }

  /** Until every machine is in Azure's hands. */
  async #broughtOn(server: ServerProcess): Promise<void> {
    await this.#until(server, ({ results }) => results.every(({ state, jobId }) => state === 'enabling' && jobId !== null));
  }

  async #ended(server: ServerProcess): Promise<void> {
    this.#azure.advance(3 * MINUTE);
    const { results } = await this.#until(server, ({ finished }) => finished);
    const wrong = results.filter(({ state }) => state !== 'protected');
    if (wrong.length > 0) throw new Error(`In the end ${wrong.map(({ vmName, state }) => `${vmName} is ${state}`).join(', ')}.`);
    const configured = await this.#jobs(server, IGNITE, 'ConfigureBackup');
    if (configured !== MACHINES.length) throw new Error(`${MACHINES.length} machines were configured ${configured} times.`);
    await this.#backedUp(server);
  }

  /** What certainly did not start is started by asking again. */
  async #backedUp(server: ServerProcess): Promise<void> {
    let outcome: CommandOutcome | undefined;
    for (const end = performance.now() + CERTAIN_AFTER; performance.now() < end && outcome?.state !== 'started'; await wait(ASKED_EVERY)) {
      this.#azure.advance(11 * MINUTE);
      outcome = await this.#backUp(server);
    }
    const backups = await this.#jobs(server, OPERATIONS, 'Backup');
    if (outcome?.state !== 'started' || backups !== 1)
      throw new Error(`A backup is told to be ${outcome?.state}, and there are ${backups}.`);
  }

  async #jobs(server: ServerProcess, vault: string, operation: string): Promise<number> {
    const jobs = z.array(job).parse(await server.call('GET', `${vault}/jobs`));
    return jobs.filter((one) => one.operation === operation && Date.parse(one.startTime ?? '') >= this.#began).length;
  }

  async #until(server: ServerProcess, wanted: (batch: ProtectionBatch) => boolean): Promise<ProtectionBatch> {
    let last: ProtectionBatch | undefined;
    for (const end = performance.now() + 2 * RECOVERED_WITHIN; performance.now() < end; await wait(ASKED_EVERY)) {
      last = (await this.#look(server)) ?? last;
      if (last && wanted(last)) return last;
    }
    throw new Error(`An order stayed as ${JSON.stringify(last?.results.map(({ vmName, state }) => [vmName, state]))}.`);
  }
}
