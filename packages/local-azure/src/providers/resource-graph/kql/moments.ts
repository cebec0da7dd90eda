/** Milliseconds of the units that a timespan is written in. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
]);

/** Milliseconds of a unit; undefined for a word that is none. */
export const unitOf = (word: string): number | undefined => UNITS.get(word);

/** A moment as the service writes it: all of one form, so that they compare as texts. Timespans are milliseconds. */
export const momentAt = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('Z', '0000Z');

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/;

const isMoment = (value: unknown): value is string => typeof value === 'string' && MOMENT.test(value);

/** `todatetime()`: a text of whatever form; without a zone UTC is meant. Null where it is no moment. */
export function toMoment(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d?-\d\d?/.test(value)) return null;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(value) || !value.includes(':') ? value : `${value}Z`;
  const milliseconds = Date.parse(zoned);
  return Number.isNaN(milliseconds) ? null : momentAt(milliseconds);
}

/** A moment and a timespan, or two moments; undefined where neither is meant. */
export function reckon(operator: string, left: unknown, right: unknown): string | number | null | undefined {
  if (!isMoment(left) || (operator !== '+' && operator !== '-')) return undefined;
  if (isMoment(right)) return operator === '-' ? Date.parse(left) - Date.parse(right) : null;
  if (typeof right !== 'number') return null;
  return momentAt(Date.parse(left) + (operator === '-' ? -right : right));
}

/** `bin()`: the last multiple of a size that is not beyond a value. */
export function bin(value: unknown, size: unknown): string | number | null {
  if (typeof size !== 'number' || size <= 0) return null;
  if (isMoment(value)) return momentAt(Math.floor(Date.parse(value) / size) * size);
  return typeof value === 'number' ? Math.floor(value / size) * size : null;
}
