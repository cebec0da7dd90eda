import { Problem } from '../../problem';
import { daysAgo, MOST_COMMANDS } from '../../store/bounds';
import { commandKey, commandRow, textOf, type AskedRow, type CommandRow, type Commands, type NewCommandEntry } from '../../store/commands';

type Kept = CommandRow & { scope: string };

const ONCE: ReadonlySet<string> = new Set(['asked', 'ended']);
const AMPLE: ReadonlySet<string> = new Set(['sent', 'seen']);

/** Commands as a process keeps them that needs no disk. */
export class MemoryCommands implements Commands {
  readonly #kept: Kept[] = [];
  readonly #kinds = new Set<string>();
  /** When each owner asked. */
  readonly #asked = new Map<string, string[]>();

  async append({ commandId, owner, scope, journey, entry }: NewCommandEntry): Promise<boolean> {
    const since = daysAgo(1);
    const asked = this.#asked.get(owner) ?? [];
    if (entry.kind === 'asked' && asked.filter((at) => at > since).length >= MOST_COMMANDS) {
      throw new Problem('too-many-orders', { retryAfter: 60 });
    }
    const kind = `${owner} ${commandId} ${entry.kind}`;
    if (ONCE.has(entry.kind) && this.#kinds.has(kind)) return false;
    const written = new Date().toISOString();
    const row = commandRow.parse({
      position: this.#kept.length + 1,
      command_id: commandId,
      owner,
      journey,
      written_at: written,
      entry: textOf(entry),
    });
    this.#kept.push({ ...row, scope: scope.toLowerCase() });
    this.#kinds.add(kind);
    if (entry.kind === 'asked') this.#asked.set(owner, [...asked, written]);
    return true;
  }

  async findAsked(owner: string, commandId: string): Promise<AskedRow | undefined> {
    return this.#allAsked().find((row) => row.owner === owner && row.command_id === commandId);
  }

  async ofJourney(scope: string, journey: string): Promise<CommandRow[]> {
    const of = new Set(this.#kept.filter((row) => row.scope === scope.toLowerCase() && row.journey === journey).map(commandKey));
    return this.#kept.filter((row) => of.has(commandKey(row)));
  }

  async askedBefore(position: number, most: number): Promise<AskedRow[]> {
    return this.#allAsked()
      .filter((row) => row.position < position)
      .slice(-most)
      .toReversed();
  }

  async answersOf(asked: readonly Pick<AskedRow, 'owner' | 'command_id'>[]): Promise<CommandRow[]> {
    const of = new Set(asked.map(commandKey));
    return this.#kept.filter((row) => of.has(commandKey(row)) && row.entry.kind !== 'asked' && !AMPLE.has(row.entry.kind));
  }

  async ofScope(scope: string, days: number): Promise<CommandRow[]> {
    const since = daysAgo(days);
    return this.#kept.filter((row) => row.scope === scope.toLowerCase() && row.written_at >= since && !AMPLE.has(row.entry.kind));
  }

  #allAsked(): AskedRow[] {
    return this.#kept.flatMap(({ entry, ...row }) => (entry.kind === 'asked' ? [{ ...row, entry }] : []));
  }
}
