import type { PipelineRequest } from '@azure/core-rest-pipeline';
import type { CommandOutcome, ProtectionBatch, RestoreCommand, RestorePlan } from '@tresor/contracts';
import { guidFor } from '../../guid-for';
import type { Intents } from '../../store/intents';

/** What must hold, whatever happens. Each breach is a sentence. */
export class Checks {
  readonly breaches: string[] = [];
  /** POSTs that Azure accepted, by the command's path; PUTs by the machine's. */
  readonly #accepted = new Map<string, number>();
  /** Correlation ids of the commands of a run that Azure accepted, by their path. */
  readonly #commands = new Map<string, Set<string>>();
  /** The ids of the requests that Azure accepted. */
  readonly #requests = new Set<string>();

  breach(sentence: string): void {
    if (!this.breaches.includes(sentence)) this.breaches.push(sentence);
  }

  /** A command leaves only after its claim; `claimed`: the ids that were. */
  async leaves(request: PipelineRequest, intents: Intents, claimed: ReadonlySet<string>): Promise<void> {
    if (!isTrigger(request) && !isVault(request)) return;
    const found = await Promise.all([...claimed].map((intentId) => intents.find(intentId)));
    if (found.every((intent) => intent === undefined)) this.breach('a command left without its claim');
    const requestId = request.headers.get('x-ms-client-request-id');
    const isClaimed = found.some((intent) => intent?.state === 'sent' && intent.request_id === requestId);
    // A vault may be asked for once more, after somebody else has seen that it is there.
    if (isTrigger(request) && !isClaimed) this.breach('a POST left without its claim');
  }

  arrived(request: PipelineRequest, status: number): void {
    if (isOfRun(request)) return this.#arrivedOfRun(request, status);
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

  /** Making and protecting a machine are asked for again where an answer is lost: within the command, which has one correlation id. */
  #arrivedOfRun(request: PipelineRequest, status: number): void {
    if (status >= 300) return;
    const key = keyOf(request);
    const commands = this.#commands.get(key) ?? new Set();
    this.#commands.set(key, commands.add(request.headers.get('x-ms-correlation-request-id') ?? ''));
    if (commands.size > 1) this.breach('a command of a run reached Azure again after it had been accepted');
  }

  /** What the page is told, whatever its words: nothing that nobody knows, and no refusal of what nobody refused. */
  refused(code: string): void {
    this.breach(`somebody was refused by ${code}`);
  }

  checkCommand({ state }: Pick<CommandOutcome, 'state'>): void {
    const accepted = [...this.#accepted.values()].some((count) => count > 0);
    if (state === 'not-started' && accepted) this.breach('a command was said not to have started although Azure had accepted it');
    if (state === 'started' && !accepted) this.breach('a command was said to have started although Azure had not accepted it');
    if (state === 'unknown') this.breach('a command was said to be unknown');
  }

  checkPlan({ given, standing }: RestorePlan): void {
    const accepted = given.flatMap(({ command, outcome }) => (outcome === 'accepted' ? [command] : []));
    if (new Set(accepted).size < accepted.length) this.breach('a run was accepted to do a thing twice');
    const made = [...this.#commands.keys(), ...this.#accepted.keys()];
    if (accepted.some((command) => !made.some((key) => OF_COMMAND[command]?.test(key))))
      this.breach('a command of a run was called accepted that Azure had not accepted');
    if (standing.state === 'done') this.breach('a run was called done before its backup was');
  }

  checkBatch({ batchId, results }: ProtectionBatch): void {
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

const OF_COMMAND: Partial<Record<RestoreCommand, RegExp>> = {
  'create-machine': /virtualmachines\/alone$/,
  protect: /protecteditems\/[^/]+alone$/,
  'back-up-now': /alone\/backup$/,
};

const isOfRun = (request: PipelineRequest) =>
  request.method === 'PUT' && [OF_COMMAND['create-machine'], OF_COMMAND.protect].some((path) => path?.test(keyOf(request)));

const keyOf = ({ url }: PipelineRequest) => decodeURIComponent(new URL(url).pathname).toLowerCase();
const isTrigger = ({ method, url }: PipelineRequest) => method === 'POST' && /\/(?:backup|restore)$/.test(new URL(url).pathname);
const isVault = ({ method, url }: PipelineRequest) => method === 'PUT' && /\/vaults\/[^/]+$/.test(new URL(url).pathname);
