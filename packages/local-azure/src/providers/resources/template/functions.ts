import { createHash } from 'node:crypto';
import { record } from '../../../world/json';
import { TemplateError } from './template-error';

type Value = unknown;
type TemplateFunction = (...args: Value[]) => Value;

const words = (value: Value): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

function concat(...args: Value[]): Value {
  return Array.isArray(args[0]) ? args.flat() : args.map(words).join('');
}

const isEmpty = (value: Value): boolean =>
  value === undefined || value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

function contains(container: Value, item: Value): boolean {
  if (Array.isArray(container)) return container.includes(item);
  if (typeof container === 'string') return container.toLowerCase().includes(words(item).toLowerCase());
  return Object.keys(record(container)).some((name) => name.toLowerCase() === words(item).toLowerCase());
}

function elementOf(value: Value, place: number): Value {
  return Array.isArray(value) || typeof value === 'string' ? (value as readonly unknown[] | string).at(place) : undefined;
}

const lengthOf = (value: Value): number =>
  Array.isArray(value) || typeof value === 'string' ? value.length : Object.keys(record(value)).length;

/** 13 characters that are always the same for the same words. */
const uniqueString = (...args: Value[]): string =>
  BigInt(`0x${createHash('sha256').update(args.map(words).join('|')).digest('hex')}`)
    .toString(36)
    .slice(0, 13);

/** A GUID that is always the same for the same words. */
function guidOf(...args: Value[]): string {
  const hex = createHash('sha256').update(args.map(words).join('-')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

const firstOf = (value: Value, count: number): Value =>
  Array.isArray(value) || typeof value === 'string' ? value.slice(0, Math.max(0, count)) : undefined;

const withoutFirst = (value: Value, count: number): Value =>
  Array.isArray(value) || typeof value === 'string' ? value.slice(Math.max(0, count)) : undefined;

function createObject(...args: Value[]): Value {
  if (args.length % 2 !== 0) throw new TemplateError('createObject() takes names and values in pairs.');
  return Object.fromEntries(Array.from({ length: args.length / 2 }, (_, i) => [words(args[2 * i]), args[2 * i + 1]]));
}

function format(pattern: Value, ...args: Value[]): string {
  return words(pattern).replaceAll(/\{(\d+)(?:[^{}\d][^{}]*)?\}/g, (_, place: string) => words(args[Number(place)] ?? ''));
}

function split(text: Value, separators: Value): string[] {
  const [first = '', ...others] = [separators].flat().map(words);
  return others.reduce((joined, other) => joined.replaceAll(other, first), words(text)).split(first);
}

function parseJson(text: Value): Value {
  try {
    const parsed: unknown = JSON.parse(words(text));
    return parsed;
  } catch {
    throw new TemplateError(`json() was given something that is not JSON: ${words(text)}.`);
  }
}

const MOST_OF_A_RANGE = 10_000;

function range(from: Value, count: Value): number[] {
  const [first, length] = [Number(from), Number(count)];
  if (Number.isInteger(first) && Number.isInteger(length) && length >= 0 && length <= MOST_OF_A_RANGE)
    return Array.from({ length }, (_, i) => first + i);
  throw new TemplateError(`The template language function 'range' takes an integer and a count of 0 to ${MOST_OF_A_RANGE}.`);
}

/** Functions of the template language that need nothing but their arguments, by lower-case name. */
export const functions: Record<string, TemplateFunction> = {
  concat,
  tolower: (text) => words(text).toLowerCase(),
  toupper: (text) => words(text).toUpperCase(),
  trim: (text) => words(text).trim(),
  string: words,
  int: Number,
  bool: (value) => value === true || words(value).toLowerCase() === 'true',
  format,
  replace: (text, from, to) => words(text).replaceAll(words(from), words(to)),
  substring: (text, from, length) => words(text).slice(Number(from), length === undefined ? undefined : Number(from) + Number(length)),
  split,
  startswith: (text, part) => words(text).toLowerCase().startsWith(words(part).toLowerCase()),
  endswith: (text, part) => words(text).toLowerCase().endsWith(words(part).toLowerCase()),
  uniquestring: uniqueString,
  guid: guidOf,
  base64: (text) => Buffer.from(words(text)).toString('base64'),
  json: parseJson,
  empty: isEmpty,
  length: lengthOf,
  first: (value) => elementOf(value, 0),
  last: (value) => elementOf(value, -1),
  contains,
  take: (value, count) => firstOf(value, Number(count)),
  skip: (value, count) => withoutFirst(value, Number(count)),
  createarray: (...args) => args,
  createobject: createObject,
  array: (value) => [value].flat(),
  union: (...args) => (Array.isArray(args[0]) ? [...new Set(args.flat())] : Object.assign({}, ...args.map(record))),
  range,
  add: (a, b) => Number(a) + Number(b),
  sub: (a, b) => Number(a) - Number(b),
  mul: (a, b) => Number(a) * Number(b),
  div: (a, b) => Math.trunc(Number(a) / Number(b)),
  mod: (a, b) => Number(a) % Number(b),
  equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  greater: (a, b) => Number(a) > Number(b),
  less: (a, b) => Number(a) < Number(b),
  not: (value) => value !== true,
  and: (...args) => args.every((value) => value === true),
  or: (...args) => args.includes(true),
  true: () => true,
  false: () => false,
  null: () => null,
  coalesce: (...args) => args.find((value) => value !== null && value !== undefined) ?? null,
};
