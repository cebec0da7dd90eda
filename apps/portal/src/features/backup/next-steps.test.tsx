// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import type { ProtectionBatch } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { itemsQuery } from '../../api/queries';
import { knownOnly, mount } from '../../testing/mount';
import { VAULT } from '../../testing/places';
import { NextSteps } from './next-steps';

const result = { ruleId: null, azureCode: null, azureMessage: null, recommendation: null, jobId: null, checkedUntil: null };
const batch: ProtectionBatch = {
  batchId: 'a0b1c2d3-0000-4000-8000-000000000001',
  policyName: 'Daily',
  startedAt: '2017-01-18T10:00:00.000Z',
  finished: true,
  results: [
    { ...result, vmId: '/VM1', vmName: 'VM1', state: 'protected' },
    { ...result, vmId: '/VM2', vmName: 'VM2', state: 'protected' },
    { ...result, vmId: '/VM3', vmName: 'VM3', state: 'failed' },
  ],
};
const item = (vmId: string, latestRecoveryPoint: string | null) => ({ vmId, latestRecoveryPoint, deletedAt: null });
const POINT = '2017-01-18T23:30:00.000Z';

function show(items?: ReturnType<typeof item>[]) {
  const client = knownOnly();
  if (items !== undefined) client.setQueryData([...itemsQuery(VAULT).queryKey], items);
  mount(<NextSteps path={VAULT} batch={batch} willFail={false} />, { client });
}

const isAskedToBackUp = () => screen.queryByRole('heading', { name: 'Next step: Backup now' }) !== null;

test('nothing is said of recovery points until it is known whether there are any', () => {
  show();
  expect(screen.queryByText(/recovery point/)).toBeNull();
  expect(screen.getByRole('link', { name: 'Open backup items' })).toBeDefined();
});

test('that nothing is backed up is said as long as nothing is', () => {
  show([item('/vm1', null), item('/vm9', POINT)]);
  expect(screen.getByRole('heading', { name: 'No recovery point yet' })).toBeDefined();
  expect(isAskedToBackUp()).toBe(true);
});

test('once some are, it is said how many, and once all are, nobody is asked to back them up', () => {
  show([item('/vm1', POINT), item('/vm2', null)]);
  expect(screen.getByText('1 of 2 virtual machines already has a recovery point.')).toBeDefined();
  expect(screen.queryByText('No recovery point yet')).toBeNull();
  expect(isAskedToBackUp()).toBe(true);
  cleanup();
  show([item('/vm1', POINT), item('/vm2', POINT)]);
  expect(screen.getByText('2 of 2 virtual machines already have a recovery point.')).toBeDefined();
  expect(isAskedToBackUp()).toBe(false);
});
