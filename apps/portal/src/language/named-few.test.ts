import { expect, test } from 'vitest';
import { german } from '../testing/texts';
import { formatsOf } from './formats';
import { namedFew } from './named-few';

const named = (count: number, inCase?: 'dative') =>
  namedFew(
    Array.from({ length: count }, (_, place) => `VM${place + 1}`),
    formatsOf('de'),
    german,
    inCase,
  );

test.each([
  [1, 'VM1'],
  [2, 'VM1 und VM2'],
  [11, 'VM1, VM2, VM3, VM4, VM5, VM6, VM7, VM8, VM9, VM10 und VM11'],
  [12, 'VM1, VM2, VM3, VM4, VM5, VM6, VM7, VM8, VM9, VM10 und 2 weitere'],
])('of %i machines a sentence names so many that it can still be read', (count, words) => {
  expect(named(count)).toBe(words);
});

test('the others are counted in the case that the sentence asks for', () => {
  expect(named(100, 'dative')).toMatch(/VM10 und 90 weiteren$/);
});
