import { createHash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { CommandOutcome } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import { Problem } from '../../problem';
import type { Intent, Intents } from '../../store/intents';

export interface OnceCommand<Prepared> {
  intentId: string;
  /** What is asked for; the same id with something else is refused. */
  body: unknown;
  /** Everything that is looked at first, the right to it before all else. It changes nothing, and its failure leaves nothing behind. */
  prepare: (azure: AzureSession) => Promise<Prepared>;
  /** Jobs in Azure that this command may have become, newest first. */
  look: (azure: AzureSession) => Promise<string[]>;
  /** Whether such a job is this command's and not one that somebody else began meanwhile. */
  isMine?: (azure: AzureSession, jobId: string) => Promise<boolean>;
  /** Tells Azure, and answers the job's id where Azure names it. */
  send: (azure: AzureSession, prepared: Prepared) => Promise<string | null>;
}

/**
 * Runs commands that Azure does not run once by itself. The intent is on disk before Azure is told; told is it once, whatever comes
 * back; after a doubt the jobs in Azure say what became of it.
 */
export class Once {
  readonly #intents: Intents;
  readonly #underWay = new Map<string, Promise<CommandOutcome>>();
  readonly #stopped = new AbortController();

  constructor(intents: Intents) {
    this.#intents = intents;
    setMaxListeners(0, this.#stopped.signal);
  }

  async run<Prepared>(azure: AzureSession, command: OnceCommand<Prepared>): Promise<CommandOutcome> {
    const bodyHash = createHash('sha256').update(JSON.stringify(command.body)).digest('hex');
    const key = `${azure.user} ${command.intentId} ${bodyHash}`;
    // Whoever asked may leave; what was begun goes on.
    const staying = { ...azure, signal: this.#stopped.signal };
    const running = this.#underWay.get(key) ?? this.#begin(staying, command, bodyHash).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, running);
    return running;
  }

  /** Leaves what is under way where it stands; whoever asks again finds what became of it. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.allSettled(this.#underWay.values());
  }

  async #begin<Prepared>(azure: AzureSession, command: OnceCommand<Prepared>, bodyHash: string): Promise<CommandOutcome> {
    const { intentId } = command;
    const owner = azure.user;
    const known = await this.#intents.find(intentId);
    if (known) return this.#resolve(azure, command, ownOf(known, owner, bodyHash));
    const prepared = await command.prepare(azure);
    const earlierJobs = await command.look(azure);
    const { intent, isClaimed } = await this.#intents.claim({ intentId, owner, bodyHash, earlierJobs });
    if (!isClaimed) return this.#resolve(azure, command, ownOf(intent, owner, bodyHash));
    return this.#send(azure, command, intent, prepared);
  }

  async #send<Prepared>(azure: AzureSession, command: OnceCommand<Prepared>, intent: Intent, prepared: Prepared): Promise<CommandOutcome> {
    let jobId: string | null;
    try {
      jobId = await command.send(azure, prepared);
    } catch (error) {
      if (error instanceof UpstreamFailure && error.inDoubt) return this.#resolve(azure, command, intent);
      // A problem of ours means that it never left. An intent that cannot be dropped stays in doubt.
      if (error instanceof UpstreamFailure || error instanceof Problem) await this.#intents.drop(command.intentId).catch(() => undefined);
      throw error;
    }
    // It has begun. Should the store not hear of it, whoever asks again finds the job in Azure.
    await this.#intents.accepted(command.intentId, jobId).catch(() => undefined);
    return { state: 'started', jobId };
  }

  async #resolve<Prepared>(azure: AzureSession, command: OnceCommand<Prepared>, intent: Intent): Promise<CommandOutcome> {
    const { state, job_id: known, earlier_jobs: earlier } = intent;
    const jobId = known ?? (await this.#newJob(azure, command, earlier ?? []));
    if (jobId !== null && jobId !== known) await this.#intents.accepted(command.intentId, jobId);
    return { state: jobId !== null || state === 'accepted' ? 'started' : 'unknown', jobId };
  }

  async #newJob<Prepared>(azure: AzureSession, { look, isMine }: OnceCommand<Prepared>, earlier: string[]): Promise<string | null> {
    try {
      for (const id of await look(azure)) {
        if (!earlier.includes(id) && ((await isMine?.(azure, id)) ?? true)) return id;
      }
      return null;
    } catch (error) {
      if (error instanceof UpstreamFailure) return null;
      throw error;
    }
  }
}

function ownOf(intent: Intent, owner: string, bodyHash: string): Intent {
  if (intent.owner !== owner || intent.body_hash !== bodyHash) throw new Problem('idempotency-key-reused');
  return intent;
}
