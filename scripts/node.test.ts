import { expect, it } from 'vitest';
import { isNewEnough } from './node.mjs';

it.each([
  ['22.20.0', false],
  ['24.4.1', false],
  ['24.5.0', true],
  ['24.11.0', true],
  ['26.0.0', true],
])('Node %s is new enough: %s', (version, isIt) => {
  expect(isNewEnough(version)).toBe(isIt);
});
