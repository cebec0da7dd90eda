import type { PipelineRequest } from '@azure/core-rest-pipeline';
import type { CommandOutcome, ProtectionBatch } from '@tresor/contracts';
import { guidFor } from '../../guid-for';
import type { Intents } from '../../store/intents';

/** What must hold, whatever happens. Each breach is a sentence. */
export class Checks {
  readonly breaches: string[] = [];
  /** POSTs that Azure accepted, by the command's path; PUTs by the machine's. */
  readonly #accepted = new Map<string, number>();
  /** The ids of the requests that Azure accepted. */
  readonly #requests = new Set<string>();

  breach(sentence: string): void {
    if (!this.breaches.includes(sentence)) this.breaches.push(sentence);
  }

  /** A command leaves only after its claim. */
  async leaves(request: PipelineRequest, intents: Intents, intentId: string): Promise<void> {
    if (!isTrigger(request) && !isVault(request)) return;
    const intent = await intents.find(intentId);
    if (!intent) this.breach('a command left without its claim');
    const requestId = request.headers.get('x-ms-client-request-id');
    // A vault may be asked for once more, after somebody else has seen that it is there.
    if (isTrigger(request) && (intent?.state !== 'sent' || intent.request_id !== requestId)) this.breach('a POST left without its claim');
  }

  arrived(request: PipelineRequest, status: number): void {
    const isProtection = request.method === 'PUT' && request.url.includes('/protectedItems/');
    if (!isTrigger(request) && !isVault(request) && !isProtection) return;
    const key = keyOf(request);
    const before = this.#accepted.get(key) ?? 0;
    if (isTrigger(request) && before > 0) this.breach('a command reached Azure again after it had been accepted');
    if (status !== 202 && !(isVault(request) && status < 300)) return;
    if (isProtection && before > 0) this.breach('a machine was configured twice');
    this.#accepted.set(key, before + 1);
    this.#requests.add(request.headers.get('x-ms-client-request-id') ?? '');
  }

  /** What the page is told, whatever its words: nothing that nobody knows, and no refusal of what nobody refused. */
  refused(code: string): void {
    this.breach(`somebody was refused by ${code}`);
  }

  told({ state }: Pick<CommandOutcome, 'state'>): void {
    const accepted = [...this.#accepted.values()].some((count) => count > 0);
    if (state === 'not-started' && accepted) this.breach('a command was said not to have started although Azure had accepted it');
    if (state === 'started' && !accepted) this.breach('a command was said to have started although Azure had not accepted it');
    if (state === 'unknown') this.breach('a command was said to be unknown');
  }

  toldOf({ batchId, results }: ProtectionBatch): void {
    for (const { vmId, vmName, state, ruleId, azureCode } of results) {
      const accepted = [...this.#accepted.keys()].some((key) => key.endsWith(`;${vmName.toLowerCase()}`));
      if (state === 'protected' && !accepted) this.breach('a machine was called protected that Azure was never told of');
      // Another order may have begun what this one has not.
      const isBegun = this.#requests.has(guidFor(`${batchId} ${vmId.toLowerCase()}`));
      if (state === 'not-started' && isBegun) this.breach('a machine was said not to have started that Azure had accepted');
      if (state === 'refused' || state === 'failed') this.breach(`a machine was called ${state} for ${ruleId ?? azureCode}`);
    }
  }
}

const keyOf = ({ url }: PipelineRequest) => decodeURIComponent(new URL(url).pathname).toLowerCase();
const isTrigger = ({ method, url }: PipelineRequest) => method === 'POST' && /\/(?:backup|restore)$/.test(new URL(url).pathname);
const isVault = ({ method, url }: PipelineRequest) => method === 'PUT' && /\/vaults\/[^/]+$/.test(new URL(url).pathname);
