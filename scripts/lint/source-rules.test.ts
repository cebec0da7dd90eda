import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignNames } from './foreign-names.mjs';
import { isSlow, slowExpressions } from './slow-expressions.mjs';
import { closeSources } from './source-nodes.mjs';

it.each([/(https?:\/\/[^\s?'"]+)\?[^\s'"]*/g, /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, /^(?:a+)+$/])('%s is found to be slow', (expression) => {
  expect(isSlow(expression)).toBe(true);
});

describe.each([
  'apps/bff',
  'apps/portal',
  'packages/contracts',
  'packages/local-azure',
  'packages/retention',
  'packages/scripts',
  'packages/support-matrix',
])('%s', (part) => {
  let names: string[];

  beforeAll(() => {
    names = foreignNames(part);
  });

  afterAll(() => closeSources(part));

  it('asks no object for a name that others chose, other than by `own`', () => {
    expect(names).toEqual([]);
  });

  it('has no expression that a text of others can hold up', () => {
    expect(slowExpressions(part)).toEqual([]);
  });
});
