// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import { vaultCountsQuery } from '../../api/queries';
import { paths } from '../../map/paths';
import { adeleIsHere } from '../../testing/adele';
import { mount } from '../../testing/mount';
import { VAULT } from '../../testing/places';
import Vault from './vault.blade';

beforeEach(adeleIsHere);

const SILENT = new ProblemError({ title: '', status: 503, code: 'backup-region-silent', correlationId: null });

test('numbers that a silent Backup service does not tell are not said to be on their way', () => {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false, retryOnMount: false, staleTime: Infinity } } });
  const { queryKey } = vaultCountsQuery(VAULT);
  client.getQueryCache().build(client, { queryKey }).setState({ status: 'error', error: SILENT, data: undefined });
  mount(<Vault />, { client, address: paths.vault(VAULT), path: '/vaults/:subscriptionId/:resourceGroup/:vaultName' });
  const tiles = ['Azure virtual machines', 'Initial backup pending', 'In progress', 'Failed (24 hours)'];
  expect(tiles.map((name) => screen.getByText(name).nextElementSibling?.textContent)).toEqual(tiles.map(() => 'can’t be seen'));
  const essentials = screen.getByText('Backup items/Azure VM Backup').parentElement;
  expect(essentials && within(essentials).getByText('can’t be seen')).toBeTruthy();
});
