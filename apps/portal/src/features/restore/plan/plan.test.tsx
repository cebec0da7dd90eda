// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { jobId as jobIdOf, planAnswers, type PlanStop, type Restore, type RestorePlan } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { subscriptionsQuery } from '../../../api/queries';
import { machineOptionsQuery, planQuery, restoreQuery } from '../../../api/restore-queries';
import { paths } from '../../../map/paths';
import { knownOnly, mount } from '../../../testing/mount';
import { armId, VAULT } from '../../../testing/places';
import { someRestore } from '../../../testing/restore';
import Plan from './plan.blade';

const jobId = jobIdOf.parse('a0b1c2d3-0000-4000-8000-000000000002');
const machine = {
  name: 'VM1',
  group: 'RG',
  size: 'Standard_A2',
  subnetId: armId('Microsoft.Network/virtualNetworks/Network/subnets', 'one'),
  publicIp: false,
};
const done: RestorePlan = {
  answers: planAnswers.parse({ edition: '2017-01', machine, keys: null, policyName: null, letBackupIn: false, removeLeftovers: false }),
  by: { name: 'Adele Vance', username: 'adele' },
  at: '2017-03-03T08:00:00Z',
  standing: { state: 'done', at: '2017-03-03T12:00:00Z' },
  given: [],
  lacking: [],
};

/** Anyone who may not read the blobs of the restore is refused its options. */
function open(restore: Restore, plan: RestorePlan | null, customerTenantId: string | null = null) {
  const client = knownOnly();
  const subscription = { subscriptionId: VAULT.subscriptionId, name: 'Fabrikam Production', state: 'Enabled', customerTenantId };
  client.setQueryData(subscriptionsQuery().queryKey, [subscription]);
  client.setQueryData(restoreQuery(VAULT, jobId, '2017-01').queryKey, restore);
  client.setQueryData(planQuery(VAULT, jobId).queryKey, plan);
  client
    .getQueryCache()
    .build(client, { queryKey: machineOptionsQuery(VAULT, jobId).queryKey })
    .setState({ status: 'error', error: new Error('You may not read that') });
  const address = paths.runToEnd({ ...VAULT, jobId });
  mount(<Plan />, { client, path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/restores/:jobId/plan', address });
  return { isAsked: () => client.isFetching({ queryKey: machineOptionsQuery(VAULT, jobId).queryKey }) > 0 };
}

test('a run that has ended asks nobody what a machine could be made of, and shows no refusal of that', async () => {
  const { isAsked } = open({ ...someRestore, jobId }, done);
  expect(await screen.findByText(/^The run has ended/)).toBeDefined();
  expect([isAsked(), screen.queryByRole('alert')]).toEqual([false, null]);
});

test('neither does a restore that came to its end without a run', () => {
  const { isAsked } = open({ ...someRestore, jobId }, null);
  expect(screen.getByText('There’s nothing left to do here.')).toBeDefined();
  expect([isAsked(), screen.queryByRole('alert')]).toEqual([false, null]);
});

test('a run that was stopped and then finished by hand has nothing left to take back or to change', () => {
  const stopped = { state: 'stopped', by: done.by, at: done.at } as const;
  const { isAsked } = open({ ...someRestore, jobId }, { ...done, standing: stopped });
  expect(screen.getByText('There’s nothing left to do here.')).toBeDefined();
  expect([isAsked(), screen.queryByRole('button', { name: 'Change the answers' })]).toEqual([false, null]);
});

test('one that waits for a sign-in can be taken back then, but has no answers left to change', async () => {
  open({ ...someRestore, jobId }, { ...done, standing: { state: 'waiting', since: done.at } });
  expect(await screen.findByRole('button', { name: 'Take back control' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Change the answers' })).toBeNull();
});

test('where a restore goes on, it is asked what a machine could be made of', () => {
  const { isAsked } = open({ ...someRestore, jobId, next: { kind: 'wait', step: 'disks' } }, null);
  expect(isAsked()).toBe(true);
});

test('a run that a policy stopped names it and who can change it', async () => {
  const stop: PlanStop = {
    reason: 'refused',
    step: 'machine',
    command: 'create-machine',
    code: 'disallowed-by-policy',
    azureCode: 'RequestDisallowedByPolicy',
    azureMessage: "Resource 'nic' was disallowed by policy 'Only in Europe'.",
    needs: [],
  };
  open({ ...someRestore, jobId }, { ...done, standing: { state: 'needs-person', since: done.at, stop } });
  expect(await screen.findByText(/Only in Europe/)).toBeDefined();
  expect(screen.getByText(/can change it or create an exemption/)).toBeDefined();
});

test('in a subscription that a customer has delegated a run that may not read blobs names no role that gives that', async () => {
  const nothing = { azureCode: null, azureMessage: null, needs: [] };
  const stop: PlanStop = { reason: 'refused', step: 'after-care', command: 'remove-leftovers', code: 'storage-data-forbidden', ...nothing };
  open({ ...someRestore, jobId }, { ...done, standing: { state: 'needs-person', since: done.at, stop } }, 'fabrikam');
  const said = await screen.findByText(/read or delete blobs in this storage account/);
  expect(said.textContent).toMatch(/whatever role you have\. Only the customer can do this\.$/);
  expect(said.textContent).not.toContain('Contributor');
});
