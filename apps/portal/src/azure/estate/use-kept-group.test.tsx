// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider, useLocation, useNavigate } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepGroup } from '../../kept/kept-group';
import { keepChoices } from '../../map/choices';
import { adeleWasHere } from '../../testing/adele';
import { useAddressChoice, useLinkWithChoices } from '../../ui/fields/use-address-choice';
import { useKeptGroup } from './use-estate-scope';

beforeEach(() => {
  adeleWasHere();
  keepGroup('adele', 'platform');
});
afterEach(() => {
  keepGroup('adele', '');
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
      <button onClick={() => void navigate('/alerts')}>All items</button>
      <button onClick={() => void navigate(withChoices('/alerts/script'))}>Script</button>
      <button onClick={() => void navigate('/alerts')}>Close</button>
    </>
  );
}

const show = (address: string) =>
  render(
    <RouterProvider
      router={keepChoices(
        createMemoryRouter([{ path: 'alerts', element: <List />, children: [{ path: 'script', element: null }] }], {
          initialEntries: [address],
        }),
      )}
    />,
  );

const address = () => screen.getByRole('status').textContent;
const press = (name: string) => void fireEvent.click(screen.getByRole('button', { name }));

test('a list that is opened without any filter is about the group that was chosen last', () => {
  show('/alerts');
  expect(address()).toBe('/alerts?group=platform');
});

test('a filter that is taken off brings no group back, and what is opened from there is about the same', () => {
  show('/alerts?status=failed');
  press('Any status');
  expect(address()).toBe('/alerts');
  press('Script');
  expect(address()).toBe('/alerts/script');
});

test('opened once more, a list is about the group again', () => {
  show('/alerts?status=failed');
  press('All items');
  expect(address()).toBe('/alerts?group=platform');
});

test('a list from which something was opened is about the same afterwards', () => {
  show('/alerts?group=ships&status=failed');
  press('Script');
  expect(address()).toBe('/alerts/script?group=ships&status=failed');
  press('Any status');
  press('Close');
  expect(address()).toBe('/alerts?group=ships');
});

test('closing what was opened from a list brings no group that it was not about', () => {
  show('/alerts?status=failed');
  press('Any status');
  press('Script');
  press('Close');
  expect(address()).toBe('/alerts');
});

test('a list beside what was opened by its own address is about the group once that is closed', () => {
  show('/alerts/script');
  press('Close');
  expect(address()).toBe('/alerts?group=platform');
});
