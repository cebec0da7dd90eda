import * as z from 'zod';
import { Problem } from '../../problem';
import { COMMANDS_KEPT_DAYS, DAY, MOST_COMMANDS } from '../bounds';
import { askedIn, commandRow, textOf, type AskedRow, type CommandRow, type Commands, type NewCommandEntry } from '../commands';
import type { Segment } from '../segments';
import { inTurns } from '../../turns';
import type { Database } from './database';
import { CommandSegments } from './segments';

const COLUMNS = ['position', 'command_id', 'owner', 'journey', 'written_at', 'entry'] as const;

const counts = z.object({ asked: z.int() });

const toAsked = ({ entry, ...row }: Omit<AskedRow, 'entry'> & { entry: string }): AskedRow => ({ ...row, entry: askedIn(entry) });

export class SqlCommands implements Commands {
  readonly #database: Database;
  readonly #keptDays: number;
  readonly segments: CommandSegments;

  constructor(database: Database, keptDays = COMMANDS_KEPT_DAYS) {
    this.#database = database;
    this.#keptDays = keptDays;
    this.segments = new CommandSegments(database);
  }

  async append({ commandId, owner, scope, journey, entry }: NewCommandEntry): Promise<boolean> {
    if (entry.kind === 'asked') await this.#requireRoom(owner);
    const { db, momentAgo, nextPosition } = this.#database;
    const { numInsertedOrUpdatedRows: written } = await db
      .insertInto('commands')
      .values({
        ...(nextPosition && { position: nextPosition }),
        command_id: commandId,
        owner,
        kind: entry.kind,
        scope: scope.toLowerCase(),
        journey,
        written_at: momentAgo(0),
        entry: textOf(entry),
      })
      .onConflict((known) => known.doNothing())
      .executeTakeFirst();
    return written === 1n;
  }

  async findAsked(owner: string, commandId: string): Promise<AskedRow | undefined> {
    const row = await this.#selectAsked().where('owner', '=', owner).where('command_id', '=', commandId).executeTakeFirst();
    return row && toAsked(row);
  }

  async ofJourney(scope: string, journey: string): Promise<CommandRow[]> {
    const { db } = this.#database;
    const rows = db
      .selectFrom('commands')
      .select(COLUMNS)
      .where((row) =>
        row(
          row.refTuple('owner', 'command_id'),
          'in',
          row
            .selectFrom('commands')
            .select(['owner', 'command_id'])
            .where('scope', '=', scope.toLowerCase())
            .where('journey', '=', journey)
            .$asTuple('owner', 'command_id'),
        ),
      );
    return this.#read(await rows.orderBy('position').execute());
  }

  async ofScope(scope: string, days: number): Promise<CommandRow[]> {
    const { db, momentAgo } = this.#database;
    const rows = db
      .selectFrom('commands')
      .select(COLUMNS)
      .where('scope', '=', scope.toLowerCase())
      .where('written_at', '>=', momentAgo(days * DAY))
      .where('kind', 'not in', ['sent', 'seen']);
    return this.#read(await rows.orderBy('position').execute());
  }

  async askedBefore(position: number, most: number): Promise<AskedRow[]> {
    const rows = await this.#selectAsked().where('position', '<', position).orderBy('position', 'desc').limit(most).execute();
    return rows.map(toAsked);
  }

  async answersOf(asked: readonly Pick<AskedRow, 'owner' | 'command_id'>[]): Promise<CommandRow[]> {
    if (asked.length === 0) return [];
    const each = (name: 'owner' | 'command_id') => [...new Set(asked.map((one) => one[name]))];
    const rows = this.#database.db
      .selectFrom('commands')
      .select(COLUMNS)
      .where('owner', 'in', each('owner'))
      .where('command_id', 'in', each('command_id'))
      .where('kind', 'not in', ['asked', 'sent', 'seen']);
    return this.#read(await rows.orderBy('position').execute());
  }

  /** Closes what has settled, and removes what is older than commands are kept, segment by segment. */
  async sweep(): Promise<Segment[]> {
    const closed = await this.segments.close();
    await this.segments.removeOlderThan(this.#keptDays * DAY);
    return closed;
  }

  #selectAsked() {
    return this.#database.db
      .selectFrom('commands')
      .select([...COLUMNS, 'scope'])
      .where('kind', '=', 'asked');
  }

  async #read(found: unknown[]): Promise<CommandRow[]> {
    const rows = await inTurns(found, (row) => commandRow.safeParse(row));
    if (rows.some(({ success }) => !success)) this.#database.say('A recorded command is damaged and left out of its list.');
    return rows.flatMap(({ data }) => data ?? []);
  }

  async #requireRoom(owner: string): Promise<void> {
    const { db, momentAgo } = this.#database;
    const counted = db
      .selectFrom('commands')
      .select((row) => row.fn.countAll<number>().as('asked'))
      .where('owner', '=', owner)
      .where('kind', '=', 'asked')
      .where('written_at', '>', momentAgo(DAY));
    const { asked } = counts.parse(await counted.executeTakeFirst());
    if (asked >= MOST_COMMANDS) throw new Problem('too-many-orders', { retryAfter: 60 });
  }
}
