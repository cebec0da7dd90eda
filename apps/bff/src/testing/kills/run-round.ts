import { setTimeout as wait } from 'node:timers/promises';
import { restore, type Restore, type RestorePlan } from '@tresor/contracts';
import type { LocalAzure } from '@tresor/local-azure';
import { acceptedCommands, beginRestore, decide, isAllDone, lookAtPlan, proposedAnswers } from '../planning';
import { ADELE, ALEX, allowBlobs } from '../restoring';
import { LoneServer } from './lone-server';
import type { KillOptions } from './round';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KILLS = 4;
/** A run looks at Azure every second or two: in this time it does something. */
const LONGEST_LIFE = 4_000;
const RECOVERED_WITHIN = 10_000;
const LOOKED_EVERY = 100;
const LONGEST_RUN = 120_000;
/** Who may go on with it, one after the other; Megan may only look. */
const PEOPLE = ['adele', 'alex'] as const;
/** The machine is made, protected and backed up. */
const COMMANDS = 3;

/** One restore that runs by itself while its only server is killed again and again. */
export class RunRound {
  readonly #options: KillOptions;
  readonly #azure: LocalAzure;
  readonly #name: string;
  #path = '';

  constructor(options: KillOptions, azure: LocalAzure, round: number) {
    [this.#options, this.#azure, this.#name] = [options, azure, `run-${round}`];
  }

  /** Answers how long it took after each kill until a run that a person opened went on. */
  async run(): Promise<number[]> {
    for (const objectId of [ADELE, ALEX]) await allowBlobs({ azure: this.#azure }, objectId);
    await using server = await LoneServer.start(this.#options, this.#azure, this.#name, [...PEOPLE, 'megan']);
    this.#path = await beginRestore(server.ask, 'WinSingleVM1');
    await decide(server.ask, this.#path, await proposedAnswers(server.ask, this.#path));
    const recovery: number[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await this.#strike(server);
      await server.startAgain();
      if ((await this.#waits(server)) === 'done') break;
      recovery.push(await this.#opened(server, PEOPLE[kill % PEOPLE.length] ?? 'adele'));
    }
    await this.#toTheEnd(server);
    return recovery;
  }

  /** Kills the server at a random moment, or right when Azure has accepted a command, of which it need not have heard. */
  async #strike(server: LoneServer): Promise<void> {
    const isAfterCommand = Math.random() < 0.5;
    const until = performance.now() + (isAfterCommand ? LONGEST_RUN : Math.random() * LONGEST_LIFE);
    const before = this.#given();
    const driven = { over: false };
    const driving = this.#drive(server, driven);
    let { generation } = this.#azure.world;
    while (!driven.over && performance.now() < until) {
      const isNew = generation !== this.#azure.world.generation;
      ({ generation } = this.#azure.world);
      if (isAfterCommand && isNew && this.#given() !== before) break;
      await wait(1);
    }
    await server.kill();
    driven.over = true;
    await driving;
  }

  /** Lets time pass until the run is at its end, or there is no server to look at. */
  async #drive(server: LoneServer, driven: { over: boolean }): Promise<void> {
    try {
      while (!driven.over) driven.over ||= isAllDone(await this.#letTimePass(server));
    } catch {
      driven.over = true;
    }
  }

  #given(): string {
    return JSON.stringify(acceptedCommands({ azure: this.#azure }));
  }

  /** Looks at the restore, which takes nothing on, and lets pass what is waited for. */
  async #letTimePass({ ask }: LoneServer): Promise<Restore> {
    const found = await ask.get(restore, `${this.#path}?edition=current`);
    this.#azure.advance(found.next.kind === 'wait' ? 10 * MINUTE : MINUTE / 4);
    await wait(LOOKED_EVERY);
    return found;
  }

  /** Nobody's sign-in is left: it says that it waits, and whatever time passes, Azure is told nothing. */
  async #waits(server: LoneServer): Promise<'waiting' | 'done'> {
    const { standing } = await this.#until(server, 'megan', ({ standing: { state } }) => state !== 'running');
    if (standing.state === 'done') return 'done';
    const before = this.#given();
    this.#azure.advance(HOUR / 2);
    for (let look = 0; look < 5; look += 1) await this.#letTimePass(server);
    const after = await lookAtPlan(server.ask, this.#path, { person: 'megan' });
    if (standing.state !== 'waiting' || after?.standing.state !== 'waiting')
      throw new Error(`A run whose server was killed stands as ${JSON.stringify(standing)}, later ${JSON.stringify(after?.standing)}.`);
    if (this.#given() !== before) throw new Error('A run that said that it waits has gone on.');
    return 'waiting';
  }

  async #opened(server: LoneServer, person: string): Promise<number> {
    const began = performance.now();
    const { standing } = await this.#until(server, person, ({ standing: { state } }) => state !== 'waiting');
    if (standing.state === 'needs-person') throw new Error(`A run needs a person: ${JSON.stringify(standing.stop)}.`);
    return performance.now() - began;
  }

  async #until({ ask }: LoneServer, person: string, wanted: (plan: RestorePlan) => boolean): Promise<RestorePlan> {
    let last: RestorePlan | null = null;
    for (const end = performance.now() + RECOVERED_WITHIN; performance.now() < end; await wait(LOOKED_EVERY)) {
      last = await lookAtPlan(ask, this.#path, { person });
      if (last && wanted(last)) return last;
    }
    throw new Error(`A run stayed as ${JSON.stringify(last?.standing)}.`);
  }

  async #toTheEnd(server: LoneServer): Promise<void> {
    const end = performance.now() + LONGEST_RUN;
    let plan = await lookAtPlan(server.ask, this.#path);
    while (plan?.standing.state === 'running' && performance.now() < end) {
      await this.#letTimePass(server);
      plan = await lookAtPlan(server.ask, this.#path);
    }
    const found = await server.ask.get(restore, `${this.#path}?edition=current`);
    if (plan?.standing.state !== 'done' || !isAllDone(found)) throw new Error(`A run ended as ${JSON.stringify(plan?.standing)}.`);
    const accepted = acceptedCommands({ azure: this.#azure });
    const wrong = Object.entries(accepted).filter(([, count]) => count !== 1);
    if (wrong.length > 0) throw new Error(`Azure accepted ${wrong.map(([command, count]) => `${command} ${count} times`).join(', ')}.`);
    if (Object.keys(accepted).length !== COMMANDS) throw new Error(`Azure accepted only ${Object.keys(accepted).join(', ')}.`);
  }
}
