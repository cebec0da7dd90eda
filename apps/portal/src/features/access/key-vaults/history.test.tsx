// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { grant, keyVaultDetails, keyVaultPath, type Grant } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { ADELE } from '../../../testing/adele';
import { History } from './history';

const path = keyVaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', keyVaultName: 'FarmKV' });

const given = grant.parse({
  grantId: 'a',
  by: { name: ADELE.name, username: ADELE.username },
  at: '2026-01-01T00:00:00.000Z',
  way: 'access-policy',
  permissions: ['keys/get'],
  roleName: null,
  before: { policy: null, roles: [] },
  after: null,
  undone: null,
  takesEffectBy: null,
  undo: 'possible',
});

const details = keyVaultDetails.parse({
  location: 'westeurope',
  model: 'access-policy',
  enabledForDiskEncryption: true,
  network: 'open',
  serviceId: null,
  access: null,
  held: [],
  takesEffectBy: null,
  otherPolicies: 0,
  missingToGrant: [],
  missingToDefineRole: [],
  stamp: '1',
  grants: [],
});

const client = new QueryClient();
const withUndo = (undo: Grant['undo']) => (
  <QueryClientProvider client={client}>
    <History path={path} details={{ ...details, grants: [{ ...given, undo }] }} />
  </QueryClientProvider>
);

test('an undo that somebody else has overtaken says so where it was asked for', () => {
  const { rerender } = render(withUndo('possible'));
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  screen.getByRole('note');
  rerender(withUndo('changed'));
  expect(screen.queryByRole('note')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getAllByText(/^Someone has since changed/)).not.toEqual([]);
});
