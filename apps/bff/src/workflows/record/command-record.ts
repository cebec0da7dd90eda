import type { CommandEnd, CommandName } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import type { Commands } from '../../store/commands';
import type { FoldedCommand } from './fold-commands';
import { refusalOf } from './command-answer';
import { RecordedCommand, type CommandAnswer, type CommandPlace } from './recorded-command';

export interface NewCommand extends CommandPlace {
  name: CommandName;
  /** ARM id of what it is about. */
  target: string;
  /** What was chosen; never what is secret. */
  about: Record<string, string>;
  reason: string | null;
}

/** The one place where commands are written down. */
export class CommandRecord {
  readonly #commands: Commands;
  readonly #report: (error: unknown) => void;

  constructor(commands: Commands, report: (error: unknown) => void) {
    this.#commands = commands;
    this.#report = report;
  }

  /** Writes down that it is asked for, before anything else is done: what cannot be recorded is refused. */
  async begin(azure: AzureSession, { name, target, about, reason, ...place }: NewCommand): Promise<RecordedCommand> {
    const { oid, name: person, username } = azure.principal;
    const isNew = await this.#commands.append({
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
    return this.#inHand(azure, place, isNew);
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
    const command = await this.begin(azure, asked);
    try {
      const outcome = await work({ ...azure, command });
      await command.answer(answer(outcome));
      return outcome;
    } catch (error) {
      await command.answer(refusalOf(error, command.reached));
      throw error;
    }
  }

  /** One that was written down earlier and goes on. */
  resume(azure: AzureSession, place: CommandPlace): RecordedCommand {
    return this.#inHand(azure, place, false);
  }

  /** Adds how it ended. */
  async end({ owner, journey, command }: FoldedCommand, scope: string, { end, at }: { end: CommandEnd; at: string }): Promise<void> {
    const of = { commandId: command.commandId, owner, scope, journey };
    await this.#commands.append({ ...of, entry: { kind: 'ended', at, end } }).catch(this.#report);
  }

  #inHand(azure: AzureSession, place: CommandPlace, isNew: boolean): RecordedCommand {
    return new RecordedCommand({ commands: this.#commands, report: this.#report, azure, place, isNew });
  }
}
