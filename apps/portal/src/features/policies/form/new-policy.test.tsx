// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { ProblemError } from '../../../api/problem-error';
import { vaultQuery } from '../../../api/queries';
import * as zoneTable from '../../../language/zone-table';
import { zoneTableQuery } from '../../../language/use-zone';
import { adeleWasHere } from '../../../testing/adele';
import { knownOnly, mount } from '../../../testing/mount';
import { VAULT } from '../../../testing/places';
import { NewPolicy } from './new-policy';

beforeEach(adeleWasHere);
const ADDRESS = `/vaults/${VAULT.subscriptionId}/rg/vault/policies/new`;

function show(code: 'vault-not-found' | 'azure-unreachable') {
  const client = knownOnly();
  client.setQueryData(zoneTableQuery().queryKey, zoneTable);
  client
    .getQueryCache()
    .build(client, { queryKey: vaultQuery(VAULT).queryKey })
    .setState({ status: 'error', error: new ProblemError({ title: '', status: 404, code, correlationId: null, onlyRead: true }) });
  mount(<NewPolicy />, { client, path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/policies/new', address: ADDRESS });
}

test('in a vault that was deleted meanwhile there is no form of a policy, but that it is not there', async () => {
  show('vault-not-found');
  expect(await screen.findByText('The Recovery Services vault wasn’t found.')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
});

test('where the vault could only not be read what is entered stays', () => {
  show('azure-unreachable');
  expect(screen.getByRole('button', { name: 'Create' })).toBeDefined();
});
