// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '../../language/language';
import { MENU } from './menu-entries';
import { VaultMenu } from './vault-menu';

beforeEach(() => setLanguage('de'));
function show() {
  const path = '/vaults/:subscriptionId/:resourceGroup/:vaultName';
  const router = createMemoryRouter([{ path, element: <VaultMenu /> }], {
    initialEntries: ['/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/IgniteRG/IgniteDemoVault'],
  });
  render(<RouterProvider router={router} />);
}

test('Ctrl and a slash lead to the search, wherever the slash lies on the keyboard', () => {
  show();
  fireEvent.keyDown(document.body, { key: '/', code: 'Digit7', ctrlKey: true });
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
});

test('what lies where others have the slash stays the browser’s: with Ctrl it makes the page smaller', () => {
  show();
  expect(fireEvent.keyDown(document.body, { key: '-', code: 'Slash', ctrlKey: true })).toBe(true);
  expect(document.activeElement).not.toBe(screen.getByRole('searchbox'));
});

test('the entries of the article’s picture come in its order, ours behind those of their group or below; the review explains each of ours', () => {
  expect(MENU.map(({ heading, entries }) => [heading?.en, ...entries.map(({ id }) => id)])).toEqual([
    [undefined, 'overview', 'activity-log', 'diagnose'],
    ['Settings', 'properties', 'locks', 'automation'],
    ['Getting started', 'backup', 'site-recovery', 'prerequisites'],
    ['Access', 'key-vaults', 'permissions'],
    ['Monitoring', 'items', 'jobs', 'restores'],
    ['Manage', 'policies', 'infrastructure'],
  ]);
});
