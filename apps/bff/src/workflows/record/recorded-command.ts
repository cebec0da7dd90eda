import type { BackupOperation, CommandName, CommandResult } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import type { AzureAnswer, CommandInHand } from '../../azure/connection/command-in-hand';
import { isResourceManager } from '../../azure/connection/origins';
import { backupOperationIn } from '../../azure/items/backup-operation';
import type { CommandEntry, Commands } from '../../store/commands';

/** Where a command stands in the store. */
export interface CommandPlace {
  /** The id that makes it happen once; else that of the request. */
  commandId: string;
  /** ARM id of the vault or key vault. */
  scope: string;
  /** The job of the restore it belongs to. */
  journey: string | null;
}

export interface NewCommand extends CommandPlace {
  name: CommandName;
  /** ARM id of what it is about. */
  target: string;
  /** What was chosen; never what is secret. */
  about: Record<string, string>;
  reason: string | null;
}

export interface CommandAnswer {
  result: CommandResult;
  code: string | null;
  jobId: string | null;
  /** The restore that began with it. */
  journey?: string;
  about: Record<string, string>;
}

/** Where the same was just refused: that it is asked for again is on record once for all that follow, and each that is refused is counted. */
export interface RefusedAgain {
  cover(): Promise<void>;
  count(): void;
}

interface Parts {
  commands: Commands;
  report: (error: unknown) => void;
  azure: AzureSession;
  place: CommandPlace;
  /** Writes down that it is asked for; answers whether it was not asked for before. */
  begin: () => Promise<boolean>;
  refusedAgain?: RefusedAgain | undefined;
}

/** A command that is on record, or will be before Azure hears of it. What becomes of it is added; should the store fail then, the record ends with what was asked. */
export class RecordedCommand implements CommandInHand {
  readonly #parts: Parts;
  readonly #writes: Write[] = [];
  #isSent = false;
  #hasChanged = false;
  #joined: BackupOperation | undefined;
  #begun: Promise<boolean> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** How far it came: Azure was told nothing, was told something, or has done something. */
  get reached(): 'nothing' | 'sent' | 'changed' {
    if (this.#hasChanged) return 'changed';
    return this.#isSent ? 'sent' : 'nothing';
  }

  /**
   * What it has changed in Azure and left so, for certain: what was done at once, and what was still going on when the next was begun. What Azure
   * only accepted last may have come to nothing.
   */
  get changed(): string[] {
    const done = this.#writes.filter(({ goesOn }) => !goesOn);
    const left = new Map<string, boolean>();
    for (const { resource, removes } of done) left.set(resource, !(removes && left.has(resource)));
    return [...left].flatMap(([resource, stays]) => (stays ? [resource] : []));
  }

  /** Writes down that it is asked for, once. */
  begin(): Promise<boolean> {
    return (this.#begun ??= this.#parts.begin());
  }

  async send(request: () => Promise<AzureAnswer>): Promise<AzureAnswer> {
    const again = this.#begun === undefined ? this.#parts.refusedAgain : undefined;
    await (again ? again.cover() : this.begin());
    this.#isSent = true;
    // A command goes on once what it has begun is done.
    for (const write of this.#writes) write.goesOn = false;
    const response = await request();
    this.#hasChanged ||= response.status < 400;
    if (response.status < 400) this.#writes.push(writeIn(response, this.#parts.place.scope));
    if (again && !this.#hasChanged) return response;
    await this.begin();
    await this.#add({
      kind: 'sent',
      at: this.#now(),
      method: response.request.method,
      resource: resourceOf(response.request.url),
      status: response.status,
      requestId: response.headers.get('x-ms-request-id') ?? null,
      correlationId: response.request.headers.get('x-ms-correlation-request-id') ?? null,
    });
    return response;
  }

  join(operation: BackupOperation): void {
    this.#joined = operation;
  }

  /** Asked for again, what is still in doubt says nothing new. */
  async answer({ journey, ...answer }: CommandAnswer): Promise<void> {
    const { refusedAgain } = this.#parts;
    if (this.#begun === undefined && answer.result === 'refused' && refusedAgain) return refusedAgain.count();
    if (!(await this.begin()) && answer.result === 'in-doubt') return;
    await this.#add({ kind: 'answered', at: this.#now(), ...answer, ...this.#goingOn(answer) }, journey);
  }

  /** What Azure goes on with, as long as no job is known that tells of it: until then nothing is done. */
  #goingOn({ result, jobId }: CommandAnswer): { result?: 'accepted'; operation?: BackupOperation } {
    const { goesOn, operation } = this.#writes.at(-1) ?? { goesOn: true, operation: this.#joined };
    const isOpen = jobId === null && (result === 'accepted' || result === 'done');
    return isOpen && goesOn && operation ? { result: 'accepted', operation } : {};
  }

  #now(): string {
    return this.#parts.azure.now().toISOString();
  }

  async #add(entry: CommandEntry, journey?: string): Promise<void> {
    const { commands, report, azure, place } = this.#parts;
    const of = { ...place, journey: journey ?? place.journey, owner: azure.user };
    await commands.append({ ...of, entry }).catch(report);
  }
}

/** A request that Azure took. */
interface Write {
  resource: string;
  removes: boolean;
  /** Azure told where to ask how it ends. */
  goesOn: boolean;
  operation: BackupOperation | undefined;
}

const writeIn = ({ request, headers, status }: AzureAnswer, scope: string): Write => ({
  resource: resourceOf(request.url),
  removes: request.method === 'DELETE',
  goesOn: status === 202 || headers.get('azure-asyncoperation') !== undefined,
  operation: backupOperationIn({ headers }, scope),
});

/** The path of an ARM id; of a data plane its host, too. Queries may hold signatures and stay out. */
function resourceOf(url: string): string {
  const { host, origin, pathname } = new URL(url);
  const path = decodeURI(pathname);
  return isResourceManager(origin) ? path : `https://${host}${path}`;
}
