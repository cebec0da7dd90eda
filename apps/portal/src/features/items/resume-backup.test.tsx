// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { policy } from '@tresor/contracts';
import { beforeEach, expect, test } from 'vitest';
import { itemQuery, policiesQuery, vaultOf } from '../../api/queries';
import { paths } from '../../map/paths';
import { adeleWasHere } from '../../testing/adele';
import { backupItemOf } from '../../testing/backup-item';
import { knownOnly, mount } from '../../testing/mount';
import { itemOf } from '../../testing/places';
import ResumeBackup from './resume-backup.blade';

beforeEach(adeleWasHere);
const path = itemOf('VM1');
const stopped = backupItemOf('VM1', { protectionState: 'ProtectionStopped', policyName: null });
const policyOf = (name: string) =>
  policy.parse({
    name,
    kind: 'standard',
    timeZone: 'UTC',
    schedule: { frequency: 'daily', time: '23:30' },
    retention: { daily: { count: 30 }, weekly: null, monthly: null, yearly: null },
    instantRestoreDays: 2,
    protectedItems: 0,
  });

test('a policy that somebody deletes after it was chosen is chosen no more, and no other is in its place', async () => {
  const client = knownOnly();
  const { queryKey } = policiesQuery(vaultOf(path));
  client.setQueryData(itemQuery(path).queryKey, stopped);
  client.setQueryData(queryKey, ['Daily', 'Weekly'].map(policyOf));
  const at = '/vaults/:subscriptionId/:resourceGroup/:vaultName/items/:vmGroup/:vmName/resume';
  mount(<ResumeBackup />, { client, path: at, address: paths.resumeBackup(path) });
  const field = screen.getByRole<HTMLSelectElement>('combobox');
  const button = screen.getByRole('button', { name: 'Resume backup' });
  fireEvent.change(field, { target: { value: 'Weekly' } });
  expect(button.title).toBe('');
  client.setQueryData(queryKey, [policyOf('Daily')]);
  await waitFor(() => expect(button.title).not.toBe(''));
  expect(field.value).toBe('');
});
