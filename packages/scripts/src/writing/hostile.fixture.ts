import * as fc from 'fast-check';

/** Names that once ran as code somewhere, and the characters they are made of. */
export const HOSTILE_NAMES = [
  "'; rm -rf ~; '",
  '$(touch owned)',
  '`touch owned`',
  '${IFS}',
  '\u2019; Remove-Item C:\\ -Recurse; \u2018',
  '\u201Aa\u201Bb\u2018c\u2019d',
  "''",
  "'\u2019'",
  '"$env:TEMP"',
  '-rf',
  '@file',
  '--%',
  '%PATH%',
  '!!',
  '~',
  '*',
  '\\',
  "\\'",
  '#',
  '<#',
  'a&b|c>d',
  'Prüf-VM 本番 🔐',
  ' ',
  '',
] as const;

const character = fc.constantFrom(...Array.from('\'"`$(){}[]\\;&|<>#!%@~*?-= aä本🔐\u2018\u2019\u201A\u201B\u201C\u201D'));

/** Anything a script may hold, the dangerous things more often. */
export const hostileName = fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ unit: character, maxLength: 24 }));

/** A text with something in it that no script may hold. */
export const unwritable = fc
  .tuple(
    fc.string(),
    fc.constantFrom('\0', '\n', '\r', '\t', '\u0085', '\u001b', '\u2028', '\u2029', '\u202E', '\uFEFF', '\uD800'),
    fc.string(),
  )
  .map((parts) => parts.join(''));
