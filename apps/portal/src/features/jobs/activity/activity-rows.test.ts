import type { Activity, RecordedCommand } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { activityRows } from './activity-rows';

const activity = (time: string, correlationId: string): Activity => ({
  id: time,
  time,
  ended: time,
  correlationId,
  action: 'Microsoft.RecoveryServices/vaults/backupJobs/cancel/action',
  status: 'Succeeded',
  resourceId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/V',
  caller: 'adele@contoso.example',
  displayName: 'Adele Vance',
});

const command = (at: string, correlationId: string, reason: string | null): RecordedCommand => ({
  commandId: at,
  command: 'restores.createMachine',
  by: { name: 'Alex Wilber', username: 'alex@contoso.example' },
  at,
  target: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/VM1',
  about: {},
  reason,
  correlationId,
  result: 'accepted',
  code: null,
  jobId: null,
  end: { state: 'known', value: { end: 'succeeded', at } },
});

test('what was asked here and Azure’s log of the vault does not have stands among the rest, newest first', () => {
  const rows = activityRows(
    [activity('2017-01-18T12:00:00Z', 'a'), activity('2017-01-18T10:00:00Z', 'b')],
    [command('2017-01-18T11:00:00Z', 'c', null)],
  );
  expect(rows.map(({ resource, who }) => [resource, who])).toEqual([
    ['V', 'Adele Vance'],
    ['VM1', 'Alex Wilber'],
    ['V', 'Adele Vance'],
  ]);
  expect(rows[1]).toMatchObject({ word: { de: 'Erfolgreich' }, badge: 'success' });
});

test('what stands in both is one entry, with the reason that was given here', () => {
  const rows = activityRows([activity('2017-01-18T12:00:00Z', 'a')], [command('2017-01-18T12:00:00Z', 'a', 'INC-4711')]);
  expect(rows).toMatchObject([{ resource: 'V', reason: 'INC-4711' }]);
});
