// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { jobId as jobIdOf, restorePlan, type MachineOptions, type RestorePlan } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { policiesQuery } from '../../../api/queries';
import { usePlanForm } from './use-plan-form';
import { forgetSession, storeSession } from '../../../session/stored-session';
import { ADELE, adeleWasHere } from '../../../testing/adele';
import { knownOnly, within } from '../../../testing/mount';
import { armId, VAULT } from '../../../testing/places';

beforeEach(adeleWasHere);
afterEach(forgetSession);

const jobId = jobIdOf.parse('a0b1c2d3-0000-4000-8000-000000000001');
const options: MachineOptions = {
  suggested: { name: 'VM1', group: 'RG', size: 'Standard_A2' },
  oldSize: null,
  sizes: ['Standard_A2', 'Standard_A3'],
  subnets: ['one', 'two'].map((subnet) => ({
    id: armId('Microsoft.Network/virtualNetworks/Network/subnets', subnet),
    network: 'Network',
    subnet,
    group: 'RG',
  })),
  groups: [{ name: 'RG', allowed: true }],
  proximityGroup: null,
  tags: {},
};
const machine = {
  name: 'srv-test',
  group: 'RG',
  size: 'Standard_A2',
  subnetId: armId('Microsoft.Network/virtualNetworks/Network/subnets', 'two'),
  publicIp: true,
};
const plan = restorePlan.parse({
  answers: { edition: 'current', machine, keys: null, policyName: 'Weekly', letBackupIn: false, removeLeftovers: false },
  by: { name: 'Adele', username: 'adele' },
  at: '2017-01-18T10:00:00.000Z',
  given: [],
  standing: { state: 'stopped', by: { name: 'Adele', username: 'adele' }, at: '2017-01-18T10:00:00.000Z' },
  lacking: [],
});

function formOf(before: RestorePlan | null) {
  const client = knownOnly();
  client.setQueryData([...policiesQuery(VAULT).queryKey], [{ name: 'Daily' }, { name: 'Weekly' }]);
  const wrapper = within(client);
  const asked = { path: VAULT, jobId, restore: { policyName: 'Daily' }, options, plan: before, keys: null };
  return renderHook(() => usePlanForm(asked), { wrapper }).result;
}

afterEach(() => formOf(null).current.sending()());

test('changing the answers of a run keeps those that are not touched', () => {
  const form = formOf(plan);
  act(() => form.current.machine.change({ size: 'Standard_A3' }));
  expect(form.current.answers).toMatchObject({ ...plan.answers, edition: '2017-01', machine: { ...machine, size: 'Standard_A3' } });
  act(() => form.current.choose({ removeLeftovers: true }));
  expect(form.current.answers).toMatchObject({ policyName: 'Weekly', letBackupIn: false, removeLeftovers: true });
});

test('a run that protected nothing goes on protecting nothing', () => {
  const { answers } = formOf({ ...plan, answers: { ...plan.answers, policyName: null } }).current;
  expect(answers?.policyName).toBeNull();
});

test('where nothing was answered yet, the old machine’s name and policy are proposed', () => {
  expect(formOf(null).current.answers).toMatchObject({
    machine: { name: 'VM1', subnetId: armId('Microsoft.Network/virtualNetworks/Network/subnets', 'one') },
    policyName: 'Daily',
    letBackupIn: true,
  });
});

test('what one person has begun to answer no other one finds', () => {
  const form = formOf(null);
  act(() => form.current.machine.change({ name: 'VM2' }));
  act(() => form.current.choose({ removeLeftovers: false }));
  storeSession({ account: { ...ADELE, id: 'megan' }, token: '', expiresAt: 0 });
  expect(formOf(null).current.answers).toMatchObject({ machine: { name: 'VM1' }, removeLeftovers: true });
});
