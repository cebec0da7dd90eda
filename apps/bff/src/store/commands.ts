import { backupOperation, commandEnd, commandName, commandResult, seenThing } from '@tresor/contracts';
import * as z from 'zod';
import { json } from './read-row';

const about = z.record(z.string(), z.string());

/** Somebody asked for something: on disk before anything of it is told to Azure. `at` is by Azure's clock here and below. */
const asked = z.object({
  kind: z.literal('asked'),
  at: z.string(),
  command: commandName,
  by: z.object({ oid: z.string(), name: z.string(), username: z.string() }),
  /** ARM id. */
  target: z.string(),
  about,
  reason: z.string().nullable(),
  /** Under it Azure's activity log has everything that came of it. */
  correlationId: z.string(),
});

/** Azure answered a request of it that changes something. */
const sent = z.object({
  kind: z.literal('sent'),
  at: z.string(),
  method: z.string(),
  /** ARM id, or the address of an object of a data plane; never with a query. */
  resource: z.string(),
  status: z.int(),
  /** Azure's number of the request. */
  requestId: z.string().nullable(),
  correlationId: z.string().nullable(),
});

const answered = z.object({
  kind: z.literal('answered'),
  at: z.string(),
  result: commandResult,
  code: z.string().nullable(),
  jobId: z.string().nullable(),
  about,
  /** What Azure goes on with, where no job is known yet. */
  operation: backupOperation.optional().catch(undefined),
});

const ended = z.object({ kind: z.literal('ended'), at: z.string(), end: commandEnd });

/** The same is asked for again within the minute after it was refused; null until the minute is over and it is known how often it was refused again. */
const repeated = z.object({ kind: z.literal('repeated'), at: z.string(), count: z.int().nullable() });

/** What Azure showed of a restore to those who ran it or had evidence of it drawn. */
const seen = z.object({ kind: z.literal('seen'), at: z.string(), what: seenThing, facts: about });

export const commandEntry = z.discriminatedUnion('kind', [asked, sent, answered, ended, repeated, seen]);
export type CommandEntry = z.infer<typeof commandEntry>;

export const commandRow = z.object({
  /** Its number in the record. */
  position: z.int(),
  command_id: z.string(),
  owner: z.string(),
  journey: z.string().nullable(),
  /** By the store's clock. */
  written_at: z.string(),
  entry: json(commandEntry),
});

/** Of an entry that was read as a row, what was asked for; null where that cannot be read. */
export function askedIn(text: string): AskedRow['entry'] {
  const { data } = json(asked).safeParse(text);
  return data ?? null;
}

/** An entry as stores keep it. */
export type CommandRow = z.infer<typeof commandRow>;

/** That a command was asked for, with its place in the record; `entry` is null where it cannot be read. */
export interface AskedRow {
  position: number;
  owner: string;
  command_id: string;
  journey: string | null;
  /** In small letters. */
  scope: string;
  written_at: string;
  entry: Extract<CommandEntry, { kind: 'asked' }> | null;
}

/** What all entries of one command have in common. */
export const commandKey = ({ owner, command_id: id }: Pick<CommandRow, 'owner' | 'command_id'>) => `${owner} ${id}`;

export interface NewCommandEntry {
  commandId: string;
  owner: string;
  /** ARM id of the vault or key vault it is about: who may read that may read this. */
  scope: string;
  /** The job of the restore it belongs to. */
  journey: string | null;
  entry: CommandEntry;
}

/** The entry as text of at most 1 KiB: what is longest in it is cut. */
export function textOf(entry: CommandEntry, most = 1024): string {
  const text = JSON.stringify(entry);
  const excess = Buffer.byteLength(text) - most;
  if (excess <= 0) return text;
  const longest = longestIn(entry);
  const kept = Array.from(longest)
    .slice(0, -Math.ceil(excess / 4) - 1)
    .join('');
  return textOf(replaced(entry, longest, `${kept}…`), most);
}

const isText = (value: unknown) => typeof value === 'string';

function longestIn(value: unknown): string {
  if (typeof value === 'string') return value;
  const inner = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return inner.map(longestIn).reduce((one, other) => (other.length > one.length ? other : one), '');
}

const replaced = (entry: CommandEntry, from: string, to: string): CommandEntry =>
  commandEntry.parse(JSON.parse(JSON.stringify(entry), (_, value: unknown) => (isText(value) && value === from ? to : value)));

/** The commands of all processes, one entry after another: none is ever changed. */
export interface Commands {
  /**
   * Appends an entry; it is stored for good when this returns. That something was asked, and that it ended, is said once of a command:
   * answers whether it was. A person who asks for too much in a day is refused.
   */
  append(entry: NewCommandEntry): Promise<boolean>;
  /** What a person asked for under this id; undefined where nothing was. */
  findAsked(owner: string, commandId: string): Promise<AskedRow | undefined>;
  /** All entries of the commands that belong to a restore, in the order of their writing. */
  ofJourney(scope: string, journey: string): Promise<CommandRow[]>;
  /** The entries about a vault or key vault in so many days of the store's clock, in the order of their writing; without single requests and what was seen, which may be much. */
  ofScope(scope: string, days: number): Promise<CommandRow[]>;
  /** Of everything that was asked for, by anybody, so much that stands before this number, the newest first. */
  askedBefore(position: number, most: number): Promise<AskedRow[]>;
  /** Whatever else is on record of these, in the order of writing, and perhaps of others; without single requests and what was seen. */
  answersOf(asked: readonly Pick<AskedRow, 'owner' | 'command_id'>[]): Promise<CommandRow[]>;
}
