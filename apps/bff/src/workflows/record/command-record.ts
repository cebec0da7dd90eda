import type { CommandEnd } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { Problem } from '../../problem';
import { COMMANDS_KEPT_DAYS } from '../../store/bounds';
import { textOf, type AskedRow, type CommandEntry, type Commands } from '../../store/commands';
import { asUnavailable } from '../../store/store-error';
import type { FoldedCommand } from './fold-commands';
import type { Told } from './ask-operation';
import { begunJourney, refusalOf } from './command-answer';
import { Refusals } from './refusals';
import { RecordedCommand, type CommandAnswer, type CommandPlace, type NewCommand, type RefusedAgain } from './recorded-command';

type SeenEntry = Extract<CommandEntry, { kind: 'seen' }>;

/** The one place where commands are written down. */
export class CommandRecord {
  readonly #commands: Commands;
  readonly #report: (error: unknown) => void;
  readonly #refusals: Refusals;

  /** How long commands are kept. */
  readonly keptDays: number;

  constructor(commands: Commands, report: (error: unknown) => void, keptDays = COMMANDS_KEPT_DAYS) {
    this.keptDays = keptDays;
    this.#commands = commands;
    this.#report = report;
    this.#refusals = new Refusals(commands, report);
  }

  /** Writes down that it is asked for, before anything else is done: what cannot be recorded is refused, and so is another command under a used id. */
  async begin(azure: AzureSession, asked: NewCommand): Promise<RecordedCommand> {
    const command = this.#inHand(azure, asked, () => this.#writeAsked(azure, asked));
    await command.begin();
    return command;
  }

  async #writeAsked(azure: AzureSession, asked: NewCommand): Promise<boolean> {
    const { name, target, about, reason, ...place } = asked;
    const { oid, name: person, username } = azure.principal;
    const written = this.#commands.append({
      ...place,
      owner: azure.user,
      entry: {
        kind: 'asked',
        at: azure.now().toISOString(),
        command: name,
        by: { oid, name: person, username },
        target,
        about,
        reason,
        correlationId: azure.correlationId,
      },
    });
    const isNew = await written.catch((error: unknown) => {
      throw asUnavailable(error);
    });
    if (!isNew) await this.#requireSame(azure, asked);
    return isNew;
  }

  /** An id that was used stands for what was asked for under it: of anything else there would be no record. */
  async #requireSame({ user }: AzureSession, asked: NewCommand): Promise<void> {
    const known = await this.#commands.findAsked(user, asked.commandId).catch((error: unknown) => {
      throw asUnavailable(error);
    });
    if (known && !isSame(known, asked)) throw new Problem('idempotency-key-reused');
  }

  /** What was written down. */
  get store(): Commands {
    return this.#commands;
  }

  /** Carries a command out under its record, and adds what became of it. */
  async carryOut<T>(
    azure: AzureSession,
    asked: NewCommand,
    work: (azure: AzureSession) => Promise<T>,
    answer: (outcome: T) => CommandAnswer,
  ): Promise<T> {
    const again = this.#refusals.again(azure, asked);
    const command = again ? await this.#askedAgain(azure, asked, again) : await this.begin(azure, asked);
    try {
      const outcome = await work({ ...azure, command });
      await command.answer(answer(outcome));
      return outcome;
    } catch (error) {
      const refusal = refusalOf(error, command.reached);
      await command.answer(refusal);
      if (refusal.result === 'refused') this.#refusals.remember(azure, asked);
      throw error instanceof Problem && command.changed.length > 0
        ? new Problem(error.code, { ...error.details, changed: command.changed })
        : error;
    }
  }

  /** One that was written down earlier and goes on. */
  resume(azure: AzureSession, place: CommandPlace): RecordedCommand {
    return this.#inHand(azure, place, async () => false);
  }

  /** Adds what is only counted so far. */
  stop(): Promise<void> {
    return this.#refusals.stop();
  }

  /** Adds what Azure showed; it belongs to no command. */
  async saw(azure: AzureSession, place: CommandPlace, seen: readonly Pick<SeenEntry, 'what' | 'facts'>[]): Promise<void> {
    const of = { ...place, owner: azure.user };
    const at = azure.now().toISOString();
    for (const { what, facts } of seen)
      await this.#commands.append({ ...of, entry: { kind: 'seen', at, what, facts } }).catch(this.#report);
  }

  /** Adds what its operation has told of it since. */
  async learned(azure: AzureSession, { owner, journey, command }: FoldedCommand, scope: string, { jobId, about }: Told): Promise<void> {
    const of = { commandId: command.commandId, owner, scope, journey: begunJourney(command.command, jobId) ?? journey };
    const at = azure.now().toISOString();
    await this.#commands
      .append({ ...of, entry: { kind: 'answered', at, result: 'accepted', code: null, jobId, about } })
      .catch(this.#report);
  }

  /** Adds how it ended. */
  async end({ owner, journey, command }: FoldedCommand, scope: string, { end, at }: { end: CommandEnd; at: string }): Promise<void> {
    const of = { commandId: command.commandId, owner, scope, journey };
    await this.#commands.append({ ...of, entry: { kind: 'ended', at, end } }).catch(this.#report);
  }

  async #askedAgain(azure: AzureSession, asked: NewCommand, refusedAgain: RefusedAgain): Promise<RecordedCommand> {
    await this.#requireSame(azure, asked);
    return this.#inHand(azure, asked, () => this.#writeAsked(azure, asked), refusedAgain);
  }

  #inHand(azure: AzureSession, { commandId, scope, journey }: CommandPlace, begin: () => Promise<boolean>, refusedAgain?: RefusedAgain) {
    const place = { commandId, scope, journey };
    return new RecordedCommand({ commands: this.#commands, report: this.#report, azure, place, begin, refusedAgain });
  }
}

/** Azure’s names are the same in any case. */
const sameText = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Compared as they are kept: a long entry is cut. */
const isSame = ({ scope, entry }: AskedRow, { name: command, target, about, ...asked }: NewCommand): boolean =>
  scope === asked.scope.toLowerCase() && entry !== null && sameText(textOf({ ...entry, command, target, about }), textOf(entry));
