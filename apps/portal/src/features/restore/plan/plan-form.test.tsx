// @vitest-environment jsdom
import type { QueryClient } from '@tanstack/react-query';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { jobId as jobIdOf, planAnswers, type MachineOptions, type Restore } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { policiesQuery, subscriptionsQuery } from '../../../api/queries';
import { keyVaultSuggestionQuery, keyVaultTargetsQuery, planChecksQuery } from '../../../api/restore-queries';
import { PlanForm } from './plan-form';
import PlanKeysForm from './plan-keys-form';
import { forgetSession } from '../../../session/stored-session';
import { adeleIsHere, adeleWasHere } from '../../../testing/adele';
import { knownOnly, mount } from '../../../testing/mount';
import { armId, VAULT } from '../../../testing/places';
import { someRestore } from '../../../testing/restore';

beforeEach(adeleWasHere);
afterEach(forgetSession);

const jobId = jobIdOf.parse('a0b1c2d3-0000-4000-8000-000000000002');
const machine = {
  name: 'VM1',
  group: 'RG',
  size: 'Standard_A2',
  subnetId: armId('Microsoft.Network/virtualNetworks/Network/subnets', 'one'),
  publicIp: false,
};
const options: MachineOptions = {
  suggested: machine,
  oldSize: null,
  sizes: [machine.size],
  subnets: [{ id: machine.subnetId, network: 'Network', subnet: 'One', group: 'RG' }],
  groups: [{ name: 'RG', allowed: true }],
  proximityGroup: null,
  tags: {},
};
const restore: Restore = {
  ...someRestore,
  jobId,
  vmName: 'VM1',
  vmGroup: 'RG',
  policyName: 'Daily',
  steps: [{ step: 'disks', state: 'running', reason: null, needs: [], command: null }],
  next: { kind: 'wait', step: 'disks' },
};

/** Nothing is read but what a test has put there. */
const nothingRead = () => knownOnly();

const withPolicies = (...names: string[]) => {
  const client = nothingRead();
  client.setQueryData(
    [...policiesQuery(VAULT).queryKey],
    names.map((name) => ({ name })),
  );
  return client;
};

const failed = (client: QueryClient, queryKey: readonly unknown[]) =>
  client
    .getQueryCache()
    .build(client, { queryKey })
    .setState({ status: 'error', error: new Error('No answer') });

const asked = { frame: { title: 'Run' }, path: VAULT, jobId, restore, options, plan: null, onSent: () => undefined };

function show(client: QueryClient, shown = options) {
  const keys = { how: null, fields: null, reason: undefined };
  mount(<PlanForm {...asked} options={shown} keys={keys} />, { client });
}

const whyNot = () => screen.getByRole('button', { name: 'Run to the end' }).title;

test('where the region has no subnet, the button says so', () => {
  show(withPolicies('Daily'), { ...options, subnets: [] });
  expect(whyNot()).toMatch(/^The region has no subnet/);
});

test('where the vault has no policy, and where its policies could not be read, the button says which', () => {
  show(withPolicies());
  expect(whyNot()).toBe('This vault has no backup policy.');
  cleanup();
  const client = nothingRead();
  failed(client, policiesQuery(VAULT).queryKey);
  show(client);
  expect(whyNot()).toBe('The backup policies couldn’t be read. Choose “Refresh”.');
});

test('where the check failed, the button says so, and it can be made again', () => {
  const client = withPolicies('Daily');
  const answers = { edition: '2017-01', machine, keys: null, policyName: 'Daily', letBackupIn: true, removeLeftovers: true };
  const { queryKey } = planChecksQuery(VAULT, jobId, planAnswers.parse(answers));
  failed(client, queryKey);
  show(client);
  expect(whyNot()).toMatch(/^This couldn’t be checked/);
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(client.isFetching({ queryKey })).toBe(1);
});

test('a plan for a customer leaves to them what no role there gives', () => {
  const client = withPolicies('Daily');
  client.setQueryData(subscriptionsQuery().queryKey, [
    { subscriptionId: VAULT.subscriptionId, name: 'Fabrikam Production', state: 'Enabled', customerTenantId: 'fabrikam' },
  ]);
  const answers = { edition: '2017-01', machine, keys: null, policyName: 'Daily', letBackupIn: true, removeLeftovers: true };
  client.setQueryData([...planChecksQuery(VAULT, jobId, planAnswers.parse(answers)).queryKey], [{ field: 'keys', fault: 'no-role' }]);
  show(client);
  expect(screen.getByText(/whatever role you have\. Only the customer can do this\./)).toBeDefined();
});

test('answers that are refused are checked again: something is in their way that was not when they were checked', async () => {
  const client = withPolicies('Daily');
  const answers = { edition: '2017-01', machine, keys: null, policyName: 'Daily', letBackupIn: true, removeLeftovers: true };
  const { queryKey } = planChecksQuery(VAULT, jobId, planAnswers.parse(answers));
  client.setQueryData([...queryKey], []);
  await adeleIsHere();
  vi.spyOn(globalThis, 'fetch')
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockReturnValue(new Promise(() => undefined));
  show(client);
  fireEvent.click(screen.getByRole('button', { name: 'Run to the end' }));
  await waitFor(() => expect(client.isFetching({ queryKey })).toBe(1));
});

const id = `/subscriptions/${VAULT.subscriptionId}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/OldKV`;
const secret = { url: 'https://oldkv.vault.example/secrets/bek/1', name: 'bek', version: '1', keyVaultId: id, keyVaultName: 'OldKV' };
const chain = { secret: { ...secret, state: 'missing' as const, expires: null, newest: null }, key: null };

test('key vaults that could not be read are told as that, and can be read again', async () => {
  const client = knownOnly();
  const { queryKey } = keyVaultTargetsQuery(VAULT, jobId);
  failed(client, queryKey);
  mount(<PlanKeysForm {...asked} restore={{ ...restore, encrypted: true }} chain={chain} />, { client });
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(whyNot()).toBe('The key vaults couldn’t be read. Choose “Refresh”.');
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(client.isFetching({ queryKey })).toBe(1);
});

test('a new key vault can be chosen where the others could not be read', () => {
  const client = knownOnly();
  failed(client, keyVaultTargetsQuery(VAULT, jobId).queryKey);
  client.setQueryData(keyVaultSuggestionQuery(VAULT, jobId).queryKey, { name: 'OldKV-2' });
  mount(<PlanKeysForm {...asked} restore={{ ...restore, encrypted: true }} chain={chain} />, { client });
  fireEvent.click(screen.getByRole('radio', { name: /^Create a new key vault first/ }));
  expect(whyNot()).not.toContain('key vaults');
  const name = screen.getByLabelText<HTMLInputElement>(/^Name of the new key vault/);
  expect(name.value).toBe('OldKV-2');
  fireEvent.change(name, { target: { value: 'OurKV' } });
  client.setQueryData(keyVaultTargetsQuery(VAULT, jobId).queryKey, []);
  expect(name.value).toBe('OurKV');
});
