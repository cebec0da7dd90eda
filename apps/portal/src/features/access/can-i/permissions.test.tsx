// @vitest-environment jsdom
import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { vaultPath } from '@tresor/contracts';
import { beforeEach, expect, test } from 'vitest';
import { rightsQuery } from '../../../api/rights-query';
import { virtualMachinesQuery } from '../../../api/virtual-machines-query';
import { adeleWasHere } from '../../../testing/adele';
import { mount } from '../../../testing/mount';
import Permissions from './permissions.blade';

beforeEach(adeleWasHere);
const path = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });

test('steps whose rights could not be read are not said to be none', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retryOnMount: false, staleTime: Infinity } } });
  const { subscriptionId, resourceGroup, vaultName } = path;
  const question = { subscriptionId, vault: { resourceGroup, vaultName }, keyVaultIds: [], wholeSubscription: true };
  const fail = (queryKey: QueryKey) =>
    client
      .getQueryCache()
      .build(client, { queryKey })
      .setState({ status: 'error', error: new Error('refused'), data: undefined });
  client.setQueryData(virtualMachinesQuery(subscriptionId).queryKey, { total: 0, rows: [], complete: true });
  fail(rightsQuery(question).queryKey);
  mount(<Permissions />, { client, address: `/${Object.values(path).join('/')}`, path: ':subscriptionId/:resourceGroup/:vaultName' });
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.queryByRole('grid')).toBeNull();
  expect(screen.queryByText('There are no steps.')).toBeNull();
});
