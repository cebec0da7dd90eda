import { createHash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { CommandOutcome } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { UpstreamFailure } from '../../azure/connection/upstream-failure';
import { Problem } from '../../problem';
import type { Intents } from '../../store/intents';

export interface OnceCommand {
  intentId: string;
  /** What is asked for; the same id with something else is refused. */
  body: unknown;
  /** What is looked at first; it changes nothing, so that its failure leaves nothing in doubt. */
  prepare?: (azure: AzureSession) => Promise<void>;
  /** Jobs in Azure that this command may have become, newest first. */
  look: (azure: AzureSession) => Promise<string[]>;
  /** Whether such a job is this command's and not one that somebody else began meanwhile. */
  isMine?: (azure: AzureSession, jobId: string) => Promise<boolean>;
  /** Tells Azure, and answers the job's id where Azure names it. */
  send: (azure: AzureSession) => Promise<string | null>;
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

  async run(azure: AzureSession, command: OnceCommand): Promise<CommandOutcome> {
    const { intentId, body } = command;
    const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    const intent = await this.#intents.write(intentId, azure.user, bodyHash);
    if (intent.owner !== azure.user || intent.body_hash !== bodyHash) throw new Problem('idempotency-key-reused');
    // Whoever asked may leave; what was begun goes on.
    const staying = { ...azure, signal: this.#stopped.signal };
    const running = this.#underWay.get(intentId) ?? this.#begin(staying, command).finally(() => this.#underWay.delete(intentId));
    this.#underWay.set(intentId, running);
    return running;
  }

  /** Leaves what is under way where it stands; whoever asks again finds what became of it. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.allSettled(this.#underWay.values());
  }

  async #begin(azure: AzureSession, command: OnceCommand): Promise<CommandOutcome> {
    const { state } = await this.#intents.read(command.intentId);
    if (state !== 'written') return this.#resolve(azure, command);
    await command.prepare?.(azure);
    const earlier = await command.look(azure);
    if (!(await this.#intents.claim(command.intentId, earlier))) return this.#resolve(azure, command);
    return this.#send(azure, command);
  }

  async #send(azure: AzureSession, command: OnceCommand): Promise<CommandOutcome> {
    let jobId: string | null;
    try {
      jobId = await command.send(azure);
    } catch (error) {
      if (error instanceof UpstreamFailure && error.inDoubt) return this.#resolve(azure, command);
      // A problem of ours means that it never left. An intent that cannot be released stays in doubt.
      if (error instanceof UpstreamFailure || error instanceof Problem)
        await this.#intents.release(command.intentId).catch(() => undefined);
      throw error;
    }
    // It has begun. Should the store not hear of it, whoever asks again finds the job in Azure.
    await this.#intents.accepted(command.intentId, jobId).catch(() => undefined);
    return { state: 'started', jobId };
  }

  async #resolve(azure: AzureSession, command: OnceCommand): Promise<CommandOutcome> {
    const { state, job_id: known, earlier_jobs: earlier } = await this.#intents.read(command.intentId);
    const jobId = known ?? (await this.#newJob(azure, command, earlier ?? []));
    if (jobId !== null && jobId !== known) await this.#intents.accepted(command.intentId, jobId);
    return { state: jobId !== null || state === 'accepted' ? 'started' : 'unknown', jobId };
  }

  async #newJob(azure: AzureSession, { look, isMine }: OnceCommand, earlier: string[]): Promise<string | null> {
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
