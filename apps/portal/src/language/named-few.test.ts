import { expect, test } from 'vitest';
import { formatsOf } from './formats';
import { formatMessage } from './messages';
import { namedFew } from './named-few';
import type { Text } from './use-text';

const text: Text = (message, ...values) => formatMessage('de', message, ...values);
const named = (count: number, inCase?: 'dative') =>
  namedFew(
    Array.from({ length: count }, (_, place) => `VM${place + 1}`),
    formatsOf('de'),
    text,
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
