import * as z from 'zod';
import { Problem } from '../../problem';
import { daysAgo, MOST_COMMANDS } from '../bounds';
import { commandRow, textOf, type CommandRow, type Commands, type NewCommandEntry } from '../commands';
import type { Store } from './database';

const COLUMNS = 'command_id, owner, journey, written_at, entry';

export class SqliteCommands implements Commands {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async append({ commandId, owner, scope, journey, entry }: NewCommandEntry): Promise<boolean> {
    if (entry.kind === 'asked') this.#requireRoom(owner);
    const changes = this.#store.run(
      `INSERT INTO commands (command_id, owner, kind, scope, journey, written_at, entry) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      commandId,
      owner,
      entry.kind,
      scope.toLowerCase(),
      journey,
      new Date().toISOString(),
      textOf(entry),
    );
    return changes === 1;
  }

  async ofJourney(scope: string, journey: string): Promise<CommandRow[]> {
    return this.#read(
      `SELECT ${COLUMNS} FROM commands WHERE (owner, command_id) IN
         (SELECT owner, command_id FROM commands WHERE scope = ? AND journey = ?) ORDER BY position`,
      scope.toLowerCase(),
      journey,
    );
  }

  async ofScope(scope: string, days: number): Promise<CommandRow[]> {
    return this.#read(
      `SELECT ${COLUMNS} FROM commands WHERE scope = ? AND written_at >= ? AND kind <> 'sent' ORDER BY position`,
      scope.toLowerCase(),
      daysAgo(days),
    );
  }

  forgetBefore(moment: string): void {
    this.#store.run('DELETE FROM commands WHERE written_at < ?', moment);
  }

  #read(statement: string, ...values: string[]): CommandRow[] {
    const rows = this.#store.all(statement, ...values).map((row) => commandRow.safeParse(row));
    if (rows.some(({ success }) => !success)) this.#store.say('A recorded command is damaged and left out of its list.');
    return rows.flatMap(({ data }) => data ?? []);
  }

  #requireRoom(owner: string): void {
    const { asked } = z
      .object({ asked: z.int() })
      .parse(
        this.#store.get(`SELECT count(*) AS asked FROM commands WHERE owner = ? AND kind = 'asked' AND written_at > ?`, owner, daysAgo(1)),
      );
    if (asked >= MOST_COMMANDS) throw new Problem('too-many-orders', { retryAfter: 60 });
  }
}
