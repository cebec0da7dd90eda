// @vitest-environment jsdom
import type { ItemInVault } from '@tresor/contracts';
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { itemsQuery } from '../../api/queries';
import { standingsQuery } from '../../azure/items/standings';
import { paths } from '../../map/paths';
import { adeleIsHere } from '../../testing/adele';
import { itemInVaultOf } from '../../testing/backup-item';
import { knownOnly, mount } from '../../testing/mount';
import { VAULT } from '../../testing/places';
import ItemList from './item-list.blade';

beforeEach(adeleIsHere);

const NAMES = ['Kept1', 'Lost1', 'Hidden1'];

function show(machines?: readonly ItemInVault['machine'][]) {
  const client = knownOnly();
  client.setQueryData(
    itemsQuery(VAULT).queryKey,
    NAMES.map((name) => itemInVaultOf(name)),
  );
  if (machines)
    client.setQueryData(
      standingsQuery(VAULT).queryKey,
      NAMES.map((name, index) => itemInVaultOf(name, { id: name.toUpperCase(), machine: machines[index] ?? 'there' })),
    );
  mount(<ItemList />, { client, address: paths.items(VAULT), path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/items' });
}
const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) }).textContent;

test('the list of a vault says of a machine that is gone what the list of all vaults does', () => {
  show(['there', 'gone', 'there']);
  expect(row('Lost1')).toContain('Virtual machine is missing');
  expect(row('Kept1')).toContain('Success');
  expect(screen.queryByRole('note')).toBeNull();
});

test('of which machines one may not see whether they still stand, the list names', () => {
  show(['there', 'there', 'unseen']);
  expect(screen.getByText('You can’t see whether this virtual machine still exists: Hidden1.')).toBeDefined();
  expect(row('Hidden1')).toContain('Success');
});

test('before it is known which of them are gone, none is said to be', () => {
  show();
  for (const name of NAMES) expect(row(name)).toContain('Success');
});
