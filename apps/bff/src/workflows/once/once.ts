import { createHash, randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { CommandOutcome } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import { Problem } from '../../problem';
import type { Intent } from '../../store/intents';
import { checkDoubt, type OnceStores } from './check-doubt';
import { UnsentClaims } from './unsent-claims';
import { checking, NOT_STARTED, ONCE_TIMES, started, type OnceCommand, type OnceTimes } from './command';

/**
 * Runs commands that Azure does not run once by itself. Everything is read first; then the intent is on disk before Azure is told; told
 * is it once, whatever comes back; after a doubt the jobs in Azure say what became of it.
 */
export class Once {
  readonly #stores: OnceStores;
  readonly #times: OnceTimes;
  readonly #underWay = new Map<string, Promise<CommandOutcome>>();
  readonly #stopped = new AbortController();
  readonly #unsent: UnsentClaims;

  constructor(stores: OnceStores, times = ONCE_TIMES) {
    this.#stores = stores;
    this.#times = times;
    this.#unsent = new UnsentClaims(stores.intents, this.#stopped.signal);
    setMaxListeners(0, this.#stopped.signal);
  }

  async run<Prepared>(azure: AzureSession, command: OnceCommand<Prepared>): Promise<CommandOutcome> {
    const bodyHash = createHash('sha256').update(JSON.stringify(command.body)).digest('hex');
    const key = `${azure.user} ${command.intentId} ${bodyHash}`;
    // Anyone who asked may leave; what was begun goes on.
    const staying = { ...azure, signal: this.#stopped.signal };
    const running = this.#underWay.get(key) ?? this.#begin(staying, command, bodyHash).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, running);
    return this.#inTime(azure, running);
  }

  /** Leaves what is under way where it stands; the person who asks again finds what became of it. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.allSettled(this.#underWay.values());
  }

  /** Nobody waits longer than a person does: what Azure has not answered by then is being checked. */
  #inTime(azure: AzureSession, running: Promise<CommandOutcome>): Promise<CommandOutcome> {
    const { answer, sending, longestLag } = this.#times;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(checking(azure.now().getTime() + sending + longestLag)), answer);
      running.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }

  async #begin<Prepared>(azure: AzureSession, command: OnceCommand<Prepared>, bodyHash: string): Promise<CommandOutcome> {
    const { intentId } = command;
    const owner = azure.user;
    const check = (intent: Intent) => checkDoubt(this.#stores, this.#times, azure, command, ownOf(intent, owner, bodyHash));
    const known = await this.#unsent.passedOver(intentId);
    if (known) return check(known);
    let prepared: Prepared;
    try {
      prepared = await command.prepare(azure);
    } catch (error) {
      // The same command beside this one may have been faster: what stands in the way is then its work.
      const meanwhile = await this.#unsent.passedOver(intentId);
      if (!meanwhile) throw error;
      return check(meanwhile);
    }
    const shared = command.requestId?.(prepared);
    const requestId = shared ?? randomUUID();
    const claimedAt = performance.now();
    const own = shared === undefined;
    const order = { intentId, owner, bodyHash, requestId, sentAt: azure.now().toISOString() };
    const claim = own ? order : { ...order, sharedSince: this.#listedSince(azure) };
    const { intent, isClaimed } = await this.#stores.intents.claim(claim).catch((error: unknown) => {
      throw this.#unsent.lost(error, claim, own);
    });
    if (!isClaimed) return check(intent);
    // A process that stood still has lost its claim: others have judged by now that nothing was sent.
    if (performance.now() - claimedAt > this.#times.sending / 2) {
      await this.#stores.intents.drop(intentId, requestId);
      const others = await this.#stores.intents.find(intentId);
      return others ? check(others) : NOT_STARTED;
    }
    try {
      return await this.#send(azure, command, requestId, prepared);
    } catch (error) {
      if (error instanceof UpstreamFailure && error.inDoubt) return checkDoubt(this.#stores, this.#times, azure, command, intent, true);
      // A problem of ours means that it never left.
      if (error instanceof UpstreamFailure || error instanceof Problem)
        await this.#stores.intents.drop(intentId, requestId).catch(() => this.#unsent.takeBack(claim, own));
      throw error;
    }
  }

  /** As long as a list may leave out what was begun by a request, another of the same id was prepared for by what there was to see before. */
  #listedSince(azure: AzureSession): string {
    const { sending, longestLag } = this.#times;
    return new Date(azure.now().getTime() - sending - longestLag).toISOString();
  }

  async #send<Prepared>(
    azure: AzureSession,
    { intentId, send }: OnceCommand<Prepared>,
    requestId: string,
    prepared: Prepared,
  ): Promise<CommandOutcome> {
    const jobId = await send(azure, prepared, requestId);
    // It has begun. Should the store not hear of it, anyone who asks again finds the job in Azure.
    await this.#stores.intents.accepted(intentId, requestId, jobId).catch(() => undefined);
    return started(jobId);
  }
}

function ownOf(intent: Intent, owner: string, bodyHash: string): Intent {
  if (intent.owner !== owner || intent.body_hash !== bodyHash) throw new Problem('idempotency-key-reused');
  return intent;
}
