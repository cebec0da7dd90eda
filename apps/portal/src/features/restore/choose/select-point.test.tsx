// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { recoveryPoint, type RecoveryPoint } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recoveryPointsQuery } from '../../../api/restore-queries';
import { forgetSession } from '../../../session/stored-session';
import { adeleWasHere } from '../../../testing/adele';
import { knownOnly, mount } from '../../../testing/mount';
import { itemOf } from '../../../testing/places';
import SelectPoint from './select-point.blade';

const path = itemOf('VM1');

beforeEach(adeleWasHere);
afterEach(forgetSession);

const ruledOut = recoveryPoint.parse({
  id: '1',
  time: '2017-01-18T22:00:00.000Z',
  consistency: 'application',
  tiers: ['vault'],
  expires: null,
  osType: 'Windows',
  encrypted: true,
  pass: 'dual',
  managedDisks: true,
  vmSize: null,
  keyChain: null,
  pairedRegion: null,
  threat: null,
  excludedDisks: [],
  threats: [],
  verdict: { state: 'blocked', reasons: ['key-not-there'] },
});

function open(answered: RecoveryPoint[] | 'unread') {
  const client = knownOnly();
  const { queryKey } = recoveryPointsQuery(path, 30);
  if (answered !== 'unread') for (const days of [30, 3650]) client.setQueryData(recoveryPointsQuery(path, days).queryKey, answered);
  else
    client
      .getQueryCache()
      .build(client, { queryKey })
      .setState({ status: 'error', error: new Error('No answer') });
  const address = `/${path.subscriptionId}/rg/vault/VmRG/VM1`;
  mount(<SelectPoint />, { client, path: '/:subscriptionId/:resourceGroup/:vaultName/:vmGroup/:vmName', address });
}

const whyNotOk = () => screen.getByRole('button', { name: 'OK' }).title;

test('of restore points that could not be read there is neither a table nor a legend, nor is one to be selected', async () => {
  open('unread');
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.queryByRole('grid')).toBeNull();
  expect(screen.queryByRole('list', { name: 'Consistency' })).toBeNull();
  expect(screen.queryByText(/^Filtered for/)).toBeNull();
  expect(whyNotOk()).toBe('This couldn’t be read. Choose “Refresh”.');
});

function showAll() {
  fireEvent.click(screen.getByRole('button', { name: 'Filter' }));
  fireEvent.change(screen.getByRole('combobox', { name: 'Time range' }), { target: { value: '3650' } });
}

test('where there are none, the list stands there and says so', () => {
  open([]);
  expect(screen.getByRole('grid')).toBeDefined();
  const none = 'There are no restore points in this period. Use “Filter” to choose a longer one.';
  expect(screen.getAllByText(none).length).toBeGreaterThan(0);
  expect(whyNotOk()).toBe(none);
  showAll();
  expect(screen.queryByText(none)).toBeNull();
  expect(whyNotOk()).toBe('There’s no restore point.');
});

test('where every point is ruled out nobody is told to select one, once all of them are shown', () => {
  open([ruledOut]);
  expect(whyNotOk()).toBe('No restore point in this period can be used. Use “Filter” to choose a longer one.');
  expect(screen.getByText(/Select another point\./)).toBeDefined();
  showAll();
  expect(whyNotOk()).toBe('No restore point can be used.');
  expect(screen.queryByText(/[Ss]elect another/)).toBeNull();
  expect(screen.getByText(/No other restore point can be used either\. If the virtual machine still exists,/)).toBeDefined();
});
