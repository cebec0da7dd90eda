import type { PipelineRequest } from '@azure/core-rest-pipeline';
import type { CommandOutcome, ProtectionBatch } from '@tresor/contracts';
import type { Batches, Lease } from '../../store/batches';
import type { Intents } from '../../store/intents';

/** What must hold, whatever happens. Each breach is a sentence. */
export class Checks {
  readonly breaches: string[] = [];
  /** POSTs that Azure accepted, by the command's path; PUTs by the machine's. */
  readonly #accepted = new Map<string, number>();
  #holder: { worker: string; until: number } | undefined;
  #fence = 0;
  #order = 0;
  readonly #released = new Map<string, number>();

  breach(sentence: string): void {
    if (!this.breaches.includes(sentence)) this.breaches.push(sentence);
  }

  /** A POST leaves only after its claim. */
  async leaves(request: PipelineRequest, intents: Intents, intentId: string): Promise<void> {
    if (!isCommand(request)) return;
    const intent = await intents.find(intentId);
    const requestId = request.headers.get('x-ms-client-request-id');
    if (intent?.state !== 'sent' || intent.request_id !== requestId) this.breach('a POST left without its claim');
  }

  arrived(request: PipelineRequest, status: number): void {
    const isProtection = request.method === 'PUT' && request.url.includes('/protectedItems/');
    if (!isCommand(request) && !isProtection) return;
    const key = keyOf(request);
    const before = this.#accepted.get(key) ?? 0;
    if (isCommand(request) && before > 0) this.breach('a command reached Azure again after it had been accepted');
    if (status !== 202) return;
    if (isProtection && before > 0) this.breach('a machine was configured twice');
    this.#accepted.set(key, before + 1);
  }

  told({ state }: CommandOutcome): void {
    const accepted = [...this.#accepted.values()].some((count) => count > 0);
    if (state === 'not-started' && accepted) this.breach('a command was said not to have started although Azure had accepted it');
    if (state === 'started' && !accepted) this.breach('a command was said to have started although Azure had not accepted it');
    if (state === 'unknown') this.breach('a command was said to be unknown');
  }

  ended({ results }: ProtectionBatch): void {
    for (const { vmName, state } of results) {
      const accepted = [...this.#accepted.keys()].some((key) => key.endsWith(`;${vmName.toLowerCase()}`));
      if (state === 'protected' && !accepted) this.breach('a machine was called protected that Azure was never told of');
      if (state !== 'protected' && accepted) this.breach(`a machine that Azure protects ended as ${state}`);
      if (state === 'unknown') this.breach('a machine ended as unknown');
    }
  }

  /** Nothing is written without the lease, which one worker holds at a time. */
  watching(batches: Batches): Batches {
    const written = (lease: Lease) => {
      if (lease.fence !== this.#fence) this.breach('a batch was written to without the lease');
    };
    return {
      create: (batch) => batches.create(batch),
      find: (batchId) => batches.find(batchId),
      machines: (batchId) => batches.machines(batchId),
      retry: (batchId) => batches.retry(batchId),
      note: async (lease, vmId, change) => batches.note(lease, vmId, change).then(() => written(lease)),
      rememberEarlierJobs: async (lease, jobs) => batches.rememberEarlierJobs(lease, jobs).then(() => written(lease)),
      lockMachine: (lease, vmId, milliseconds) => batches.lockMachine(lease, vmId, milliseconds),
      lease: async (batchId, worker, milliseconds) => {
        const asked = (this.#order += 1);
        const lease = await batches.lease(batchId, worker, milliseconds);
        // Given back by the time that the answer is here.
        if (!lease || (this.#released.get(worker) ?? 0) > asked) return lease;
        if (this.#holder && this.#holder.worker !== worker && this.#holder.until > Date.now()) this.breach('two workers held a batch');
        this.#holder = { worker, until: Date.now() + milliseconds };
        this.#fence = lease.fence;
        return lease;
      },
      release: async (batchId, worker) => {
        this.#released.set(worker, (this.#order += 1));
        if (this.#holder?.worker === worker) this.#holder = undefined;
        return batches.release(batchId, worker);
      },
    };
  }
}

const keyOf = ({ url }: PipelineRequest) => decodeURIComponent(new URL(url).pathname).toLowerCase();
const isCommand = ({ method, url }: PipelineRequest) => method === 'POST' && new URL(url).pathname.endsWith('/backup');
