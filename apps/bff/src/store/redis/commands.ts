import { Problem } from '../../problem';
import { COMMANDS_KEPT_DAYS, daysAgo, MOST_COMMANDS } from '../bounds';
import { commandKey, commandRow, textOf, type CommandRow, type Commands, type NewCommandEntry } from '../commands';
import { json } from '../json-text';
import type { RedisConnection } from './connection';
import { APPEND } from './scripts';

const DAY_SECONDS = 86_400;
const MOMENT = 24;

const listKey = (scope: string) => `commands:${scope.toLowerCase()}`;

const row = json(commandRow);

/** A list for each vault and key vault; each text in it begins with its moment. */
export class RedisCommands implements Commands {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async append({ commandId, owner, scope, journey, entry }: NewCommandEntry): Promise<boolean> {
    const written = new Date().toISOString();
    const kept = { command_id: commandId, owner, journey, written_at: written, entry: textOf(entry) };
    const isAsked = entry.kind === 'asked';
    const answer = await this.#redis.run(
      APPEND,
      [listKey(scope), `command:${owner}:${commandId}:${entry.kind}`, `commands-of:${owner}`],
      [
        written + JSON.stringify(kept),
        daysAgo(COMMANDS_KEPT_DAYS),
        COMMANDS_KEPT_DAYS * DAY_SECONDS,
        isAsked || entry.kind === 'ended' ? 'once' : '',
        isAsked ? MOST_COMMANDS : '',
        DAY_SECONDS,
      ],
    );
    if (answer === -1) throw new Problem('too-many-orders', { retryAfter: 60 });
    return answer === 1;
  }

  async ofJourney(scope: string, journey: string): Promise<CommandRow[]> {
    const all = await this.#read(scope);
    const of = new Set(all.filter((one) => one.journey === journey).map(commandKey));
    return all.filter((one) => of.has(commandKey(one)));
  }

  async ofScope(scope: string, days: number): Promise<CommandRow[]> {
    const since = daysAgo(days);
    return (await this.#read(scope)).filter(({ written_at, entry }) => written_at >= since && entry.kind !== 'sent');
  }

  async #read(scope: string): Promise<CommandRow[]> {
    const texts = await this.#redis.ask((client) => client.lRange(listKey(scope), 0, -1));
    return texts.flatMap((text) => row.safeParse(text.slice(MOMENT)).data ?? []);
  }
}
