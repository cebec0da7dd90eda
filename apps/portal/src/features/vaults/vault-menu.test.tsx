// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '../../language/language';
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
