import { expect, test } from 'vitest';
import { keyVaultAccessOf } from '../../testing/key-vault-access';
import { virtualMachineOf } from '../../testing/virtual-machine';
import { formatsOf } from '../../language/formats';
import { formatMessage } from '../../language/messages';
import type { Text } from '../../language/use-text';
import { willFail } from './failure-words';
import { awaitsFirstBackup, firstBackupFailuresOf } from './first-backup-failures';

const text: Text = (message, ...values) => formatMessage('en', message, ...values);
const closed = keyVaultAccessOf('ClosedKV');
const open = keyVaultAccessOf('OpenKV', { state: 'granted', lacking: [] });
const machine = (name: string, kind: 'bek' | 'bek-kek', keyVaultId: string) =>
  virtualMachineOf(name, { encryption: { kind, pass: 'dual', keyVaultIds: [keyVaultId] } });

const said = (found: ReturnType<typeof firstBackupFailuresOf>) =>
  [...found.values()].map((failure) => willFail(failure, text, formatsOf('en')));

test('a first backup that cannot read its keys is told by machine, with the key vault', () => {
  const found = firstBackupFailuresOf(
    [machine('Closed', 'bek-kek', closed.id.toUpperCase()), machine('Open', 'bek-kek', open.id)],
    [closed, open],
    [],
  );
  expect(said(found)).toEqual(['Protected, first backup will fail: Azure Backup is missing permissions in ClosedKV']);
});

test('permissions for keys are not asked for where no key encrypts the secret', () => {
  const half = keyVaultAccessOf('HalfKV', { lacking: ['keys/get'] });
  expect(firstBackupFailuresOf([machine('Bek', 'bek', half.id)], [half], [])).toEqual(new Map());
  expect(firstBackupFailuresOf([machine('Kek', 'bek-kek', half.id)], [half], []).size).toBe(1);
});

test('a key vault or a key that is not there is told, too', () => {
  const gone = keyVaultAccessOf('GoneKV', { state: 'missing', lacking: [] });
  const [lost, disabled] = [machine('Lost', 'bek-kek', gone.id), machine('Disabled', 'bek-kek', open.id)];
  const broken = [{ machine: disabled, link: 'key' as const, name: 'kek', state: 'disabled' as const }];
  expect(said(firstBackupFailuresOf([lost, disabled], [gone, open], broken))).toEqual([
    'Protected, first backup will fail: GoneKV no longer exists',
    'Protected, first backup will fail: Key (KEK) kek: disabled',
  ]);
});

test('what nobody can see is no failure', () => {
  const unseen = keyVaultAccessOf('UnseenKV', { state: 'unreadable', lacking: [] });
  expect(firstBackupFailuresOf([machine('Unseen', 'bek-kek', unseen.id)], [unseen], [])).toEqual(new Map());
});

test.each([
  ['nothing was tried yet', {}, true],
  ['the first backup failed already', { lastBackupStatus: 'Failed' }, false],
  ['it is backed up', { protectionState: 'Protected', lastBackupStatus: 'Completed' }, false],
  ['its machine is gone', { machine: 'gone' as const }, false],
  ['its data was deleted', { deletedAt: '2017-01-19T08:00:00Z' }, false],
])('a first backup is still ahead of an item or not: %s', (_, change, expected) => {
  expect(awaitsFirstBackup({ protectionState: 'IRPending', lastBackupStatus: null, deletedAt: null, ...change })).toBe(expected);
});
