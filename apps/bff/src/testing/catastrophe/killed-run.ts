import { setTimeout as wait } from 'node:timers/promises';
import { recoveryPlan, type RecoveryPlan } from '@tresor/contracts';
import type { ServerProcess } from '../kills/server-process';
import type { AzureProcess } from './azure-process';
import { countsOf } from './choose';

const LOOKED_EVERY = 500;
/** So far apart at most: between two kills the run does something, and the removal of a rehearsal is short. */
const LONGEST_LIFE = 8_000;
const LONGEST_LIFE_IN_REMOVAL = 2_000;
const RECOVERED_WITHIN = 15_000;
const LONGEST_RUN = 30 * 60_000;
const OVER = new Set(['done', 'refused', 'needs-person', 'taken-out', 'stopped']);

export interface Kills {
  /** How many. */
  kills: number;
  onKill: (victim: string, states: Record<string, number>) => void;
}

export type Started = { server: ServerProcess; start: () => Promise<ServerProcess> };

/** A run at an open board whose servers and whose Azure are killed at random moments. */
export class KilledRun {
  readonly #options: Kills;
  readonly #azure: AzureProcess;
  readonly #servers: Started[];
  readonly #returning: Promise<void>[] = [];
  #kills = 0;
  #recovery = 0;
  /** When a server died of which nobody has seen yet that the run goes on. */
  #diedAt: number | undefined;
  #last: RecoveryPlan | undefined;

  constructor(options: Kills, azure: AzureProcess, servers: Started[]) {
    [this.#options, this.#azure, this.#servers] = [options, azure, servers];
  }

  get figures() {
    return { kills: this.#kills, recovery: this.#recovery };
  }

  /** Answers how the plan at the path ended. @throws where it does not, or does not go on in time */
  async toTheEnd(path: string): Promise<RecoveryPlan> {
    const end = performance.now() + LONGEST_RUN;
    let strikeAt = this.#nextStrike();
    while (performance.now() < end) {
      await this.#look(path);
      if (this.#last?.standing.state === 'ended') {
        await Promise.all(this.#returning);
        return this.#last;
      }
      await this.#azure.advance(1);
      if (performance.now() > strikeAt && this.#mayStrike()) {
        await this.#strike();
        strikeAt = this.#nextStrike();
      }
      await wait(LOOKED_EVERY);
    }
    throw new Error(`A run did not end: ${JSON.stringify(this.#last?.machines.filter(({ state }) => !OVER.has(state)))}.`);
  }

  #nextStrike(): number {
    const longest = this.#last?.rehearsal?.phase === 'removing' ? LONGEST_LIFE_IN_REMOVAL : LONGEST_LIFE;
    return performance.now() + Math.random() * longest;
  }

  /** Of the kills of a rehearsal half are kept for its removal. */
  #mayStrike(): boolean {
    const { kills } = this.#options;
    const most = this.#last?.rehearsal?.phase === 'running' ? Math.ceil(kills / 2) : kills;
    return this.#kills < most && this.#diedAt === undefined;
  }

  /** The open board asks whichever server it comes to. */
  async #look(path: string): Promise<void> {
    const plan = recoveryPlan.safeParse(await this.ask('GET', path)).data;
    if (!plan) return;
    this.#last = plan;
    if (this.#diedAt === undefined || plan.standing.state === 'waiting') return;
    const recovery = performance.now() - this.#diedAt;
    this.#recovery = Math.max(this.#recovery, recovery);
    this.#diedAt = undefined;
    if (recovery > RECOVERED_WITHIN) throw new Error(`It took ${Math.round(recovery)} ms until a run went on whose server was killed.`);
  }

  async #strike(): Promise<void> {
    this.#kills += 1;
    const victim = this.#servers[Math.floor(Math.random() * (this.#servers.length + 1))];
    this.#options.onKill(victim ? 'a server' : 'Local Azure', countsOf((this.#last?.machines ?? []).map(({ state }) => state)));
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

  /** Asks whichever server it comes to; undefined where that does not answer. */
  ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const { server } = this.#servers[Math.floor(Math.random() * this.#servers.length)] ?? {};
    return server?.call(method, path, body) ?? Promise.resolve(undefined);
  }
}
