import { runInThisContext } from 'node:vm';
import { expect, it } from 'vitest';
import { toAscii } from './in-ascii.mjs';

const read = (code: string): unknown => runInThisContext(code);

it.each([`'a – b'`, '`${1} … \\n`', `"\\\\ä"`, `{ größe: 1 }`, `'𠮷'.replace(/[𠮷]/u, '€')`, `/* ü */ JSON.parse('"\\\\u00e9é"')`])(
  'writes %s in ASCII and means the same',
  (code) => {
    const ascii = toAscii(code);
    expect(ascii).toMatch(/^[\0-\x7F]*$/);
    expect(read(`(${ascii})`)).toEqual(read(`(${code})`));
  },
);

it('leaves ASCII alone', () => {
  expect(toAscii(`'\\u00e9' + "\\n"`)).toBe(`'\\u00e9' + "\\n"`);
});

it.each([`'\\é'`, `/\\é/`, 'String.raw`a\n–`'])('refuses %s, which an escape would change', (code) => {
  expect(() => toAscii(code)).toThrow('an escape would change');
});
