// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { listedSubscription, managementGroupName, type ManagementGroupName } from '@tresor/contracts';
import { beforeEach, expect, test } from 'vitest';
import { subscriptionsQuery } from '../../api/queries';
import { provenRestoresQuery } from '../../api/recovery-queries';
import { virtualMachinesQuery } from '../../api/virtual-machines-query';
import { adeleWasHere } from '../../testing/adele';
import { knownOnly, mount } from '../../testing/mount';
import { virtualMachineOf } from '../../testing/virtual-machine';
import AllMachines from './all-machines.blade';

beforeEach(adeleWasHere);

const machine = virtualMachineOf('WebVM1');

const other = listedSubscription.parse({
  subscriptionId: '1d2e6a0c-58c2-4a7b-9a11-6f0c4bb1a001',
  name: 'Contoso Test',
  state: 'Enabled',
  customerTenantId: null,
});

const offline = () => knownOnly();

function show(address: string, complete: boolean, managementGroup?: ManagementGroupName, client = offline(), rows = [machine]) {
  client.setQueryData(virtualMachinesQuery(undefined, managementGroup).queryKey, {
    total: complete ? 1 : 5_000,
    rows,
    complete,
  });
  client.setQueryData(subscriptionsQuery().queryKey, [other]);
  mount(<AllMachines />, { client, address, path: 'machines' });
}

test('a list that is not all there says how much of it is, and claims nothing of the rest', () => {
  show('/machines?show=encrypted', false);
  expect(screen.getByText(/^1 of 5,000 virtual machines are loaded so far/)).toBeDefined();
  expect(screen.getByText('None of the virtual machines loaded so far match the selection.')).toBeDefined();
  expect(screen.queryByText(/^Virtual machines: /)).toBeNull();
  expect(screen.getByRole('button', { name: 'Save as JSON' }).getAttribute('aria-disabled')).toBe('true');
});

test('one that is whole says what there is', () => {
  show('/machines?show=encrypted', true);
  expect(screen.queryByText(/loaded so far/)).toBeNull();
  expect(screen.getByText('No virtual machines match the selection.')).toBeDefined();
  expect(screen.getByText(/^Virtual machines: 1\./)).toBeDefined();
  expect(screen.getByText('No virtual machine is visible in 1 of 1 subscription: Contoso Test.')).toBeDefined();
});

test('one of a management group says nothing of the subscriptions outside it', () => {
  show('/machines?group=platform', true, managementGroupName.parse('platform'));
  expect(screen.getByText(/^Virtual machines: 1\./)).toBeDefined();
  expect(screen.queryByText(/^No virtual machine is visible/)).toBeNull();
});

test('where a management group has no machine, that is said of the group alone', () => {
  show('/machines?group=platform', true, managementGroupName.parse('platform'), offline(), []);
  expect(screen.getByText('There are no virtual machines in this management group that you can see.')).toBeDefined();
  cleanup();
  show('/machines', true, undefined, offline(), []);
  expect(screen.getByText('There are no virtual machines that you can see.')).toBeDefined();
});

const unproven = /^0 items$|No virtual machines match|None of the virtual machines/;

test('while it is not known which restores are proven, none is said to be missing', () => {
  show('/machines?unproven=90', true);
  expect(screen.getByText('Loading…')).toBeDefined();
  expect(screen.queryByText(unproven)).toBeNull();
  expect(screen.getByRole('button', { name: 'Save as JSON' }).getAttribute('aria-disabled')).toBe('true');
});

test('where it could not be read which restores are proven, that is said instead of that none is missing', () => {
  const client = offline();
  const { queryKey } = provenRestoresQuery();
  client
    .getQueryCache()
    .build(client, { queryKey })
    .setState({ status: 'error', error: new Error('refused'), data: undefined });
  show('/machines?unproven=90', true, undefined, client);
  expect(screen.getByText('Whether restores have been proven couldn’t be read.')).toBeDefined();
  expect(screen.queryByText(unproven)).toBeNull();
});
