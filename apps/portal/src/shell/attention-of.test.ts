import { itemInVault } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { attentionOf } from './attention-of';

const item = (name: string, change: object) =>
  itemInVault.parse({
    id: name,
    vmId: name,
    name,
    resourceGroup: 'rg',
    protectionState: 'Protected',
    lastBackupStatus: 'Completed',
    lastBackupTime: null,
    latestRecoveryPoint: null,
    policyName: 'DefaultPolicy',
    deletedAt: null,
    machine: 'there',
    vault: { subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' },
    ...change,
  });

test('machines that are gone come first, then data that will be, then backups that fail; the rest is well', () => {
  const items = [
    item('well', {}),
    item('failing', { lastBackupStatus: 'Failed' }),
    item('stopped', { lastBackupStatus: 'Failed', protectionState: 'ProtectionStopped' }),
    item('expiring', { deletedAt: '2026-01-01T00:00:00.000Z', machine: 'gone' }),
    item('given up', { machine: 'gone', protectionState: 'ProtectionStopped' }),
    item('unseen', { machine: 'unseen' }),
    item('missing', { machine: 'gone', lastBackupStatus: 'Failed' }),
  ];
  expect(attentionOf(items).map(({ item: { name }, trouble }) => [name, trouble])).toEqual([
    ['missing', 'missing'],
    ['expiring', 'expiring'],
    ['failing', 'failing'],
  ]);
});
