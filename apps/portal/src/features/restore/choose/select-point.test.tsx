// @vitest-environment jsdom
import { screen } from '@testing-library/react';
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

function open(answered: 'nothing' | 'unread') {
  const client = knownOnly();
  const { queryKey } = recoveryPointsQuery(path, 30);
  if (answered === 'nothing') client.setQueryData(queryKey, []);
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

test('where there are none, the list stands there and says so', () => {
  open('nothing');
  expect(screen.getByRole('grid')).toBeDefined();
  expect(screen.getByText(/^There are no restore points in this period/)).toBeDefined();
  expect(whyNotOk()).toBe('Select a restore point.');
});
