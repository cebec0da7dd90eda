import { createHash } from 'node:crypto';
import * as z from 'zod';

/** A row of the record of commands, with all that the store keeps of it. */
export const recordedRow = z.object({
  position: z.int(),
  command_id: z.string(),
  owner: z.string(),
  kind: z.string(),
  scope: z.string(),
  journey: z.string().nullable(),
  written_at: z.string(),
  entry: z.string(),
});
export type RecordedRow = z.infer<typeof recordedRow>;

/** A closed piece of the record: what was written up to a moment, bound to all that was written before. */
export const segment = z.object({
  number: z.int(),
  first_position: z.int(),
  last_position: z.int(),
  entries: z.int(),
  /** Hash of the segment before; of the first, 64 zeros. */
  before: z.string(),
  /** SHA-256 over the hash before and each row, as hexadecimal digits. */
  hash: z.string(),
  closed_at: z.string(),
  /** When its rows were removed because their time was over; the hash stays. */
  removed_at: z.string().nullable(),
});
export type Segment = z.infer<typeof segment>;

export const NO_SEGMENT_BEFORE = '0'.repeat(64);

/** A row as it is hashed: its values in a fixed order. */
const lineOf = ({ position, command_id: id, owner, kind, scope, journey, written_at: at, entry }: RecordedRow): string =>
  `${JSON.stringify([position, id, owner, kind, scope, journey, at, entry])}\n`;

/** The hash of a segment of these rows, in the order of their writing. */
export function hashOf(before: string, rows: readonly RecordedRow[]): string {
  const hash = createHash('sha256').update(`${before}\n`);
  for (const row of rows) hash.update(lineOf(row));
  return hash.digest('hex');
}

/** Where the record is not what was closed. */
export interface SegmentFault {
  number: number;
  fault: 'missing' | 'not-linked' | 'changed' | 'entries-missing' | 'entries-added';
}

/** The record as it was closed. */
export interface Segments {
  /** Reads the segment after the one with this number again; undefined where that is the last. */
  look(after: number): Promise<{ sound: Segment } | { fault: SegmentFault } | undefined>;
  last(): Promise<Segment | undefined>;
  /** Those in which entries between these numbers stand, each included. */
  covering(first: number, last: number): Promise<Segment[]>;
  /** How many entries are in no segment yet. */
  open(): Promise<number>;
}

/** What is wrong with a segment whose predecessor is known; undefined where nothing is. `rows`: all from there to its end. */
export function faultOf(found: Segment, previous: Segment | undefined, rows: readonly RecordedRow[]): SegmentFault | undefined {
  const fault = (what: SegmentFault['fault']) => ({ number: found.number, fault: what });
  if (found.number !== (previous?.number ?? 0) + 1) return { number: (previous?.number ?? 0) + 1, fault: 'missing' };
  if (found.before !== (previous?.hash ?? NO_SEGMENT_BEFORE)) return fault('not-linked');
  if (found.removed_at !== null) return rows.length > 0 ? fault('entries-added') : undefined;
  if (rows.length < found.entries) return fault('entries-missing');
  if (rows.length > found.entries) return fault('entries-added');
  return hashOf(found.before, rows) === found.hash ? undefined : fault('changed');
}
