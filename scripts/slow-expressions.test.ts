import { expect, it } from 'vitest';
import { isSlow, slowExpressions } from './slow-expressions.mjs';

it.each([/(https?:\/\/[^\s?'"]+)\?[^\s'"]*/g, /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, /\s+$/, /^(?:a+)+$/])(
  '%s is found to be slow',
  (expression) => {
    expect(isSlow(expression)).toBe(true);
  },
);

it.each([
  'apps/bff',
  'apps/portal',
  'packages/contracts',
  'packages/local-azure',
  'packages/retention',
  'packages/scripts',
  'packages/support-matrix',
])('%s has no expression that a text of others can hold up', (part) => {
  expect(slowExpressions(part)).toEqual([]);
});
