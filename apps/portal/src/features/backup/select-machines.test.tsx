// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import { policiesQuery, vaultCountsQuery, vaultQuery } from '../../api/queries';
import { virtualMachinesQuery } from '../../api/virtual-machines-query';
import { paths } from '../../map/paths';
import { adeleWasHere } from '../../testing/adele';
import { mount } from '../../testing/mount';
import { VAULT } from '../../testing/places';
import { someVault } from '../../testing/vault';
import SelectMachines from './select-machines.blade';

beforeEach(adeleWasHere);

const SILENT = new ProblemError({ title: '', status: 503, code: 'backup-region-silent', correlationId: null });

function show(counts: ProblemError | undefined) {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false, retry: false, staleTime: Infinity } } });
  client.setQueryData(virtualMachinesQuery(VAULT.subscriptionId).queryKey, { total: 0, rows: [], complete: true });
  client.setQueryData(vaultQuery(VAULT).queryKey, someVault);
  client.setQueryData(policiesQuery(VAULT).queryKey, []);
  const { queryKey } = vaultCountsQuery(VAULT);
  if (counts) client.getQueryCache().build(client, { queryKey }).setState({ status: 'error', error: counts, data: undefined });
  const path = '/vaults/:subscriptionId/:resourceGroup/:vaultName/backup/machines';
  mount(<SelectMachines />, { client, address: paths.selectMachines(VAULT), path });
}

test('of a vault whose Backup service is silent it is not said that it protects nothing', () => {
  show(SILENT);
  expect(screen.getByText(/How many this one protects couldn’t be read/)).toBeDefined();
  expect(screen.queryByText(/This one protects 0/)).toBeNull();
});

test('as long as it is not known what machines are judged by, none is said to be there', () => {
  show(undefined);
  expect(screen.queryByText('This vault’s subscription has no virtual machines that you can see.')).toBeNull();
});
