import { linearExpression } from './linear-expression';
import { compare, differ, equal, hasTerm, toText } from './values';

type Test = (a: unknown, b: unknown) => boolean;

const ordered =
  (accept: (order: number) => boolean): Test =>
  (a, b) =>
    a != null && b != null && accept(compare(a, b));

const text =
  (test: (a: string, b: string) => boolean): Test =>
  (a, b) =>
    test(toText(a), toText(b));

const anyCase =
  (test: (a: string, b: string) => boolean): Test =>
  (a, b) =>
    test(toText(a).toLowerCase(), toText(b).toLowerCase());

const positive: Record<string, Test> = {
  '=~': (a, b) => a != null && b != null && toText(a).toLowerCase() === toText(b).toLowerCase(),
  '==': equal,
  has: anyCase(hasTerm),
  has_cs: text(hasTerm),
  contains: anyCase((a, b) => a.includes(b)),
  contains_cs: text((a, b) => a.includes(b)),
  startswith: anyCase((a, b) => a.startsWith(b)),
  startswith_cs: text((a, b) => a.startsWith(b)),
  endswith: anyCase((a, b) => a.endsWith(b)),
  endswith_cs: text((a, b) => a.endsWith(b)),
  hasprefix: anyCase((a, b) => a.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(b))),
};

/** Every operator that compares two values, by how it is written. */
export const comparisons = new Map<string, Test>([
  ...Object.entries(positive),
  ...Object.entries(positive)
    .filter(([name]) => /^[a-z]/.test(name))
    .map(([name, test]): [string, Test] => [`!${name}`, (a, b) => !test(a, b)]),
  ['!~', (a, b) => toText(a).toLowerCase() !== toText(b).toLowerCase()],
  ['!=', differ],
  ['matches regex', (a, b) => linearExpression(toText(b)).test(toText(a))],
  ['<', ordered((order) => order < 0)],
  ['<=', ordered((order) => order <= 0)],
  ['>', ordered((order) => order > 0)],
  ['>=', ordered((order) => order >= 0)],
]);
