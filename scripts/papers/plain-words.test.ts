import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** British spellings. Azure’s own “cancelled” is a fact, and stored. */
const BRITISH =
  /[Cc]olour|[Ll]icence|\borganisation|[Hh]onour|[Bb]ehaviour|[Rr]ecognise|[Ff]avourite|[Nn]eighbour|[Aa]uthorise|[Nn]ormalise|[Ss]ynchronise/;

/** Words that engineers use otherwise, or that nobody speaks; the glossary says what stands in their place. */
const AVOIDED = '(door|lane|bag|wish|whoever|anew)(?:s|es|ed)?(?![a-z_])';
const ALONE = new RegExp(`(?<![a-z])${AVOIDED}`, 'i');
const WITHIN = new RegExp(`(?<=[a-z])(?<!roperty)(Door|Lane|Bag|Wish|Whoever|Anew)s?(?![a-z])`);

/** Where they are named on purpose. */
const NAMED = ['apps/portal/src/language/english.test.ts', 'docs/glossary.md', 'scripts/papers/plain-words.test.ts'];

/** Azure's own names, and one that lies in stores: it is part of what an order is known by. */
const NOT_OURS = /\w*[pP]ropertyBag\w*|wish: request/g;

const isAvoided = (text: string) => ALONE.test(text) || WITHIN.test(text) || BRITISH.test(text);

it.each([
  'the one door',
  'SubscriptionLanes',
  'const bag = 1',
  'a wish',
  'Whoever asks',
  'begun anew',
  'restore-bag',
  'coloursOf',
  'a licence',
])('“%s” is found', (text) => {
  expect(isAvoided(text)).toBe(true);
});

it.each(['control plane', 'Planes', 'garbage', 'wishful', 'bag_pack', 'propertyBag', 'Ihrer Organisation'])(
  '“%s” is none of them',
  (text) => {
    expect(isAvoided(text.replace(NOT_OURS, ''))).toBe(false);
  },
);

it('code, comments and documents use the words of the field', () => {
  const files = globSync(['{apps,packages,bench,e2e,e2e-az,scripts,docs}/**/*.{ts,tsx,mjs,mts,md}', '*.md'], {
    exclude: (name) => /node_modules|^dist$|test-results/.test(name),
  });
  expect(files.length).toBeGreaterThan(1500);
  const found = files
    .filter((file) => !NAMED.includes(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, at) => (isAvoided(line.replace(NOT_OURS, '')) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
    );
  expect(found).toEqual([]);
});
