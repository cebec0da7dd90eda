import { pino } from 'pino';
import { LineSink } from '../../line-sink';
import type { Commands, NewCommandEntry } from '../../store/commands';
import type { Segment } from '../../store/segments';

/** Where the record of commands is written a second time, line by line, for those who collect logs. */
export interface AuditLog {
  entry(written: NewCommandEntry): void;
  segment(closed: Segment): void;
}

const lineOf = ({ commandId, owner: user, scope, journey: restore, entry }: NewCommandEntry) => ({
  commandId,
  user,
  scope,
  restore,
  ...entry,
});

/** `place`: a file, or `stdout`. One that cannot be written is reported; what counts is the store. */
export function openAuditLog(place: string, report: (error: unknown) => void): AuditLog {
  const sink = new LineSink(place === 'stdout' ? 1 : place, {
    failed: report,
    lacks: (lines) => report(new Error(`${lines} lines were left out.`)),
  });
  const logger = pino(
    { base: { audit: 'tresor' }, formatters: { level: (level) => ({ level }) }, timestamp: pino.stdTimeFunctions.isoTime },
    sink,
  );
  return {
    entry: (written) => logger.info(lineOf(written)),
    segment: ({ number, entries, before, hash, closed_at: closedAt }) =>
      logger.info({ kind: 'segment', number, entries, before, hash, closedAt }),
  };
}

/** The commands, each entry of which is told to the log once it is stored. */
export const recordedIn = (log: AuditLog, commands: Commands): Commands => ({
  async append(entry) {
    const isNew = await commands.append(entry);
    if (isNew || entry.entry.kind === 'sent' || entry.entry.kind === 'answered') log.entry(entry);
    return isNew;
  },
  findAsked: (owner, commandId) => commands.findAsked(owner, commandId),
  ofJourney: (scope, journey) => commands.ofJourney(scope, journey),
  ofScope: (scope, days) => commands.ofScope(scope, days),
  askedBefore: (position, most) => commands.askedBefore(position, most),
  answersOf: (asked) => commands.answersOf(asked),
});
