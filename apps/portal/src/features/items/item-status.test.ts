import { expect, test } from 'vitest';
import { itemStatus } from './item-status';

const there = { deletedAt: null };

test('before the first backup the status is the warning the documentation names', () => {
  const { status, word } = itemStatus({ ...there, protectionState: 'IRPending', lastBackupStatus: null });
  expect(status).toBe('warning');
  expect(word).toMatchObject({ de: 'Warnung (anfängliche Sicherung steht aus)', en: 'Warning (Initial backup pending)' });
});

test('a first backup that failed is a failure, not a pending one', () => {
  expect(itemStatus({ ...there, protectionState: 'IRPending', lastBackupStatus: 'Failed' }).status).toBe('error');
});

test('a word of Azure that is not known is shown as it is', () => {
  expect(itemStatus({ ...there, protectionState: 'Protected', lastBackupStatus: 'Quiesced' })).toEqual({
    id: 'Quiesced',
    status: 'unknown',
    word: 'Quiesced',
  });
});

test('of an item whose data was deleted nothing else is told', () => {
  const { word } = itemStatus({ deletedAt: '2017-01-19T08:00:00Z', protectionState: 'ProtectionStopped', lastBackupStatus: 'Completed' });
  expect(word).toMatchObject({ de: 'Daten gelöscht', en: 'Data deleted' });
});

test('a machine that is gone is called gone, however its last backup went', () => {
  const { status, word } = itemStatus({ ...there, protectionState: 'Protected', lastBackupStatus: 'Completed', machine: 'gone' });
  expect(status).toBe('error');
  expect(word).toMatchObject({ de: 'Virtueller Computer fehlt', en: 'Virtual machine is missing' });
});

test.each([
  ['ProtectionStopped', 'Backup stopped'],
  ['BackupsSuspended', 'Backup stopped, points expire'],
  ['ProtectionPaused', 'Backup paused'],
])('what is %s is named, however well its last backup went', (protectionState, en) => {
  const { status, word } = itemStatus({ ...there, protectionState, lastBackupStatus: 'Completed' });
  expect(status).toBe('warning');
  expect(word).toMatchObject({ en });
});

test('a state that is not known is never a success', () => {
  const status = itemStatus({ ...there, protectionState: 'AWordOfTomorrow', lastBackupStatus: 'Completed' });
  expect(status).toEqual({ id: 'AWordOfTomorrow', status: 'unknown', word: 'AWordOfTomorrow' });
});

test('a first backup that will fail is told before it is tried', () => {
  const firstBackupFailure = { lacking: [], missing: [], broken: [] };
  const { id, status, word } = itemStatus({ ...there, protectionState: 'IRPending', lastBackupStatus: null, firstBackupFailure });
  expect([id, status]).toEqual(['firstBackupFails', 'warning']);
  expect(word).toMatchObject({ de: 'Geschützt, erste Sicherung schlägt fehl', en: 'Protected, first backup will fail' });
});
