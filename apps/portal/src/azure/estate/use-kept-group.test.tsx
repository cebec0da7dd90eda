// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation, useNavigate } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepGroup } from '../../kept/kept-group';
import { storeSession } from '../../session/stored-session';
import { useAddressChoice } from '../../ui/fields/use-address-choice';
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
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  return (
    <>
      <output>{pathname + search}</output>
      <button onClick={() => choose('')}>Any status</button>
      <button onClick={() => void navigate('/items')}>All items</button>
      <button onClick={() => void navigate('/items/script')}>Script</button>
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
