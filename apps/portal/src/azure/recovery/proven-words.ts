import type { ProvenRestore } from '@tresor/contracts';
import type { Formats } from '../../language/formats';
import type { Text } from '../../language/use-text';
import type { Status } from '../../words/status';
import { messages } from './messages';

/** Whether a machine was brought up from its backup, how long ago, and how long it took beside what is wanted. */
export function provenWords(proven: ProvenRestore | undefined, text: Text, format: Formats, now: Date): string {
  if (proven === undefined) return text(messages.never);
  const { at, isProven, recoverySeconds, objectives } = proven;
  const ago = format.relative(at, now);
  if (!isProven) return text(messages.failed, { ago });
  if (recoverySeconds === null) return text(messages.ran, { ago });
  const took = format.duration(recoverySeconds);
  const { rtoMinutes } = objectives;
  return rtoMinutes === null
    ? text(messages.proven, { ago, took })
    : text(messages.provenWanted, { ago, took, wanted: format.duration(rtoMinutes * 60) });
}

const isOver = (seconds: number | null, minutes: number | null) => seconds !== null && minutes !== null && seconds > minutes * 60;

/** What took longer than is wanted, or was made of an older point, is a warning. */
export function provenStatus(proven: ProvenRestore | undefined): Status {
  if (proven === undefined) return 'unknown';
  const { isProven, recoverySeconds, pointAgeSeconds, objectives } = proven;
  if (!isProven) return 'error';
  return isOver(recoverySeconds, objectives.rtoMinutes) || isOver(pointAgeSeconds, objectives.rpoMinutes) ? 'warning' : 'success';
}
