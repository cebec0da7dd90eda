// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import { vaultQuery } from '../../api/queries';
import { adeleWasHere } from '../../testing/adele';
import { knownOnly, mount } from '../../testing/mount';
import { VAULT } from '../../testing/places';
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
