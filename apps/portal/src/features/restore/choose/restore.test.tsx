// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { itemQuery } from '../../../api/queries';
import { ProblemError } from '../../../api/problem-error';
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

test('where a colleague deletes the backup data meanwhile, and the item with it, the button that restores it says so', async () => {
  const client = knownOnly();
  client.setQueryData(itemQuery(path).queryKey, item);
  client.setQueryData(rightsQuery({ subscriptionId, vault: { resourceGroup, vaultName } }).queryKey, []);
  mount(<Restore />, {
    client,
    address: paths.restoreItem(path),
    path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/items/:vmGroup/:vmName/restore',
  });
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
