// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import type { Problem } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { itemsQuery } from '../../../api/queries';
import { rightsQuery } from '../../../api/rights-query';
import { paths } from '../../../map/paths';
import { dismissFinished } from '../../../notifications/notifications';
import { adeleIsHere } from '../../../testing/adele';
import { backupItemOf } from '../../../testing/backup-item';
import { knownOnly, mount } from '../../../testing/mount';
import { lacking } from '../../../testing/lacking';
import { armId, VAULT } from '../../../testing/places';
import DeleteVault from './delete-vault.blade';

beforeEach(adeleIsHere);
afterEach(dismissFinished);

const gone: Problem = {
  type: 'about:blank',
  title: 'Gone',
  status: 404,
  code: 'vault-not-found',
  correlationId: 'f7b1e2c4-0000-4000-8000-000000000001',
};

/** Types its name and presses. */
function deleteIt() {
  const client = knownOnly();
  client.setQueryData(itemsQuery(VAULT).queryKey, []);
  const { subscriptionId, resourceGroup, vaultName } = VAULT;
  client.setQueryData(rightsQuery({ subscriptionId, vault: { resourceGroup, vaultName } }).queryKey, [
    { step: 'delete-vault', needs: [], missing: [] },
  ]);
  mount(<DeleteVault />, {
    client,
    path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/delete',
    address: paths.deleteVault(VAULT),
    beside: [{ path: paths.vaults(), element: <p>All vaults</p> }],
  });
  fireEvent.change(screen.getByRole('textbox', { name: /vault/ }), { target: { value: 'vault' } });
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
}

test('a vault that is gone when it is deleted once more, as after a lost answer, is deleted', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(gone, { status: 404 }));
  deleteIt();
  expect(await screen.findByText('All vaults')).toBeTruthy();
});

test('where Azure gave no answer the vault is not called deleted', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json({ state: 'unknown' }, { status: 200 }));
  deleteIt();
  expect((await screen.findByRole('alert')).textContent).toContain('Azure didn’t respond. The vault may already be deleted.');
  expect(screen.queryByText('All vaults')).toBeNull();
});

test('who may not delete a vault is told the role that may, and not first that it holds something', () => {
  const client = knownOnly();
  client.setQueryData(itemsQuery(VAULT).queryKey, [backupItemOf('VM1')]);
  const { subscriptionId, resourceGroup, vaultName } = VAULT;
  const missing = [lacking(armId('Microsoft.RecoveryServices/vaults', vaultName), { roles: ['Backup Contributor'] })];
  client.setQueryData(rightsQuery({ subscriptionId, vault: { resourceGroup, vaultName } }).queryKey, [
    { step: 'delete-vault', needs: [], missing },
  ]);
  mount(<DeleteVault />, { client, path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/delete', address: paths.deleteVault(VAULT) });
  expect(screen.getByRole('button', { name: 'Delete' }).title).toContain('Backup Contributor');
});
