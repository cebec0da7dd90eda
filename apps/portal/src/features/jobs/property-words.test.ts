import { expect, test } from 'vitest';
import { transferredOf } from './property-words';

test('what a task has moved is read from the words of Azure, and left alone where they are others', () => {
  expect(transferredOf('38 GBs / 127 GBs Transferred')).toEqual({ done: 38, total: 127 });
  expect(transferredOf('waiting for a free slot')).toBeNull();
});
