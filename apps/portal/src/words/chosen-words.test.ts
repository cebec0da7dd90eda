import { expect, test } from 'vitest';
import { formatsOf } from '../language/formats';
import { chosenWords } from './chosen-words';

const german = (about: Record<string, string>) =>
  chosenWords(about, ({ de }) => de, formatsOf('de')).map(({ value }) => value.replaceAll(/\s/g, ' '));

test('moments are said in the language, wherever they stand in what was recorded', () => {
  const [until, kept] = german({ retainUntil: '2026-12-30T12:00:00Z', kept: 'keys-2026.json (2026-12-07T14:55:06.000Z), other.json' });
  expect(until).toMatch(/^30\.12\.2026, \d\d:\d\d /);
  expect(kept).toMatch(/^keys-2026\.json \(07\.12\.2026, \d\d:\d\d [^)]+\), other\.json$/);
});

test('what Azure names by a code is said in words, and an id by what people call it', () => {
  expect(
    german({ storageReplication: 'GeoRedundant', storageAccountId: '/subscriptions/1/resourceGroups/rg/providers/p/t/staging' }),
  ).toEqual(['Georedundant (GRS)', 'staging']);
});
