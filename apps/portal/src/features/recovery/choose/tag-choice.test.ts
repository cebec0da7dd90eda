import { expect, it } from 'vitest';
import { choicesOf, isOfTag, namesIn, type TagChoice } from './tag-choice';

const items = [
  { tags: { tier: 'web' } },
  { tags: { Tier: 'web', owner: 'adele' } },
  { tags: { tier: 'database' } },
  { tags: {} },
  { tags: null },
];

it('every value of a tag can be chosen, and those without it, and those of which nobody knows', () => {
  expect(namesIn(items)).toEqual(['owner', 'tier']);
  expect(choicesOf(items, 'tier').map(({ choice, count }) => [choice.with, count])).toEqual([
    [{ kind: 'any' }, 3],
    [{ kind: 'value', value: 'database' }, 1],
    [{ kind: 'value', value: 'web' }, 2],
    [{ kind: 'none' }, 1],
    [{ kind: 'unseen' }, 1],
  ]);
});

it('every machine is in sight exactly once: with a value, without the tag, or not seen', () => {
  for (const name of ['tier', 'owner', 'nobody']) {
    const parts = choicesOf(items, name).filter(({ choice }) => choice.with.kind !== 'any');
    for (const item of items) expect(parts.filter(({ choice }) => isOfTag(item, choice))).toHaveLength(1);
  }
});

it('what is not there cannot be chosen', () => {
  const kinds = choicesOf([{ tags: { tier: 'web' } }], 'tier').map(({ choice }) => choice.with.kind);
  expect(kinds).toEqual(['any', 'value']);
  expect(isOfTag({ tags: null }, null)).toBe(true);
  expect(isOfTag({ tags: null }, { name: 'tier', with: { kind: 'any' } } satisfies TagChoice)).toBe(false);
});
