// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../../language/language';
import { MachineChecks } from './machine-checks';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => setLanguage('en'));
afterEach(cleanup);

test.each([
  [true, 'name, size, quota, subnet, rights, key vault.'],
  [false, 'name, size, quota, subnet, rights.'],
])('what was checked beforehand names the key vault only where there is one to look at (encrypted: %s)', (encrypted, names) => {
  const checks = <MachineChecks checks={[]} standing="checking" about={{}} encrypted={encrypted} />;
  render(
    <MemoryRouter initialEntries={['/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/rg/vault']}>
      <Routes>
        <Route path="/vaults/:subscriptionId/:resourceGroup/:vaultName" element={checks} />
      </Routes>
    </MemoryRouter>,
  );
  expect(screen.getByText(/^Nothing is in the way/).textContent).toBe(
    `Nothing is in the way, as far as Tresor can see beforehand: ${names}`,
  );
});
