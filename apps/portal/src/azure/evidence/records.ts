import type { CommandEnd, CommandResult, EvidenceEntry, EvidenceRecord, SealedEvidence, SeenThing } from '@tresor/contracts';
import { own } from '../../api/own';

type Record<Kind extends EvidenceRecord['kind']> = Extract<EvidenceRecord, { kind: Kind }>;
type Entry<Kind extends EvidenceEntry['kind']> = Extract<EvidenceEntry, { kind: Kind }>;

const isRecord = <Kind extends EvidenceRecord['kind']>(record: EvidenceRecord, kind: Kind): record is Record<Kind> => record.kind === kind;

/** The records of one kind, in their order. */
export const recordsOf = <Kind extends EvidenceRecord['kind']>({ records }: Pick<SealedEvidence, 'records'>, kind: Kind): Record<Kind>[] =>
  records.flatMap(({ record }) => (isRecord(record, kind) ? [record] : []));

export type Facts = Readonly<{ [name: string]: string | undefined }>;

/** What Azure showed of a thing, the latest last. */
export const seenOf = (sealed: SealedEvidence, what: SeenThing): { at: string; facts: Facts }[] =>
  recordsOf(sealed, 'entry').flatMap(({ entry }) =>
    entry.kind === 'seen' && entry.what === what ? [{ at: entry.at, facts: entry.facts }] : [],
  );

/** What of a thing was seen last in one of the restores that the evidence is about. */
export const lastSeenIn = (sealed: Pick<SealedEvidence, 'records'>, jobId: string, what: SeenThing): Facts | undefined =>
  recordsOf(sealed, 'entry')
    .flatMap(({ restore, entry }) =>
      restore?.toLowerCase() === jobId.toLowerCase() && entry.kind === 'seen' && entry.what === what ? [entry.facts] : [],
    )
    .at(-1);

/** The latest of each, by one of its facts. */
export function latestBy(seen: readonly { facts: Facts }[], name: string): Facts[] {
  return [...new Map(seen.map(({ facts }) => [own(facts, name), facts])).values()];
}

export interface GivenCommand {
  key: string;
  asked: Entry<'asked'>;
  result: CommandResult | null;
  end: CommandEnd | null;
}

/** The commands that people gave, in their order, each with what became of it; the drawing of evidence is none of them. */
export function commandsOf(sealed: Pick<SealedEvidence, 'records'>): GivenCommand[] {
  const found = new Map<string, GivenCommand>();
  for (const { commandId: key, entry } of recordsOf(sealed, 'entry')) {
    const before = found.get(key);
    if (entry.kind === 'asked') found.set(key, { key, asked: entry, result: null, end: null });
    if (entry.kind === 'answered' && before) found.set(key, { ...before, result: entry.result });
    if (entry.kind === 'ended' && before) found.set(key, { ...before, end: entry.end });
  }
  return [...found.values()].filter(({ asked: { command } }) => !command.startsWith('evidence.'));
}
