import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { helpEntries } from './entries';
import { SYNONYMS, withSynonyms } from '../../words/synonyms';

const glossary = readFileSync(new URL('../../../../../docs/glossary.md', import.meta.url), 'utf8');
const helped = helpEntries()
  .flatMap(({ title, cause, remedy, note }) => [title, cause, remedy, note].map((part) => part?.de ?? ''))
  .join('\n')
  .toLowerCase();

test.each(SYNONYMS.flatMap(([word, ...synonyms]) => synonyms.map((synonym) => [synonym, word])))(
  'somebody who types “%s” finds what is written “%s”, as the glossary says',
  (synonym, word) => {
    expect(withSynonyms(`… ${word} …`)).toContain(synonym);
    expect(glossary).toContain(synonym);
    expect(helped).toContain(word.toLowerCase());
  },
);

test('what has no synonym stays as it is', () => {
  expect(withSynonyms('DefaultPolicy')).toBe('DefaultPolicy');
});
