import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { itemInVault, recoveryPlan, sealedEvidence, type RecoveryPlan } from '@tresor/contracts';
import type { LocalAzure } from '@tresor/local-azure';
import * as z from 'zod';
import { lookAtRecovery, machineOf, planRecovery, twiceInRun } from '../recovering';
import { rehearse, standsOfOthers, standsOfRehearsals } from '../rehearsing';
import { ADELE, ALEX, allowBlobs } from '../restoring';
import { LoneServer } from './lone-server';
import type { KillOptions } from './round';

const MINUTE = 60_000;
const KILLS = 15;
/** In this time a rehearsal does something. */
const LONGEST_LIFE = 5_000;
const RECOVERED_WITHIN = 10_000;
const LOOKED_EVERY = 100;
const LONGEST_RUN = 180_000;
const MACHINE = 'FullRestoreVM1';

const picture = z.object({ base64: z.string() });

/** One rehearsal whose only server is killed again and again, from its first command to the last of its removal. */
export class RehearsalRound {
  readonly #options: KillOptions;
  readonly #azure: LocalAzure;
  readonly #name: string;

  constructor(options: KillOptions, azure: LocalAzure, round: number) {
    [this.#options, this.#azure, this.#name] = [options, azure, `rehearsal-${round}`];
  }

  /** Answers how long it took after each kill until a rehearsal that a person opened went on. */
  async run(): Promise<number[]> {
    for (const objectId of [ADELE, ALEX]) await allowBlobs({ azure: this.#azure }, objectId);
    const before = standsOfOthers({ azure: this.#azure });
    await using server = await LoneServer.start(this.#options, this.#azure, this.#name, ['adele', 'megan']);
    const items = await server.ask.get(z.array(itemInVault), '/api/items');
    const machines = items.filter(({ name }) => name === MACHINE).map((item) => machineOf(item));
    const path = await rehearse(server.ask, await planRecovery(server.ask, machines));
    const recovery: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await this.#strike(server, path);
      await server.startAgain();
      if (await this.#isOver(server, path)) break;
      recovery.push(await this.#opened(server, path));
    }
    await this.#held(server, path, await this.#toTheEnd(server, path), before);
    return recovery;
  }

  /** Kills the server at a random moment, or right when Azure has answered it a command, of which it need not have heard. */
  async #strike(server: LoneServer, path: string): Promise<void> {
    const isAfterCommand = Math.random() < 0.5;
    const until = performance.now() + Math.random() * LONGEST_LIFE;
    const before = this.#given();
    const driven = { over: false };
    const driving = this.#drive(server, path, driven);
    while (!driven.over && performance.now() < until) {
      if (isAfterCommand && this.#given() > before) break;
      await wait(1);
    }
    await server.kill();
    driven.over = true;
    await driving;
  }

  #given(): number {
    return this.#azure.world.documents('activity-log').list().length;
  }

  /** The open board asks, and Azure's time passes, until the server is gone. */
  async #drive({ ask }: LoneServer, path: string, driven: { over: boolean }): Promise<void> {
    try {
      while (!driven.over) {
        driven.over ||= (await lookAtRecovery(ask, path)).standing.state === 'ended';
        this.#azure.advance(MINUTE);
        await wait(LOOKED_EVERY);
      }
    } catch {
      driven.over = true;
    }
  }

  /** Nobody's sign-in is left: it says that it waits, unless it was over. */
  async #isOver({ ask }: LoneServer, path: string): Promise<boolean> {
    const { standing } = await this.#until(ask, path, 'megan', ({ standing: { state } }) => state !== 'running');
    if (standing.state === 'ended') return true;
    if (standing.state !== 'waiting') throw new Error(`A rehearsal whose server was killed stands as ${JSON.stringify(standing)}.`);
    return false;
  }

  async #opened({ ask }: LoneServer, path: string): Promise<number> {
    const began = performance.now();
    await this.#until(ask, path, 'adele', ({ standing: { state } }) => state !== 'waiting');
    return performance.now() - began;
  }

  async #until(ask: LoneServer['ask'], path: string, person: string, wanted: (plan: RecoveryPlan) => boolean): Promise<RecoveryPlan> {
    let last: RecoveryPlan | undefined;
    for (const end = performance.now() + RECOVERED_WITHIN; performance.now() < end; await wait(LOOKED_EVERY)) {
      last = await ask.get(recoveryPlan, path, { person });
      if (wanted(last)) return last;
    }
    throw new Error(`A rehearsal stayed as ${JSON.stringify(last?.standing)}.`);
  }

  async #toTheEnd({ ask }: LoneServer, path: string): Promise<RecoveryPlan> {
    const end = performance.now() + LONGEST_RUN;
    let plan = await lookAtRecovery(ask, path);
    while (plan.standing.state !== 'ended' && performance.now() < end) {
      this.#azure.advance(MINUTE);
      await wait(LOOKED_EVERY);
      plan = await lookAtRecovery(ask, path);
    }
    return plan;
  }

  /** It has proved what it was to prove, nothing of it stands, nothing of others was touched, and its evidence says all of that. */
  async #held({ ask }: LoneServer, path: string, plan: RecoveryPlan, before: ReturnType<typeof standsOfOthers>): Promise<void> {
    const { standing, rehearsal, machines } = plan;
    const [machine] = machines;
    // The storage account keeps deleted files for a week.
    const stays = rehearsal?.left.filter(({ state }) => state !== 'soft-deleted') ?? [];
    if (standing.state !== 'ended' || rehearsal?.phase !== 'removed' || stays.length > 0 || machine?.state !== 'done')
      throw new Error(`A rehearsal ended as ${JSON.stringify({ standing, rehearsal, machine })}.`);
    const [stands, twice] = [standsOfRehearsals({ azure: this.#azure }), twiceInRun({ azure: this.#azure })];
    if (stands.length > 0) throw new Error(`A rehearsal says that nothing of it is left, and there is ${stands.join(', ')}.`);
    if (twice.length > 0) throw new Error(`Azure accepted ${twice.join(', ')} twice.`);
    if (JSON.stringify(standsOfOthers({ azure: this.#azure })) !== JSON.stringify(before))
      throw new Error('A rehearsal has changed what is of others.');
    const screen = machine.proof?.screen;
    if (machine.proof?.agentReady !== true || screen?.state !== 'kept')
      throw new Error(`A rehearsal proved ${JSON.stringify(machine.proof)}.`);
    const { base64 } = await ask.get(picture, `${path}/screens/${screen.sha256}`);
    const hash = createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
    if (hash !== screen.sha256) throw new Error('The picture of a screen is not the one in the record.');
    const { records } = await ask.get(sealedEvidence, `${path}/evidence`);
    const removed = records.flatMap(({ record }) => (record.kind === 'removal' ? [`${record.thing.kind} ${record.state}`] : []));
    const missing = ['resource-group removed', 'key-vault removed', 'file soft-deleted'].filter((one) => !removed.includes(one));
    if (missing.length > 0) throw new Error(`The evidence of a rehearsal does not say ${missing.join(', ')}, only ${removed.join(', ')}.`);
  }
}
