// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { itemInVault, type ItemInVault } from '@tresor/contracts';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { allItemsQuery } from '../api/queries';
import { setLanguage } from '../i18n/language';
import Attention from './attention';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => setLanguage('en'));
afterEach(cleanup);

const item = (name: string, change: object) =>
  itemInVault.parse({
    id: name,
    vmId: name,
    name,
    resourceGroup: 'rg',
    protectionState: 'Protected',
    lastBackupStatus: 'Completed',
    lastBackupTime: null,
    latestRecoveryPoint: null,
    policyName: 'DefaultPolicy',
    deletedAt: null,
    machine: 'there',
    vault: { subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' },
    ...change,
  });

function show(items: ItemInVault[]) {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  client.setQueryData(allItemsQuery().queryKey, items);
  return render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <Attention />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

test('each case has its words and the one button that helps', () => {
  show([
    item('DBVM2', { machine: 'gone' }),
    item('OldVM', { deletedAt: '2026-01-01T00:00:00.000Z' }),
    item('RevokedVM1', { lastBackupStatus: 'Failed' }),
  ]);
  expect(screen.getByText('The virtual machine DBVM2 no longer exists.')).toBeDefined();
  expect(screen.getByText(/backup data of OldVM are deleted and will be gone for good on 0?1\/15\/2026/)).toBeDefined();
  expect(screen.getByText('The last backup of RevokedVM1 failed.')).toBeDefined();
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('aria-label'))).toEqual([
    'Restore: DBVM2',
    'Undelete: OldVM',
    'Look at it: RevokedVM1',
  ]);
});

test('where all is well nothing is said', () => {
  const { container } = show([item('well', {})]);
  expect(container.textContent).toBe('');
});
