export type Row = Record<string, unknown>;

/** Whether a value is an object of named values (and not a list). */
export const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Writes a column under whatever name a query gives it: `__proto__`, too, is a name like another. */
export function put(row: Row, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(row, name, { value, configurable: true, enumerable: true, writable: true });
  else row[name] = value;
}

/** `tostring()`: what is absent becomes the empty string, objects and lists become JSON. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

/** A number, or null where the value is none. */
export function toNumber(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** Sorts nulls first, then numbers, then text; text by code point, as the service does. */
export function compare(a: unknown, b: unknown): number {
  if (a == null || b == null) return (a == null ? 0 : 1) - (b == null ? 0 : 1);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = toText(a);
  const right = toText(b);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Equality of scalars by value, of objects and lists by their JSON; nothing equals null. */
export function equal(a: unknown, b: unknown): boolean {
  if (a == null || b == null) return false;
  if (typeof a === 'object' || typeof b === 'object') return toText(a) === toText(b);
  if (typeof a === typeof b) return a === b;
  return typeof a === 'boolean' || typeof b === 'boolean'
    ? toText(a).toLowerCase() === toText(b).toLowerCase()
    : toNumber(a) === toNumber(b);
}

/** One text for each distinct value; distinguishes 1 from '1'. */
export const keyOf = (value: unknown): string => (typeof value === 'string' ? `'${value}` : toText(value));

/** Two nulls are neither equal nor different; a null differs from everything else. */
export const differ = (a: unknown, b: unknown): boolean => (a == null && b == null ? false : !equal(a, b));

const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Whether the term stands in the text as a word of its own, in any case. */
export function hasTerm(text: string, term: string): boolean {
  if (term === '') return true;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + term.length])) return true;
  }
  return false;
}
