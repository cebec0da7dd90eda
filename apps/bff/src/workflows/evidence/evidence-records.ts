import type { EvidenceEntry, EvidenceRecord } from '@tresor/contracts';
import type { CommandEntry, CommandRow } from '../../store/commands';
import type { Segments } from '../../store/segments';

/** People are named; their object ids are for auditors. Where to ask Azure on is nobody's to know later. */
function entryOf(entry: CommandEntry): EvidenceEntry {
  if (entry.kind === 'answered') {
    const { operation: _, ...answered } = entry;
    return answered;
  }
  if (entry.kind !== 'asked') return entry;
  const { name, username } = entry.by;
  return { ...entry, by: { name, username } };
}

/** Each entry once, in the order in which they were written. */
export function entriesOf(rows: readonly CommandRow[]): Extract<EvidenceRecord, { kind: 'entry' }>[] {
  const each = [...new Map(rows.map((row) => [row.position, row])).values()];
  return each
    .toSorted((one, other) => one.position - other.position)
    .map(({ position, command_id: commandId, journey: restore, entry }) => ({
      kind: 'entry',
      position,
      commandId,
      restore,
      entry: entryOf(entry),
    }));
}

/** The closed pieces of the record in which these entries stand, each read again. */
export async function segmentsOf(
  segments: Segments,
  entries: readonly { position: number }[],
): Promise<Extract<EvidenceRecord, { kind: 'segment' }>[]> {
  const positions = entries.map(({ position }) => position);
  const [first, last] = [positions.at(0), positions.at(-1)];
  if (first === undefined || last === undefined) return [];
  const holds = ({ first_position: from, last_position: to }: { first_position: number; last_position: number }) =>
    positions.some((position) => position >= from && position <= to);
  const records: Extract<EvidenceRecord, { kind: 'segment' }>[] = [];
  for (const closed of (await segments.covering(first, last)).filter(holds)) {
    const looked = await segments.look(closed.number - 1);
    const { number, first_position: firstPosition, last_position: lastPosition, hash, closed_at: closedAt } = closed;
    records.push({
      kind: 'segment',
      number,
      firstPosition,
      lastPosition,
      hash,
      closedAt,
      isSound: looked !== undefined && 'sound' in looked && looked.sound.hash === hash,
    });
  }
  return records;
}
