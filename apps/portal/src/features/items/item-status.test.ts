import { expect, test } from 'vitest';
import { itemStatus } from './item-status';

test('before the first backup the status is the warning the documentation names', () => {
  const { status, word } = itemStatus({ protectionState: 'IRPending', lastBackupStatus: null });
  expect(status).toBe('warning');
  expect(word).toMatchObject({ de: 'Warnung (anfängliche Sicherung steht aus)', en: 'Warning (Initial backup pending)' });
});

test('a first backup that failed is a failure, not a pending one', () => {
  expect(itemStatus({ protectionState: 'IRPending', lastBackupStatus: 'Failed' }).status).toBe('error');
});

test('a word of Azure that is not known is shown as it is', () => {
  expect(itemStatus({ protectionState: 'Protected', lastBackupStatus: 'Quiesced' })).toEqual({ status: 'unknown', word: 'Quiesced' });
});
