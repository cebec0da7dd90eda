// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { keyVaultId } from '@tresor/contracts';
import { beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import { keyVaultAccessQuery, policiesQuery, vaultQuery } from '../../api/queries';
import { backupDrafts } from '../../kept/backup-draft';
import { ADELE, adeleIsHere, adeleWasHere } from '../../testing/adele';
import { keyVaultAccessOf } from '../../testing/key-vault-access';
import { knownOnly, mount } from '../../testing/mount';
import { VAULT } from '../../testing/places';
import { virtualMachineOf } from '../../testing/virtual-machine';
import Backup from './backup.blade';

beforeEach(adeleWasHere);
const ADDRESS = `/vaults/${VAULT.subscriptionId}/rg/vault/backup`;

function show(code: 'vault-not-found' | 'azure-unreachable') {
  const client = knownOnly();
  client
    .getQueryCache()
    .build(client, { queryKey: vaultQuery(VAULT).queryKey })
    .setState({ status: 'error', error: new ProblemError({ title: '', status: 404, code, correlationId: null, onlyRead: true }) });
  mount(<Backup />, { client, path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/backup', address: ADDRESS });
}

test('the wizard says of a vault that was deleted meanwhile that it is not there', async () => {
  show('vault-not-found');
  expect(await screen.findByText('The Recovery Services vault wasn’t found.')).toBeDefined();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Enable backup' }).title).toBe('The vault wasn’t found.');
  cleanup();
  show('azure-unreachable');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the wizard names the policy that was deleted meanwhile, once, and reads the policies again', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ type: 'about:blank', title: 'policy-gone', status: 404, code: 'policy-gone', correlationId: 'c' }, { status: 404 }),
  );
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  const { queryKey } = policiesQuery(VAULT);
  client.setQueryData(queryKey, []);
  const { id, name, resourceGroup, osType, encryption } = virtualMachineOf('VM1');
  const machines = [{ id, name, resourceGroup, osType, encryption }];
  await adeleIsHere();
  backupDrafts.change(`${ADELE.id}/${VAULT.subscriptionId}/${VAULT.resourceGroup}/${VAULT.vaultName}`, {
    goalChosen: true,
    policyName: 'Nightly',
    machines,
  });
  mount(<Backup />, { client, path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/backup', address: ADDRESS });
  fireEvent.click(screen.getByRole('button', { name: 'Enable backup' }));
  expect(await screen.findByText('The backup policy “Nightly” was deleted. Choose another one in step 2.')).toBeDefined();
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true);
});

test('why the first backup will fail stands beside the button, with the way to grant access', async () => {
  const client = knownOnly();
  const access = keyVaultAccessOf('ClosedKV');
  const { id, name, resourceGroup, osType } = virtualMachineOf('VM1');
  const encryption = { kind: 'bek-kek' as const, pass: 'dual' as const, keyVaultIds: [access.id] };
  client.setQueryData(keyVaultAccessQuery({ keyVaultIds: [keyVaultId.parse(access.id)], needsKeys: true }).queryKey, [access]);
  await adeleIsHere();
  backupDrafts.change(`${ADELE.id}/${VAULT.subscriptionId}/${VAULT.resourceGroup}/${VAULT.vaultName}`, {
    goalChosen: true,
    policyName: 'Nightly',
    machines: [{ id, name, resourceGroup, osType, encryption }],
  });
  mount(<Backup />, { client, path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/backup', address: ADDRESS });
  const footer = screen.getByRole('button', { name: 'Enable backup' }).parentElement?.parentElement;
  if (footer == null) throw new Error('The button stands nowhere.');
  within(footer).getByText('The first backup of VM1 will fail: Azure Backup is missing permissions in ClosedKV');
  within(footer).getByRole('link', { name: 'Grant or request access to ClosedKV' });
});
