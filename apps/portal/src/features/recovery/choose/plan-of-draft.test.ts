import { resourceGroupName } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { draftOf, isAsFilledIn, isDirectoryByName, targetOf, wavesOf } from './plan-of-draft';

it.each(['DC01', 'NorthDC02', 'TestDC1', 'hq-dc-1', 'dc2', 'EU_DC'])('%s is taken for a domain controller', (name) => {
  expect(isDirectoryByName(name)).toBe(true);
});

it.each(['WebVM1', 'ABDCX1', 'OrdersSql01', 'broadcast', 'acdc', 'DCMonitor'])('%s is not', (name) => {
  expect(isDirectoryByName(name)).toBe(false);
});

it('domain controllers come first, and without one all come at once', () => {
  expect(wavesOf([{ name: 'Web1' }, { name: 'DC1' }]).map(({ wave }) => wave)).toEqual([2, 1]);
  expect(wavesOf([{ name: 'Web1' }, { name: 'Web2' }]).map(({ wave }) => wave)).toEqual([1, 1]);
});

const before: Parameters<typeof draftOf>[0] = {
  planId: '1c6f0d5e-8a0f-4c27-9d0c-0a4f0c8f6d11',
  revision: 1,
  name: 'Tonight',
  edition: 'current',
  machines: [],
  moment: { kind: 'newest' },
  target: { kind: 'as-it-was' },
  objectives: { rtoMinutes: 60, rpoMinutes: null },
  tagObjectives: [],
};

it('a change that was kept although its answer was lost is known by what it says, and not taken for one of somebody else', () => {
  const filledIn = { ...draftOf(before, []), name: 'Tomorrow ', group: 'typed-before-another-target-was-chosen' };
  expect(isAsFilledIn({ ...before, name: 'Tomorrow', revision: 2 }, [], filledIn)).toBe(true);
  expect(isAsFilledIn({ ...before, name: 'Of Alex', revision: 2 }, [], filledIn)).toBe(false);
  const apart = { kind: 'as-it-was', withoutProximityGroup: true } as const;
  expect(isAsFilledIn({ ...before, name: 'Tomorrow', target: apart, revision: 2 }, [], filledIn)).toBe(false);
});

it.each([{ kind: 'as-it-was' }, { kind: 'group', group: resourceGroupName.parse('RestoreRG') }] as const)(
  'machines stay without their old proximity placement groups and tags where that was chosen, whatever the target: $kind',
  (place) => {
    for (const target of [place, { ...place, withoutProximityGroup: true } as const, { ...place, withoutTags: true } as const])
      expect(targetOf(draftOf({ ...before, target }, []))).toEqual(target);
  },
);

it('in isolation nothing is said of proximity placement groups and tags', () => {
  const draft = { ...draftOf(before, []), target: 'isolated', withoutProximityGroup: true, withoutTags: true } as const;
  expect(targetOf(draft)).toEqual({ kind: 'isolated' });
});

it('tags that are added stay, whatever the target, but for rows in which nothing is typed', () => {
  const addedTags = [{ name: 'owner', value: 'IT' }];
  const draft = { ...draftOf(before, []), addedTags: [...addedTags, { name: '', value: '' }] };
  expect(targetOf(draft)).toEqual({ kind: 'as-it-was', addedTags });
  expect(targetOf({ ...draft, target: 'isolated' })).toEqual({ kind: 'isolated', addedTags });
  expect(draftOf({ ...before, target: { kind: 'isolated', addedTags } }, []).addedTags).toEqual(addedTags);
});
