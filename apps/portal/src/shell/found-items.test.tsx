// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { foundCommand, type VirtualMachine } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { allItemsQuery, foundCommandsQuery, subscriptionsQuery } from '../api/queries';
import { virtualMachinesQuery } from '../api/virtual-machines-query';
import { paths } from '../map/paths';
import { knownOnly, mount } from '../testing/mount';
import { SUBSCRIPTION, VAULT } from '../testing/places';
import { virtualMachineOf } from '../testing/virtual-machine';
import FoundItems from './found-items';

const JOB = 'a0b1c2d3-0000-4000-8000-000000000001';

const machine = (name: string, change: Partial<VirtualMachine> = {}) => virtualMachineOf(name, { resourceGroup: 'FarmRG', ...change });

function show(typed: string, itemsFailed = false) {
  const client = knownOnly();
  const { queryKey } = allItemsQuery();
  if (itemsFailed)
    client
      .getQueryCache()
      .build(client, { queryKey })
      .setState({ status: 'error', error: new Error('refused') });
  else client.setQueryData(queryKey, []);
  client.setQueryData([...subscriptionsQuery().queryKey], [{ subscriptionId: SUBSCRIPTION, displayName: 'Production' }]);
  const rows = [
    machine('WebVM1'),
    machine('WebVM2', { protectedByVaultId: '/vault' }),
    machine('WebVM3', { deletedInVaultId: '/vault' }),
    machine('SqlVM1'),
  ];
  client.setQueryData(virtualMachinesQuery(SUBSCRIPTION).queryKey, { total: rows.length, rows, complete: true });
  const found = { vault: VAULT, command: 'restores.start', target: '/vms/SqlVM1', reason: 'INC-4711 lost', at: '2026-11-26T01:00:00.000Z' };
  client.setQueryData(
    foundCommandsQuery('INC-4711').queryKey,
    [
      { ...found, journey: JOB },
      { ...found, journey: null, command: 'items.backUpNow' },
    ].map((one) => foundCommand.parse(one)),
  );
  mount(<FoundItems typed={typed} />, { client });
}

test('Browse finds machines that nobody backs up, each with the way to what keeps it from being backed up', () => {
  show('web');
  const links = within(screen.getByRole('region', { name: 'Virtual machines that aren’t protected' })).getAllByRole('link');
  expect(links.map(({ textContent }) => textContent)).toEqual(['WebVM1 (FarmRG)']);
  expect(links[0]?.getAttribute('href')).toBe(
    paths.encryptionInReadiness({ subscriptionId: SUBSCRIPTION, vmGroup: 'FarmRG', vmName: 'WebVM1' }),
  );
});

test('Browse finds what was done for a ticket: the record of its restore, or the log of its vault', () => {
  show('INC-4711');
  const links = within(screen.getByRole('region', { name: 'By reason or ticket' })).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([paths.restoreRecord({ ...VAULT, jobId: JOB }), paths.activity(VAULT)]);
  expect(links[0]?.textContent).toMatch(/INC-4711 lost: Restore disks \(SqlVM1/);
});

test('Browse says when what it searches could not be read', () => {
  show('sql', true);
  expect(screen.getByText('Not everything that’s searched could be read. Something may be missing here.')).toBeDefined();
  cleanup();
  show('sql');
  expect(screen.queryByText(/couldn|could be read/)).toBeNull();
});
