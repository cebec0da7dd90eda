import { linearExpression } from './linear-expression';
import { bin, toMoment, unitOf } from './moments';
import { isObject, put, toNumber, toText, type Row } from './values';

/** Scalar functions over values already computed; absent arguments are undefined. */
type ScalarFunction = (...args: unknown[]) => unknown;

const lower: ScalarFunction = (text) => toText(text).toLowerCase();
const whole: ScalarFunction = (value) => {
  const number = toNumber(value);
  return number === null ? null : Math.trunc(number);
};

const parseJson: ScalarFunction = (value) => {
  if (typeof value !== 'string') return value ?? null;
  try {
    const parsed: unknown = JSON.parse(value);
    return parsed;
  } catch {
    return value;
  }
};

const toBool: ScalarFunction = (value) => {
  if (typeof value === 'number') return value !== 0;
  const text = toText(value).toLowerCase();
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : null;
};

const pack: ScalarFunction = (...pairs) => {
  const packed: Row = {};
  for (let i = 0; i < pairs.length; i += 2) put(packed, toText(pairs[i]), pairs[i + 1] ?? null);
  return packed;
};

/** The service accepts function names as written here only. */
export const functions = new Map<string, ScalarFunction>([
  ['tolower', lower],
  ['toupper', (text) => toText(text).toUpperCase()],
  ['tostring', toText],
  ['toint', whole],
  ['tolong', whole],
  ['todouble', toNumber],
  ['toreal', toNumber],
  ['tobool', toBool],
  ['todynamic', parseJson],
  ['parse_json', parseJson],
  ['dynamic', parseJson],
  ['todatetime', toMoment],
  ['startofday', (value) => bin(value, unitOf('d'))],
  ['bin', bin],
  ['isempty', (value) => toText(value) === ''],
  ['isnotempty', (value) => toText(value) !== ''],
  ['isnull', (value) => value == null],
  ['isnotnull', (value) => value != null],
  ['not', (value) => (value == null ? null : value !== true)],
  ['strcat', (...parts) => bounded(parts.map(toText).join(''))],
  ['strlen', (text) => toText(text).length],
  ['split', split],
  ['substring', substring],
  ['trim', trim],
  ['replace_string', (text, what, by) => bounded(toText(text).replaceAll(toText(what), toText(by)))],
  ['indexof', (text, what) => toText(text).indexOf(toText(what))],
  ['extract', (pattern, group, text) => linearExpression(toText(pattern)).exec(toText(text))?.[toNumber(group) ?? 0] ?? ''],
  ['array_length', (list) => (Array.isArray(list) ? list.length : null)],
  ['pack_array', (...items) => items.map((item) => item ?? null)],
  ['bag_keys', (value) => (isObject(value) ? Object.keys(value) : null)],
  ['pack', pack],
  ['bag_pack', pack],
  ['max_of', (...items) => Math.max(...items.map((item) => toNumber(item) ?? -Infinity))],
  ['min_of', (...items) => Math.min(...items.map((item) => toNumber(item) ?? Infinity))],
]);

/** The most characters of a value of the service's. */
const MOST_CHARACTERS = 1024 * 1024;

const bounded = (text: string): string => text.slice(0, MOST_CHARACTERS);

function trim(pattern: unknown, text: unknown): string {
  const what = `(?:${toText(pattern)})+`;
  return toText(text)
    .replace(linearExpression(`^${what}`), '')
    .replace(linearExpression(`${what}$`), '');
}

function split(text: unknown, separator: unknown, index?: unknown): unknown {
  const parts = toText(text).split(toText(separator));
  const wanted = toNumber(index);
  return wanted === null ? parts : parts.slice(wanted, wanted + 1);
}

function substring(text: unknown, start: unknown, length?: unknown): string {
  const from = Math.max(0, toNumber(start) ?? 0);
  const size = toNumber(length);
  return toText(text).slice(from, size === null ? undefined : from + size);
}
