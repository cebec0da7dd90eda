import { expect, test } from 'vitest';

/** The words that the glossary forbids in the English of the screens. */
const AVOIDED: ReadonlyArray<readonly [word: string, pattern: RegExp]> = [
  ['anew, once more (again)', /\banew\b|\bonce more\b/i],
  ['whoever, whomever (anyone who)', /\bwho(?:m)?ever\b/i],
  ['somebody, nobody, everybody (someone, no one, everyone)', /\b(?:some|no|every)body\b/i],
  ['meanwhile (in the meantime, since)', /\bmeanwhile\b/i],
  ['is being … by (the active voice)', /\b(?:is|are) being \w+(?: \w+)? by\b/i],
  ['backup data are (is)', /\bbackup data(?: of \{\w+\}| of this \w+(?: \w+)?)? (?:are|were)\b/i],
  ['not to be seen (can’t be shown)', /\bnot to be \w+/i],
  ['you lack, it lacks (don’t have, is missing)', /(?<!\{)\black(?:s|ing)?\b/i],
  ['you may not (you can’t, you don’t have permission to)', /\byou may\b/i],
  ['at present (currently)', /\bat present\b/i],
  ['by itself (automatically, on its own)', /\bby itself\b/i],
  ['any more, without a number (anymore)', /\bany more\b/i],
  [
    'in British spelling (the status words of Azure, with a capital, are facts)',
    /\b(?:cancelled|cancelling|fulfils?|licences?|catalogue)\b|\b(?:colour|behaviour|honour|favour|neighbour|(?:author|organ|recogn|synchron|minim|normal)is(?:e|ing|ation))/,
  ],
  ['a straight apostrophe (’)', /[a-z]'(?:t|s|re|ve|ll)\b/i],
];

const sources = Object.values(
  import.meta.glob<string>(['../**/*.{ts,tsx}', '../../../../packages/*/src/**/*.ts', '!../../../../**/*.test.*'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
const LITERAL = /\ben:\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`]*)`)/g;
const texts = sources.flatMap((source) =>
  [...source.matchAll(LITERAL)].map(([, single, double, plain]) => single ?? double ?? plain ?? ''),
);

test('the English of every screen is read', () => {
  expect(texts).toContain('Create Recovery Services vault');
  expect(texts.length).toBeGreaterThan(3000);
});

test.each(AVOIDED)('no English text says %s', (_word, pattern) => {
  expect(texts.filter((text) => pattern.test(text))).toEqual([]);
});
