import type { ItemDetails } from '@tresor/contracts';
import { describe, expect, test } from 'vitest';
import { backupItemOf } from '../../testing/backup-item';
import { ITEM_COMMANDS, whyNot } from './item-commands';

const item = backupItemOf('DBVM2', {
  id: '/subscriptions/production/item',
  vmId: '/subscriptions/production/vm',
  latestRecoveryPoint: '2017-01-18T23:30:00Z',
});
const offered = (change: Partial<ItemDetails>) => ITEM_COMMANDS.filter((command) => whyNot(command, { ...item, ...change }) === undefined);

describe('the commands of a backup item', () => {
  test('are back up, restore and stop while it is protected', () => {
    expect(offered({})).toEqual(['backupNow', 'restore', 'stop']);
  });

  test('are restore, resume and delete once its backup is stopped', () => {
    for (const protectionState of ['ProtectionStopped', 'BackupsSuspended'])
      expect(offered({ protectionState })).toEqual(['restore', 'resume', 'delete']);
  });

  test('are restore, stop and resume where Azure backs it up no more and has not said that it was stopped', () => {
    for (const protectionState of ['ProtectionPaused', 'AWordOfTomorrow'])
      expect(offered({ protectionState })).toEqual(['restore', 'stop', 'resume']);
  });

  test('are undelete alone while its data are deleted', () => {
    expect(offered({ protectionState: 'ProtectionStopped', deletedAt: '2017-01-19T08:00:00Z' })).toEqual(['undelete']);
  });

  test('are restore and stop once the machine is gone, and it is said why it cannot be backed up', () => {
    expect(offered({ machine: 'gone' })).toEqual(['restore', 'stop']);
    expect(whyNot('backupNow', { ...item, machine: 'gone' })?.en).toContain('no longer exists. Restore it first');
    expect(offered({ machine: 'unseen' })).toEqual(['backupNow', 'restore', 'stop']);
  });

  test('leave restore out, and say why, before the first recovery point', () => {
    expect(whyNot('restore', { ...item, recoveryPointCount: 0, latestRecoveryPoint: null })?.en).toContain('no restore point yet');
  });

  test('leave restore out for a machine in another subscription than its vault, and say why', () => {
    const vmId = '/subscriptions/test/vm';
    expect(offered({ vmId })).toEqual(['backupNow', 'stop']);
    expect(whyNot('restore', { ...item, vmId })?.en).toContain('different subscription than its vault');
    expect(offered({ vmId: '/subscriptions/PRODUCTION/vm' })).toContain('restore');
  });

  test('send nobody round in a circle where there is neither a machine nor a point', () => {
    const lost = { ...item, machine: 'gone' as const, recoveryPointCount: 0, latestRecoveryPoint: null };
    for (const command of ['restore', 'backupNow'] as const) expect(whyNot(command, lost)?.en).toContain('no restore point either');
    const stopped = { ...item, protectionState: 'ProtectionStopped', recoveryPointCount: 0, latestRecoveryPoint: null };
    expect(whyNot('restore', stopped)?.en).toContain('none will follow');
  });
});
