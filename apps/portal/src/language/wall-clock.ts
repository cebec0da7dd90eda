import { offsetAt } from '@tresor/retention';

const MINUTE = 60_000;
const pad = (value: number) => String(value).padStart(2, '0');

/** `UTC+01:00`, as Azure writes it; plain `UTC` without a difference. */
export function offsetLabel(zone: string, instant: number): string {
  const minutes = Math.round(offsetAt(zone, instant) / MINUTE);
  if (minutes === 0) return 'UTC';
  return `UTC${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
}
