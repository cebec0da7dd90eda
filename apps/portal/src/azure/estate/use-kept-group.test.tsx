// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation, useNavigate } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepGroup } from '../../kept/kept-group';
import { storeSession } from '../../session/stored-session';
import { useAddressChoice, useLinkWithChoices } from '../../ui/fields/use-address-choice';
import { useKeptGroup } from './use-estate-scope';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => {
  storeSession({ token: 'token', expiresAt: 0, account: { id: 'anna', name: 'Anna', username: 'anna@contoso.com', isGuest: false } });
  keepGroup('anna', 'platform');
});
afterEach(() => {
  cleanup();
  keepGroup('anna', '');
});

function List() {
  useKeptGroup();
  const [, choose] = useAddressChoice('status');
  const withChoices = useLinkWithChoices();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  return (
    <>
      <output>{pathname + search}</output>
      <button onClick={() => choose('')}>Any status</button>
      <button onClick={() => void navigate('/items')}>All items</button>
      <button onClick={() => void navigate(withChoices('/items/script'))}>Script</button>
      <button onClick={() => void navigate('/items')}>Close</button>
    </>
  );
}

const show = (address: string) =>
  render(
    <MemoryRouter initialEntries={[address]}>
      <Routes>
        <Route path="items" element={<List />}>
          <Route path="script" element={null} />
        </Route>
      </Routes>
    </MemoryRouter>,
  );

const address = () => screen.getByRole('status').textContent;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('a list that is opened without any filter is about the group that was chosen last', () => {
  show('/items');
  expect(address()).toBe('/items?group=platform');
});

test('a filter that is taken off brings no group back, and what is opened from there is about the same', () => {
  show('/items?status=failed');
  press('Any status');
  expect(address()).toBe('/items');
  press('Script');
  expect(address()).toBe('/items/script');
});

test('opened once more, a list is about the group again', () => {
  show('/items?status=failed');
  press('All items');
  expect(address()).toBe('/items?group=platform');
});

test('a list from which something was opened is about the same afterwards', () => {
  show('/items?group=ships&status=failed');
  press('Script');
  expect(address()).toBe('/items/script?group=ships&status=failed');
  press('Any status');
  press('Close');
  expect(address()).toBe('/items?group=ships');
});

test('closing what was opened from a list brings no group that it was not about', () => {
  show('/items?status=failed');
  press('Any status');
  press('Script');
  press('Close');
  expect(address()).toBe('/items');
});

test('a list beside what was opened by its own address is about the group once that is closed', () => {
  show('/items/script');
  press('Close');
  expect(address()).toBe('/items?group=platform');
});
