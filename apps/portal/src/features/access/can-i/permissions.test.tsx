// @vitest-environment jsdom
import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { ProblemError } from '../../../api/problem-error';
import { vaultQuery } from '../../../api/queries';
import { rightsQuery } from '../../../api/rights-query';
import { virtualMachinesQuery } from '../../../api/virtual-machines-query';
import { adeleWasHere } from '../../../testing/adele';
import { mount } from '../../../testing/mount';
import { VAULT } from '../../../testing/places';
import Permissions from './permissions.blade';

beforeEach(adeleWasHere);

const fails = (client: QueryClient, queryKey: QueryKey, error: Error) =>
  client.getQueryCache().build(client, { queryKey }).setState({ status: 'error', error, data: undefined });

async function show(rights: (client: QueryClient, key: QueryKey) => void) {
  const client = new QueryClient({ defaultOptions: { queries: { retryOnMount: false, staleTime: Infinity } } });
  const { subscriptionId, resourceGroup, vaultName } = VAULT;
  const question = { subscriptionId, vault: { resourceGroup, vaultName }, keyVaultIds: [], wholeSubscription: true };
  client.setQueryData(virtualMachinesQuery(subscriptionId).queryKey, { total: 0, rows: [], complete: true });
  rights(client, rightsQuery(question).queryKey);
  mount(<Permissions />, { client, address: `/${Object.values(VAULT).join('/')}`, path: ':subscriptionId/:resourceGroup/:vaultName' });
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.queryByRole('grid')).toBeNull();
}

test('steps whose rights could not be read are not said to be none', async () => {
  await show((client, key) => fails(client, key, new Error('refused')));
  expect(screen.queryByText('There are no steps.')).toBeNull();
});

test('in a vault that is not there nobody is said to be able to do anything', async () => {
  await show((client, key) => {
    client.setQueryData(key, [{ step: 'open-vault', needs: [], missing: [] }]);
    fails(client, vaultQuery(VAULT).queryKey, new ProblemError({ title: '', status: 404, code: 'vault-not-found', correlationId: null }));
  });
  expect(screen.getByText('The Recovery Services vault wasn’t found.')).toBeDefined();
});
