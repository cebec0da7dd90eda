// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { itemQuery } from '../../../api/queries';
import { ProblemError } from '../../../api/problem-error';
import { restoreOutlookQuery } from '../../../api/restore-queries';
import { rightsQuery } from '../../../api/rights-query';
import { paths } from '../../../map/paths';
import { adeleIsHere } from '../../../testing/adele';
import { backupItemOf } from '../../../testing/backup-item';
import { knownOnly, mount } from '../../../testing/mount';
import { itemOf } from '../../../testing/places';
import Restore from './restore.blade';

beforeEach(adeleIsHere);
const path = itemOf('VM1');
const { subscriptionId, resourceGroup, vaultName } = path;
const item = backupItemOf('VM1');

const whyNot = () => screen.getByRole('button', { name: 'Restore' }).title;

function show() {
  const client = knownOnly();
  client.setQueryData(itemQuery(path).queryKey, item);
  client.setQueryData(rightsQuery({ subscriptionId, vault: { resourceGroup, vaultName } }).queryKey, []);
  mount(<Restore />, {
    client,
    address: paths.restoreItem(path),
    path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/items/:vmGroup/:vmName/restore',
  });
  return client;
}

test('where no restore point can be used nobody is sent to the steps that would need one', async () => {
  const client = show();
  expect(whyNot()).toBe('Finish steps 1 and 2 first.');
  const none = { recoveryPointId: null, unusable: [], steps: [], unseen: [], isReadOnly: false, suspicion: null, size: null };
  act(
    () =>
      void client.setQueryData(restoreOutlookQuery(path, '2017-01', { recoveryPointId: undefined, configuration: null }).queryKey, none),
  );
  await vi.waitFor(() => expect(whyNot()).toBe('There’s no restore point now that the virtual machine can be restored from.'));
});

test('where a colleague deletes the backup data meanwhile, and the item with it, the button that restores it says so', async () => {
  const client = show();
  const deleted = 'The backup data is deleted. Undelete it first.';
  expect(whyNot()).not.toBe(deleted);
  act(() => void client.setQueryData(itemQuery(path).queryKey, { ...item, deletedAt: '2026-12-01T09:00:00Z' }));
  await vi.waitFor(() => expect(whyNot()).toBe(deleted));
  const gone = new ProblemError({ title: '', status: 404, code: 'item-not-found', correlationId: null, onlyRead: true });
  act(() =>
    client
      .getQueryCache()
      .find({ queryKey: itemQuery(path).queryKey })
      ?.setState({ status: 'error', error: gone }),
  );
  await vi.waitFor(() => expect(whyNot()).toBe('This doesn’t exist, or you can’t see it.'));
  expect(await screen.findByText('The backup item wasn’t found.')).toBeDefined();
});
