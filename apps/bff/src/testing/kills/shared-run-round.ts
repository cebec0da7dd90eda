import { setTimeout as wait } from 'node:timers/promises';
import { itemInVault, resourceGroupName, type RecoveryPlan } from '@tresor/contracts';
import type { LocalAzure } from '@tresor/local-azure';
import * as z from 'zod';
import { lookAtRecovery, machineOf, orderRecovery, planRecovery, twiceInRun } from '../recovering';
import { ADELE, allowBlobs } from '../restoring';
import { LoneServer } from './lone-server';
import type { KillOptions } from './round';

const MINUTE = 60_000;
const KILLS = 6;
const SERVERS = 3;
/** In this time a run does something. */
const LONGEST_LIFE = 5_000;
/** A server that shares a run looks every five seconds whether one leads it. */
const RECOVERED_WITHIN = 10_000;
const LOOKED_EVERY = 100;
const LONGEST_RUN = 180_000;
const MACHINES = new Set(['AppVM1', 'AppVM2', 'FullRestoreVM1', 'LostVaultVM1', 'OtherVaultVM1', 'ProtectedVM1']);

/** A run whose restores three servers share, of which one after the other is killed: the others go on though nobody asks them to. */
export class SharedRunRound {
  readonly #options: KillOptions;
  readonly #azure: LocalAzure;
  readonly #name: string;

  constructor(options: KillOptions, azure: LocalAzure, round: number) {
    [this.#options, this.#azure, this.#name] = [options, azure, `shared-${round}`];
  }

  /** Answers how long it took after each kill until one of the others led the run. */
  async run(): Promise<number[]> {
    await allowBlobs({ azure: this.#azure }, ADELE);
    await using stack = new AsyncDisposableStack();
    const start = async () => stack.use(await LoneServer.start(this.#options, this.#azure, this.#name, ['adele', 'megan']));
    const servers = await Promise.all(Array.from({ length: SERVERS }, start));
    const [first] = servers;
    if (!first) return [];
    const path = await this.#begin(first);
    const recovery: number[] = [];
    let most = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      for (const { ask } of servers) await lookAtRecovery(ask, path);
      const [killed, ...others] = [...servers.slice(kill % SERVERS), ...servers.slice(0, kill % SERVERS)];
      const [other] = others;
      if (!killed || !other) break;
      const plan = await this.#drive(other, path, performance.now() + Math.random() * LONGEST_LIFE);
      if (plan.standing.state === 'ended') break;
      most = Math.max(most, plan.servers);
      await killed.kill();
      const struck = performance.now();
      await this.#led(other, path);
      recovery.push(performance.now() - struck);
      await killed.startAgain();
    }
    this.#held(await this.#drive(first, path, performance.now() + LONGEST_RUN), most);
    return recovery;
  }

  async #begin({ ask }: LoneServer): Promise<string> {
    const items = await ask.get(z.array(itemInVault), '/api/items');
    const machines = items.filter(({ name }) => MACHINES.has(name)).map((item) => machineOf(item));
    const path = await planRecovery(ask, machines, { target: { kind: 'group', group: resourceGroupName.parse('RestoreRG') } });
    await orderRecovery(ask, path, 'start');
    return path;
  }

  /** Lets Azure's time pass while somebody looks who may only look. */
  async #drive({ ask }: LoneServer, path: string, until: number): Promise<RecoveryPlan> {
    for (;;) {
      const plan = await lookAtRecovery(ask, path, { person: 'megan' });
      if (plan.standing.state === 'ended' || performance.now() > until) return plan;
      this.#azure.advance(MINUTE / 2);
      await wait(LOOKED_EVERY);
    }
  }

  async #led({ ask }: LoneServer, path: string): Promise<void> {
    let last: RecoveryPlan | undefined;
    for (const end = performance.now() + RECOVERED_WITHIN; performance.now() < end; await wait(LOOKED_EVERY)) {
      last = await lookAtRecovery(ask, path, { person: 'megan' });
      if (last.standing.state !== 'waiting') return;
    }
    throw new Error(`A shared run stayed as ${JSON.stringify(last?.standing)} after one of its servers was killed.`);
  }

  #held({ standing, machines }: RecoveryPlan, most: number): void {
    const states = machines.map(({ item, state }) => `${item.vmName} ${state}`);
    if (standing.state !== 'ended' || machines.some(({ state }) => state !== 'done'))
      throw new Error(`A shared run ended as ${standing.state}: ${states.join(', ')}.`);
    const twice = twiceInRun({ azure: this.#azure });
    if (twice.length > 0) throw new Error(`Azure accepted ${twice.join(', ')} twice.`);
    if (most < 2) throw new Error('No two servers were seen to share the run.');
  }
}
