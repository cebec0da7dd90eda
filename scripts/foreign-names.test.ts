import { expect, it } from 'vitest';
import { foreignNames } from './foreign-names.mjs';

it.each([
  'apps/bff',
  'apps/portal',
  'packages/contracts',
  'packages/local-azure',
  'packages/retention',
  'packages/scripts',
  'packages/support-matrix',
])('%s asks no object for a name that others chose, other than by `own`', (part) => {
  expect(foreignNames(part)).toEqual([]);
});
