/** What the service writes for "not yet": without a zone letter, unlike every other time. */
export const NEVER = '0001-01-01T00:00:00';

/** A moment as the service writes it: UTC, trailing zeros of the fraction dropped. */
export function stamp(moment: number): string {
  return new Date(moment).toISOString().replace(/\.?0{0,3}Z$/, 'Z');
}

/** ISO 8601 duration of a span in milliseconds, for instance `PT41M2.5S`. */
export function isoDuration(span: number): string {
  const seconds = (span % 60_000) / 1000;
  const minutes = Math.floor(span / 60_000) % 60;
  const hours = Math.floor(span / 3_600_000) % 24;
  const days = Math.floor(span / 86_400_000);
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
  return days || time ? `P${days ? `${days}D` : ''}${time && `T${time}`}` : 'PT0S';
}

const two = (value: number) => String(Math.floor(value)).padStart(2, '0');

/** `d.hh:mm:ss.fffffff`, as .NET prints what remains. */
export function timeSpan(span: number): string {
  const fraction = String((span % 1000) * 10_000).padStart(7, '0');
  return `${Math.floor(span / 86_400_000)}.${two((span / 3_600_000) % 24)}:${two((span / 60_000) % 60)}:${two((span / 1000) % 60)}.${fraction}`;
}

/** `2/3/2026 2:05:09 PM`, the form of dates in a job's attributes. */
export function usDate(moment: number): string {
  const date = new Date(moment);
  const hour = date.getUTCHours();
  const time = `${hour % 12 || 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`;
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()} ${time}`;
}

/** Reads a filter's `2026-01-31 01:05:09 PM` (UTC); undefined when it is no such time. */
export function filterMoment(value: string): number | undefined {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{2}):(\d{2}) (AM|PM)$/i.exec(value.trim());
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const afternoon = match[7]?.toUpperCase() === 'PM';
  return Date.UTC(year, month - 1, day, (hour % 12) + (afternoon ? 12 : 0), minute, second);
}
