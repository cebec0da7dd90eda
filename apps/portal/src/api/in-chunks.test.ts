import type { StepNeed, StepRights } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { inChunks } from './in-chunks';
import { mergeRights } from './merge-rights';
import { lacking } from '../testing/lacking';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `kv${index}`);

test.each([0, 1, 100, 101, 400, 2_345])('of %i ids none is lost, and no call has more than a hundred', async (count) => {
  const asked: string[][] = [];
  const answers = await inChunks(ids(count), async (some) => {
    asked.push(some);
    return some;
  });
  expect(answers.flat()).toEqual(ids(count));
  expect(Math.max(...asked.map(({ length }) => length))).toBeLessThanOrEqual(100);
});

test('a call that fails fails the question: nothing is cut silently', async () => {
  await expect(
    inChunks(ids(300), (some) => (some.includes('kv150') ? Promise.reject(new Error('no')) : Promise.resolve())),
  ).rejects.toThrow('no');
});

const need = (place: StepNeed['place'], missingAt: string[], asked: number): StepNeed => ({
  place,
  plane: 'control',
  action: 'read',
  asked,
  missingAt,
  hiddenAt: [],
  groups: [],
});

test('rights in many key vaults are one answer; what was asked with each of them counts once', () => {
  const answer = (keyVaults: string[]): StepRights[] => [
    {
      step: 'restore-keys',
      needs: [need('vault', ['vault'], 1), need('key-vault', keyVaults, 100)],
      missing: [lacking('vault'), ...keyVaults.map((id) => lacking(id))],
    },
  ];
  expect(mergeRights([answer(['a']), answer([]), answer(['b'])])).toEqual([
    {
      step: 'restore-keys',
      needs: [need('vault', ['vault'], 1), need('key-vault', ['a', 'b'], 300)],
      missing: [lacking('vault'), lacking('a'), lacking('b')],
    },
  ]);
});
