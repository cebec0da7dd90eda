const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** Azure writes moments with up to seven decimals, sometimes without zone, and `0001…` or `2001-01-01` where nothing happened yet. */
export function momentOf(text: string | null | undefined): string | null {
  if (!text || text.startsWith('0001-01-01') || text.startsWith('2001-01-01T00:00:00')) return null;
  if (UTC.test(text)) return text;
  const milliseconds = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}

const ISO_DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
/** As .NET writes a span of time; jobs had it until 2016, and what is left until a purge has it today. */
const TIME_SPAN = /^(?:(\d+)\.)?(\d\d):(\d\d):(\d\d(?:\.\d+)?)$/;

/** Whole seconds of a duration in either form; null where it is none. */
export function secondsOf(duration: string | null | undefined): number | null {
  const match = ISO_DURATION.exec(duration ?? '') ?? TIME_SPAN.exec(duration ?? '');
  if (!match) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return Math.floor(days * 86_400 + hours * 3_600 + minutes * 60 + seconds);
}

const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d\d):(\d\d) (AM|PM)$/i;

/** `2/3/2026 2:05:09 PM`, UTC; null where the text is none. */
export function usMoment(text: string | null): string | null {
  const [, month, day, year, hour, minute, second, half] = US_DATE.exec(text ?? '') ?? [];
  if (half === undefined) return null;
  const hours = (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(second))).toISOString();
}

/** A moment as Azure Backup's filters want it: `2026-01-31 09:05:00 PM`, UTC. */
export function azureMoment(milliseconds: number): string {
  const iso = new Date(milliseconds).toISOString();
  const hour = Number(iso.slice(11, 13));
  const twelve = String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, '0');
  return `${iso.slice(0, 10)} ${twelve}${iso.slice(13, 19)} ${hour < 12 ? 'AM' : 'PM'}`;
}
