// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import { countedVaultsQuery } from '../../api/queries';
import { virtualMachinesQuery } from '../../api/virtual-machines-query';
import { edition } from '../../kept/edition';
import { adeleIsHere } from '../../testing/adele';
import { knownOnly, mount } from '../../testing/mount';
import { SUBSCRIPTION } from '../../testing/places';
import { virtualMachineOf } from '../../testing/virtual-machine';
import ReadinessList from './readiness.blade';

beforeEach(adeleIsHere);

function show(machines: readonly ReturnType<typeof virtualMachineOf>[]) {
  edition.set('current');
  const client = knownOnly();
  client.setQueryData(virtualMachinesQuery(SUBSCRIPTION).queryKey, { total: machines.length, rows: [...machines], complete: true });
  client.setQueryData([...countedVaultsQuery(SUBSCRIPTION).queryKey], []);
  mount(<ReadinessList />, { client, address: `/${SUBSCRIPTION}`, path: '/:subscriptionId' });
  return screen.getByRole('table', { name: 'Encrypted virtual machines by state' });
}

test('today the end of Azure Disk Encryption comes after the counts, where it concerns a machine', () => {
  const counts = show([virtualMachineOf('WebVM1', { encryption: { kind: 'bek-kek', pass: 'dual', keyVaultIds: [] } })]);
  const heading = screen.getByRole('heading', { name: 'Azure Disk Encryption retires' });
  expect(counts.compareDocumentPosition(heading)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('where no machine that can be seen is encrypted, nothing is said of it', () => {
  show([]);
  expect(screen.getByText('Encrypted virtual machines: 0.')).toBeDefined();
  expect(screen.queryByText('Azure Disk Encryption retires')).toBeNull();
});

test('where the machines could not be read, no number looks as if it were still being counted', async () => {
  const client = knownOnly();
  const { queryKey } = virtualMachinesQuery(SUBSCRIPTION);
  const unreachable = new ProblemError({ title: '', status: 504, code: 'azure-unreachable', correlationId: null, onlyRead: true });
  client.getQueryCache().build(client, { queryKey }).setState({ status: 'error', error: unreachable });
  mount(<ReadinessList />, { client, address: `/${SUBSCRIPTION}`, path: '/:subscriptionId' });
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.queryByRole('table')).toBeNull();
});
