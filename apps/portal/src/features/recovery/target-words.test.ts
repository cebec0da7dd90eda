import { resourceGroupName, type RecoveryTarget } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { english } from '../../testing/texts';
import { targetWords } from './target-words';

const group = resourceGroupName.parse('RestoreRG');

const OWNER: NonNullable<RecoveryTarget['addedTags']> = [{ name: 'owner', value: 'IT' }];

it.each([
  [{ kind: 'as-it-was' }, 'as it was'],
  [{ kind: 'group', group }, 'resource group RestoreRG'],
  [
    { kind: 'group', group, withoutProximityGroup: true },
    'resource group RestoreRG, without the old virtual machines’ proximity placement groups',
  ],
  [
    { kind: 'group', group, withoutProximityGroup: true, withoutTags: true },
    'resource group RestoreRG, without the old virtual machines’ proximity placement groups, without the old virtual machines’ tags',
  ],
  [{ kind: 'isolated', addedTags: OWNER }, 'isolated, not connected to any other network, with the tags owner: IT'],
  [{ kind: 'as-it-was', withoutTags: true }, 'as it was, without the old virtual machines’ tags'],
] as const)('the target %o is said in words', (target, words) => {
  expect(targetWords(target, english)).toBe(words);
});
