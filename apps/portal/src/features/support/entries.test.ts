import { RULES } from '@tresor/support-matrix';
import { PROBLEM_STATUS } from '@tresor/contracts/problem-codes';
import { expect, test } from 'vitest';
import { entryOf, helpEntries } from './entries';

test('the four rows of the article come first, in its order', () => {
  expect(
    helpEntries()
      .slice(0, 4)
      .map(({ id }) => id),
  ).toEqual(['bek-alone', 'key-vault-gone', 'key-and-secret-gone', 'not-authorized']);
});

test('every entry has an address of its own and says in both languages what is the matter and what to do', () => {
  const entries = helpEntries();
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  for (const { id, title, remedy, places } of entries) {
    for (const text of [title, remedy]) expect(text.de.length * text.en.length, id).toBeGreaterThan(0);
    expect(places.length, id).toBeGreaterThan(0);
  }
});

test('every problem and every rule can be looked up', () => {
  for (const code of [...Object.keys(PROBLEM_STATUS), ...RULES.map(({ id }) => id)]) expect(entryOf(code), code).toBeDefined();
});

test('a number of Azure leads to the code it stands for', () => {
  expect(entryOf('380008')?.id).toBe('AzureVmOffline');
  expect(entryOf('NoSuchCode')).toBeUndefined();
  expect(entryOf('NoSuchCode,conflict')?.id).toBe('conflict');
});
