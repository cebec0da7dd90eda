import { expect, test } from 'vitest';
import { itemInVaultOf } from '../testing/backup-item';
import { attentionOf, restoreTroubleOf } from './attention-of';

const of = { keyChain: null, alone: false, pass: 'single' as const, openDisks: { encrypted: [], untold: [], plain: [] } };
const step = { kind: 'command', step: 'machine', command: 'create-machine' } as const;

test('a first backup that will fail needs somebody, after those that have failed', () => {
  const firstBackupFailure = { lacking: [], missing: [], broken: [] };
  const pending = { protectionState: 'IRPending', lastBackupStatus: null };
  const items = [
    { ...itemInVaultOf('Ahead', pending), firstBackupFailure },
    itemInVaultOf('Pending', pending),
    itemInVaultOf('Failed', { lastBackupStatus: 'Failed' }),
  ];
  expect(attentionOf(items).map(({ item, trouble }) => [item.name, trouble])).toEqual([
    ['Failed', 'failing'],
    ['Ahead', 'first-backup'],
  ]);
});

test('what a run is about to do waits for nobody', () => {
  expect(restoreTroubleOf({ ...of, next: step }, 0)).toEqual({
    kind: 'unfinished',
    step: 'machine',
    command: 'create-machine',
  });
  expect(restoreTroubleOf({ ...of, next: step, alone: true }, 0)).toEqual({ kind: 'working', step: 'machine' });
});

test('where a run cannot go on somebody is needed, and at the end nobody is', () => {
  expect(restoreTroubleOf({ ...of, next: { kind: 'stuck', step: 'encryption' }, alone: true }, 0)).toEqual({
    kind: 'unfinished',
    step: 'encryption',
    command: 'renew-encryption',
  });
  for (const kind of ['done', 'removed'] as const) expect(restoreTroubleOf({ ...of, next: { kind } }, 0)).toBeUndefined();
});

test('what a run stops at waits for a person', () => {
  const next = { kind: 'command', step: 'encryption', command: 'renew-encryption' } as const;
  const openDisks = { encrypted: [], untold: ['data'], plain: [] };
  expect(restoreTroubleOf({ ...of, next, alone: true }, 0)?.kind).toBe('working');
  expect(restoreTroubleOf({ ...of, next, openDisks, alone: true }, 0)?.kind).toBe('unfinished');
  expect(restoreTroubleOf({ ...of, next, pass: 'dual', alone: true }, 0)?.kind).toBe('unfinished');
});
