import type { AzureSession } from '../../azure/connection/azure';
import type { Commands } from '../../store/commands';
import { asUnavailable } from '../../store/store-error';
import type { CommandPlace, NewCommand, RefusedAgain } from './recorded-command';

const MINUTE = 60_000;

interface Refusal {
  place: CommandPlace & { owner: string };
  /** Azure's clock. */
  now: () => Date;
  count: number;
  /** That it is asked for again, on record. */
  covered: Promise<unknown> | undefined;
  timer: ReturnType<typeof setTimeout>;
}

/**
 * Refusals of one person, of the same command on the same thing, within a minute: the first is on record as any command is; of the others it is
 * written down once, before Azure hears of them, that there are some, and at the end of the minute how many. Anyone who is refused again and again
 * cannot fill the record.
 */
export class Refusals {
  readonly #known = new Map<string, Refusal>();
  readonly #commands: Commands;
  readonly #report: (error: unknown) => void;

  constructor(commands: Commands, report: (error: unknown) => void) {
    this.#commands = commands;
    this.#report = report;
  }

  /** Undefined where the same was not refused within the last minute. */
  again(azure: AzureSession, asked: NewCommand): RefusedAgain | undefined {
    const known = this.#known.get(keyOf(azure, asked));
    if (!known) return undefined;
    return {
      cover: async () => {
        known.covered ??= this.#add(known, null);
        await known.covered.catch((error: unknown) => {
          known.covered = undefined;
          throw asUnavailable(error);
        });
      },
      count: () => (known.count += 1),
    };
  }

  /** It was refused, and is on record. */
  remember(azure: AzureSession, asked: NewCommand): void {
    const key = keyOf(azure, asked);
    if (this.#known.has(key)) return;
    const { commandId, scope, journey } = asked;
    const timer = setTimeout(() => void this.#end(key), MINUTE).unref();
    this.#known.set(key, {
      place: { commandId, scope, journey, owner: azure.user },
      now: () => azure.now(),
      count: 0,
      covered: undefined,
      timer,
    });
  }

  /** Adds what was counted so far. */
  async stop(): Promise<void> {
    await Promise.all([...this.#known.keys()].map((key) => this.#end(key)));
  }

  async #end(key: string): Promise<void> {
    const known = this.#known.get(key);
    this.#known.delete(key);
    clearTimeout(known?.timer);
    if (known && known.count > 0) await this.#add(known, known.count).catch(this.#report);
  }

  #add({ place, now }: Refusal, count: number | null): Promise<unknown> {
    return this.#commands.append({ ...place, entry: { kind: 'repeated', at: now().toISOString(), count } });
  }
}

const keyOf = ({ user }: AzureSession, { name, target }: NewCommand): string => `${user} ${name} ${target.toLowerCase()}`;
