// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { vaultOf } from '../../../api/queries';
import { pairedRegionQuery, resourceGroupsQuery, storageAccountsQuery } from '../../../api/restore-queries';
import { edition } from '../../../kept/edition';
import { emptyRestoreDraft, restoreDrafts } from '../../../kept/item-drafts';
import { forgetSession } from '../../../session/stored-session';
import { adeleWasHere } from '../../../testing/adele';
import { mount } from '../../../testing/mount';
import { itemOf } from '../../../testing/places';
import RestoreConfiguration from './configuration.blade';

const path = itemOf('VM1');
const vault = vaultOf(path);
const address = `/${path.subscriptionId}/rg/vault/VmRG/VM1`;
const account = { name: 'staging', resourceGroup: 'rg', location: 'westeurope', kind: 'StorageV2', replication: 'Standard_LRS' };
const chosen = { storageAccountId: '/staging', storageAccountName: 'staging', targetGroup: null };
const point = { id: '1', time: '2017-01-18T00:30:00Z', encrypted: true, managedDisks: true };
const owner = `adele${address}`;

beforeEach(() => {
  edition.set('current');
  adeleWasHere();
});
afterEach(() => {
  restoreDrafts.clear(owner);
  edition.set('2017-01');
  forgetSession();
});

/** The configuration of a machine with managed disks, where a storage account was chosen; of the resource groups nothing is known yet. */
function asChosen(region: 'own' | 'paired', change: Partial<typeof point> = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false, retryOnMount: false } } });
  restoreDrafts.change(owner, { ...emptyRestoreDraft, point: { ...point, ...change }, configuration: { ...chosen, region } });
  client.setQueryData(storageAccountsQuery(vault, 'current', region).queryKey, [
    { ...account, id: '/staging', reason: null, shutOut: false },
  ]);
  const pair = { own: 'germanywestcentral', paired: 'germanynorth', state: 'open' as const, points: [point] };
  client.setQueryData(pairedRegionQuery(path, 3650).queryKey, pair);
  return client;
}

function open(client: QueryClient) {
  mount(<RestoreConfiguration />, { client, path: '/:subscriptionId/:resourceGroup/:vaultName/:vmGroup/:vmName', address });
}

const groupsKey = resourceGroupsQuery(vault).queryKey;
const whyNotOk = () => screen.getByRole('button', { name: 'OK' }).title;

test('managed disks become no VHDs because the resource groups could not be read, which can be tried again', () => {
  const client = asChosen('own');
  client
    .getQueryCache()
    .build(client, { queryKey: groupsKey })
    .setState({ status: 'error', error: new Error('No answer') });
  open(client);
  expect(whyNotOk()).toBe('The resource groups couldn’t be read. Choose “Refresh”.');
  expect(screen.queryByRole('option', { name: /^None/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(client.isFetching({ queryKey: groupsKey })).toBe(1);
});

test('in the paired region the disks need a resource group', () => {
  const client = asChosen('paired');
  client.setQueryData(groupsKey, []);
  open(client);
  expect(whyNotOk()).toMatch(/^You can’t see any resource group/);
});

test('with a resource group it is confirmed', () => {
  const client = asChosen('paired');
  client.setQueryData(groupsKey, [{ name: 'BerlinRG', location: 'germanynorth' }]);
  open(client);
  expect(whyNotOk()).toBe('');
});

test('disks that were to stay VHDs still are when the configuration is opened again', () => {
  const client = asChosen('own');
  client.setQueryData(groupsKey, [{ name: 'VmRG', location: 'germanywestcentral' }]);
  open(client);
  expect(screen.getByRole('combobox', { name: /group/i })).toHaveProperty('value', '');
});

const group = () => screen.getByRole('combobox', { name: /group/i });
const warning = () => screen.queryByText(/^Without a resource group, you only get VHD files/);

test('unmanaged disks are to become managed ones, and who leaves them as VHDs is told what follows', () => {
  const client = asChosen('own');
  restoreDrafts.change(owner, { point: { ...point, managedDisks: false }, configuration: null });
  client.setQueryData(groupsKey, [{ name: 'VmRG', location: 'germanywestcentral' }]);
  open(client);
  expect(group()).toHaveProperty('value', 'VmRG');
  expect(warning()).toBeNull();
  fireEvent.change(group(), { target: { value: '' } });
  expect(warning()).not.toBeNull();
  expect(whyNotOk()).toBe('');
});

test('by the rules of January 2017 they stay VHDs, of which nothing is said', () => {
  edition.set('2017-01');
  open(asChosen('own'));
  expect(screen.queryByRole('combobox', { name: /group/i })).toBeNull();
  expect(warning()).toBeNull();
});

test('where the group of the virtual machine is gone, too, the only other one is proposed', () => {
  const client = asChosen('own');
  restoreDrafts.change(owner, { configuration: null });
  client.setQueryData(groupsKey, [{ name: 'OtherRG', location: 'germanywestcentral' }]);
  open(client);
  expect(group()).toHaveProperty('value', 'OtherRG');
});

test('among several others a person chooses', () => {
  const client = asChosen('own');
  restoreDrafts.change(owner, { configuration: null });
  client.setQueryData(groupsKey, [
    { name: 'aks-prod', location: 'germanywestcentral' },
    { name: 'OtherRG', location: 'germanywestcentral' },
  ]);
  open(client);
  expect(group()).toHaveProperty('value', '?');
  expect(whyNotOk()).toBe('Select a resource group.');
  fireEvent.change(group(), { target: { value: 'OtherRG' } });
  expect(group()).toHaveProperty('value', 'OtherRG');
  expect(screen.queryByRole('option', { name: 'Select a resource group.' })).toBeNull();
  expect(whyNotOk()).toBe('');
});

test('a resource group that is gone by now makes no VHDs of managed disks', () => {
  const client = asChosen('own');
  restoreDrafts.change(owner, { configuration: { ...chosen, targetGroup: 'GoneRG', region: 'own' } });
  client.setQueryData(groupsKey, [
    { name: 'aks-prod', location: 'germanywestcentral' },
    { name: 'OtherRG', location: 'germanywestcentral' },
  ]);
  open(client);
  expect(whyNotOk()).toBe('Select a resource group.');
});

test('where nothing was chosen, the disks go to the resource group of the virtual machine', () => {
  const client = asChosen('own');
  restoreDrafts.change(owner, { configuration: null });
  client.setQueryData(groupsKey, [{ name: 'VmRG', location: 'germanywestcentral' }]);
  open(client);
  expect(screen.getByRole('combobox', { name: /group/i })).toHaveProperty('value', 'VmRG');
});

test.each([
  [true, true],
  [false, false],
])('of keys in the paired region is told only where the machine has some (encrypted: %s)', (encrypted, isTold) => {
  open(asChosen('paired', { encrypted }));
  expect(screen.getByText(/^Only the disks are created in/).textContent.includes('key')).toBe(isTold);
});
