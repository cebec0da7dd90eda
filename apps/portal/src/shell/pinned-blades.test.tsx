// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../language/language';
import { paths } from '../map/paths';
import { storeSession } from '../session/stored-session';
import { PinnedBlades } from './pinned-blades';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => setLanguage('en'));
afterEach(cleanup);

test('what is unpinned leaves the focus where it was pinned', () => {
  storeSession({ token: 'token', expiresAt: 0, account: { id: 'anna', name: 'Anna', username: 'anna@contoso.com', isGuest: false } });
  localStorage.setItem('tresor.pins.anna', paths.vaults());
  render(
    <MemoryRouter>
      <PinnedBlades />
    </MemoryRouter>,
  );
  const unpin = screen.getByRole('button');
  unpin.focus();
  fireEvent.click(unpin);
  expect(screen.queryByRole('button')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Pinned' }));
});
