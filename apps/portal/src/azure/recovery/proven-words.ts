import type { ProvenRestore } from '@tresor/contracts';
import type { Formats } from '../../language/formats';
import type { Text } from '../../language/use-text';
import type { Status } from '../../words/status';
import { messages } from './messages';

/** Whether a machine was brought up from its backup, how long ago, how long it took and how old its data was, beside what is wanted. */
export function provenWords(proven: ProvenRestore | undefined, text: Text, format: Formats, now: Date): string {
  if (proven === undefined) return text(messages.never);
  const { at, isProven, recoverySeconds, pointAgeSeconds, objectives } = proven;
  // Seen is seen: Azure's time is known here to the second only.
  const ago = format.relative(new Date(Math.min(Date.parse(at), now.getTime())), now);
  if (!isProven) return text(messages.failed, { ago });
  const ran =
    recoverySeconds === null ? text(messages.ran, { ago }) : text(messages.proven, { ago, took: format.duration(recoverySeconds) });
  if (objectives === null) return [ran, text(messages.wantedUnknown)].join('; ');
  const { rtoMinutes, rpoMinutes } = objectives;
  const against = (name: 'RTO' | 'RPO', seconds: number, minutes: number) => {
    const values = { name, wanted: format.duration(minutes * 60) };
    return text(isOver(seconds, minutes) ? messages.missed : messages.kept, values);
  };
  const rto = recoverySeconds === null || rtoMinutes === null ? ran : `${ran} ${against('RTO', recoverySeconds, rtoMinutes)}`;
  if (pointAgeSeconds === null || rpoMinutes === null) return rto;
  return `${rto}; ${text(messages.age, { age: format.duration(pointAgeSeconds) })} ${against('RPO', pointAgeSeconds, rpoMinutes)}`;
}

const isOver = (seconds: number | null, minutes: number | null) => seconds !== null && minutes !== null && seconds > minutes * 60;

/** What took longer than is wanted, or was made of an older point, is a warning. */
export function provenStatus(proven: ProvenRestore | undefined): Status {
  if (proven === undefined) return 'unknown';
  const { isProven, recoverySeconds, pointAgeSeconds, objectives } = proven;
  if (!isProven) return 'error';
  const { rtoMinutes = null, rpoMinutes = null } = objectives ?? {};
  return isOver(recoverySeconds, rtoMinutes) || isOver(pointAgeSeconds, rpoMinutes) ? 'warning' : 'success';
}
