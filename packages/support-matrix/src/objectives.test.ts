import { expect, it } from 'vitest';
import { objectivesOf } from './objectives';

const ofAll = { rtoMinutes: 480, rpoMinutes: 1440 };
const byTag = [
  { tag: { name: 'tier', value: 'database' }, rtoMinutes: 60, rpoMinutes: null },
  { tag: { name: 'application', value: 'orders' }, rtoMinutes: 120, rpoMinutes: 240 },
  { tag: { name: 'tier', value: null }, rtoMinutes: 2880, rpoMinutes: null },
];
const of = (tags: Record<string, string> | null) => objectivesOf(tags, ofAll, byTag);

it('the strictest of its tags counts, each kind by itself', () => {
  expect(of({ tier: 'database', application: 'orders' })).toEqual({ rtoMinutes: 60, rpoMinutes: 240 });
  expect(of({ Tier: 'database' })).toEqual({ rtoMinutes: 60, rpoMinutes: 1440 });
});

it('a tag may ask for less than is wanted of all, and so may the lack of one', () => {
  expect(of({})).toEqual({ rtoMinutes: 2880, rpoMinutes: 1440 });
  expect(of({ tier: 'web' })).toEqual(ofAll);
});

it('of a machine whose tags nobody has seen it is not known, unless tags do not matter', () => {
  expect(of(null)).toBeNull();
  expect(objectivesOf(null, ofAll, [])).toEqual(ofAll);
});
