import { expect, it } from 'vitest';
import { hasTag, tagNames, tagValue, tagValues } from './tags';

const all = [{ Tier: 'database', owner: 'adele' }, { tier: 'Database' }, { tier: 'web' }, {}, null];

it('names of tags are the same in any case, their values are not', () => {
  expect(tagNames(all)).toEqual(['owner', 'tier']);
  expect(tagValues(all, 'TIER')).toEqual(['database', 'Database', 'web']);
  expect(tagValue({ Tier: 'web' }, 'tier')).toBe('web');
});

it('one that has no such tag is found as that, and of one whose tags nobody sees nothing is said', () => {
  expect(all.map((tags) => hasTag(tags, { name: 'tier', value: null }))).toEqual([false, false, false, true, null]);
  expect(all.map((tags) => hasTag(tags, { name: 'tier', value: 'web' }))).toEqual([false, false, true, false, null]);
});

it('an empty value is a value', () => {
  expect(hasTag({ tier: '' }, { name: 'tier', value: null })).toBe(false);
});
