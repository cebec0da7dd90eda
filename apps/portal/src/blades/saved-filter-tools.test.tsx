// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../language/language';
import { storeSession } from '../session/stored-session';
import { SavedFilterTools } from './saved-filter-tools';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => {
  setLanguage('en');
  storeSession({ token: 'token', expiresAt: 0, account: { id: 'anna', name: 'Anna', username: 'anna@contoso.com', isGuest: false } });
});
afterEach(cleanup);

const button = (name: string) => screen.getByRole('button', { name });

test('naming a filter begins in its field and ends on the button that began it', () => {
  render(
    <MemoryRouter initialEntries={['/items?status=failed']}>
      <Routes>
        <Route path="items" element={<SavedFilterTools />} />
      </Routes>
    </MemoryRouter>,
  );
  expect(document.activeElement).toBe(document.body);
  fireEvent.click(button('Save filter'));
  expect(document.activeElement).toBe(screen.getByLabelText('Filter name'));
  fireEvent.click(button('Cancel'));
  expect(document.activeElement).toBe(button('Save filter'));
});
