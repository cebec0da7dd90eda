import { offsetAt } from '@tresor/retention';
import { twoDigits } from './two-digits';

const MINUTE = 60_000;

/** `UTC+01:00`, as Azure writes it; plain `UTC` without a difference. */
export function offsetLabel(zone: string, instant: number): string {
  const minutes = Math.round(offsetAt(zone, instant) / MINUTE);
  if (minutes === 0) return 'UTC';
  return `UTC${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(Math.abs(minutes) / 60))}:${twoDigits(Math.abs(minutes) % 60)}`;
}
