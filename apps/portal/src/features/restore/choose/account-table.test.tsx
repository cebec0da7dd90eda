// @vitest-environment jsdom
import type { StorageAccount } from '@tresor/contracts';
import { cleanup, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { mount } from '../../../testing/mount';
import { AccountTable } from './account-table';

const show = (accounts: StorageAccount[] | undefined, chosen: string | null = null) =>
  mount(<AccountTable accounts={accounts} loading={false} chosen={chosen} onChoose={() => undefined} paired={null} />);

const none = () => screen.queryByText(/no storage account/i);

test('storage accounts that could not be read are not said to be none', () => {
  show([]);
  expect(none()).not.toBeNull();
  cleanup();
  show(undefined);
  expect(none()).toBeNull();
});

test('a chosen account whose firewall keeps the server out, or may do so, is told before the restore', () => {
  const account = { resourceGroup: 'rg', location: 'westeurope', kind: 'StorageV2', replication: 'Standard_LRS', reason: null };
  const accounts = [
    { ...account, id: '/open', name: 'open', shutOut: false },
    { ...account, id: '/shut', name: 'shut', shutOut: true },
    { ...account, id: '/untold', name: 'untold', shutOut: null },
  ];
  show(accounts, '/shut');
  expect(screen.queryByText(/firewall of shut doesn’t let the Tresor server through/)).not.toBeNull();
  cleanup();
  show(accounts, '/open');
  expect(screen.queryByText(/firewall/)).toBeNull();
  cleanup();
  show(accounts, '/untold');
  // Whether it was asked in time, and what it said, is not known here.
  expect(screen.queryByText(/it couldn’t be found out whether Tresor gets in\. Without access/)).not.toBeNull();
});
