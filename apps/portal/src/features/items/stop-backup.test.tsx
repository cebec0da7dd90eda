// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { StepRights, Vault, VaultGuard } from '@tresor/contracts';
import { beforeEach, expect, test } from 'vitest';
import { itemQuery, vaultOf, vaultQuery } from '../../api/queries';
import { rightsQuery, vaultGuardQuery } from '../../api/rights-query';
import { paths } from '../../map/paths';
import { adeleIsHere } from '../../testing/adele';
import { backupItemOf } from '../../testing/backup-item';
import { knownOnly, mount } from '../../testing/mount';
import { lacking } from '../../testing/lacking';
import { itemOf } from '../../testing/places';
import { someVault } from '../../testing/vault';
import StopBackup from './stop-backup.blade';

beforeEach(adeleIsHere);
const path = itemOf('VM1');
const { subscriptionId, resourceGroup, vaultName } = path;

const item = backupItemOf('VM1');
const immutable: Vault = {
  ...someVault,
  storageReplication: 'GeoRedundant',
  storageReplicationLocked: true,
  softDelete: 'AlwaysON',
  softDeleteDays: 14,
  immutability: 'Locked',
};
const guard: VaultGuard = {
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.DataProtection/resourceGuards/Guard',
  name: 'Guard',
  description: null,
  protects: ['stop-backup', 'delete-backup-data'],
  until: null,
  waitingSince: null,
  givers: null,
};
const rights: StepRights[] = [
  { step: 'stop-backup', needs: [], missing: [lacking(guard.id, { roles: ['Backup MUA Operator'] })] },
  { step: 'resume-backup', needs: [], missing: [] },
];

const unsaved = new Map<string, () => void>();

function open(vault: Vault = immutable, may: readonly StepRights[] = rights) {
  const client = knownOnly();
  client.setQueryData(itemQuery(path).queryKey, item);
  client.setQueryData(vaultQuery(vaultOf(path)).queryKey, vault);
  client.setQueryData(rightsQuery({ subscriptionId, vault: { resourceGroup, vaultName } }).queryKey, [...may]);
  client.setQueryData(vaultGuardQuery(vaultOf(path)).queryKey, guard);
  unsaved.clear();
  mount(<StopBackup />, {
    client,
    address: paths.stopBackup(path),
    unsaved,
    path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/items/:vmGroup/:vmName/stop',
  });
  return client;
}

const isBarred = () => screen.getByRole('button', { name: 'Stop backup' }).getAttribute('aria-disabled') === 'true';
const isApprovalNeeded = () => screen.queryByRole('region', { name: 'Multi-user authorization' }) !== null;

test('points that end by the policy are no matter of the Resource Guard: nobody is asked for an approval', () => {
  open();
  expect([isBarred(), isApprovalNeeded()]).toEqual([true, true]);
  fireEvent.click(screen.getByRole('radio', { name: /^Retain as per policy/ }));
  expect([isBarred(), isApprovalNeeded()]).toEqual([false, false]);
});

test('where a colleague stops the backup meanwhile, a name that was typed before another choice deletes nothing', async () => {
  const free = (['stop-backup', 'resume-backup', 'delete-backup-data'] as const).map((step) => ({ step, needs: [], missing: [] }));
  const client = open({ ...immutable, immutability: 'Disabled' }, free);
  fireEvent.click(screen.getByRole('radio', { name: /^Delete backup data/ }));
  fireEvent.change(screen.getByRole('textbox', { name: /VM1/ }), { target: { value: 'VM1' } });
  fireEvent.click(screen.getByRole('radio', { name: /^Retain backup data/ }));
  expect(isBarred()).toBe(false);
  act(() => void client.setQueryData(itemQuery(path).queryKey, { ...item, protectionState: 'ProtectionStopped' }));
  const remove = await screen.findByRole('button', { name: 'Delete backup data' });
  expect(remove.getAttribute('aria-disabled')).toBe('true');
});

test('a name that was pasted with blanks around it is the name', () => {
  const free = [{ step: 'delete-backup-data' as const, needs: [], missing: [] }];
  open({ ...immutable, immutability: 'Disabled' }, free);
  fireEvent.click(screen.getByRole('radio', { name: /^Delete backup data/ }));
  const remove = screen.getByRole('button', { name: 'Stop and delete data' });
  fireEvent.change(screen.getByRole('textbox', { name: /VM1/ }), { target: { value: ' VM1 ' } });
  expect(remove.getAttribute('aria-disabled')).not.toBe('true');
});

test('once the data is deleted, nothing more is asked for, nor about on leaving', async () => {
  const free = [{ step: 'delete-backup-data' as const, needs: [], missing: [] }];
  const client = open({ ...immutable, immutability: 'Disabled' }, free);
  act(() => void client.setQueryData(itemQuery(path).queryKey, { ...item, protectionState: 'ProtectionStopped' }));
  fireEvent.change(await screen.findByRole('textbox', { name: /VM1/ }), { target: { value: 'VM1' } });
  expect(unsaved.size).toBe(1);
  act(() => void client.setQueryData(itemQuery(path).queryKey, { ...item, deletedAt: '2026-12-01T09:00:00Z' }));
  await waitFor(() => expect(screen.queryByRole('textbox', { name: /VM1/ })).toBeNull());
  expect(screen.getByRole('button', { name: 'Delete backup data' }).title).toBe('The backup data is already deleted.');
  expect(unsaved.size).toBe(0);
});
