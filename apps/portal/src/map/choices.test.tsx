// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { useAddressChoice } from '../ui/fields/use-address-choice';
import { keepChoices } from './choices';
import { paths } from './paths';

/** A blade that shows what is chosen in it, and lets it be chosen. */
function Chooser({ of }: { of: string }) {
  const [show, choose] = useAddressChoice('show');
  return (
    <>
      <button onClick={() => choose(`chosen in ${of}`)}>{of}</button>
      <output aria-label={`shown in ${of}`}>{show}</output>
      <Outlet />
    </>
  );
}

const shown = (of: string) => screen.getByRole('status', { name: `shown in ${of}` }).textContent;
const choose = (of: string) => act(() => screen.getByRole('button', { name: of }).click());

function open(...entries: string[]) {
  const router = keepChoices(
    createMemoryRouter(
      [
        {
          path: 'key-survival',
          element: <Chooser of="list" />,
          children: [{ path: ':subscriptionId/:resourceGroup/:vaultName/:vmGroup/:vmName', element: <Chooser of="row" /> }],
        },
        { path: 'encryption-end', element: <Chooser of="list" />, children: [{ path: 'script', element: <Chooser of="script" /> }] },
        { path: '/', element: <p>Home</p> },
      ],
      { initialEntries: entries },
    ),
  );
  render(<RouterProvider router={router} />);
  const go = (to: string | number) => act(() => (typeof to === 'number' ? router.navigate(to) : router.navigate(to)));
  const address = () => `${router.state.location.pathname}${router.state.location.search}`;
  return { go, address };
}

const list = paths.keySurvival();
const row = paths.keySurvivalOfItem({ subscriptionId: 's', resourceGroup: 'g', vaultName: 'v', vmGroup: 'ü', vmName: 'vm' });

test('a list stays narrowed while something is open from it, and afterwards', async () => {
  const { go, address } = open(`${list}?show=lost`);
  await go(row);
  expect([address(), shown('list'), shown('row')]).toEqual([row, 'lost', '']);
  await go(list);
  expect(address()).toBe(`${list}?show=lost`);
});

test('each blade has its own choices, also when the one behind is chosen in', async () => {
  const { go, address } = open(`${list}?show=lost`);
  await go(row);
  choose('row');
  choose('list');
  expect([shown('list'), shown('row')]).toEqual(['chosen in list', 'chosen in row']);
  expect(address()).toBe(`${row}?show=chosen+in+row`);
  await go(list.toUpperCase());
  expect(shown('list')).toBe('chosen in list');
});

test('a link that says how a list is to be, and one to the list that is open, are followed as they are', async () => {
  const { go, address } = open(`${list}?show=lost`);
  await go(row);
  await go(`${list}?show=all`);
  expect(address()).toBe(`${list}?show=all`);
  await go(list);
  expect(address()).toBe(list);
});

test('what was chosen is found by the way back through the history, too, and by no other way', async () => {
  const { go, address } = open(`${list}?show=lost`);
  await go(row);
  await go('/');
  await go(-1);
  expect(shown('list')).toBe('lost');
  await go('/');
  await go(row);
  expect(shown('list')).toBe('');
  await go(list);
  expect(address()).toBe(list);
});

test('what is about the choices of the list it opens from has the same, by a link from elsewhere, too', async () => {
  const { go, address } = open('/encryption-end/script?show=lost');
  expect([shown('list'), shown('script')]).toEqual(['lost', 'lost']);
  choose('list');
  expect([shown('list'), shown('script')]).toEqual(['chosen in list', 'chosen in list']);
  await go('/encryption-end');
  expect(address()).toBe('/encryption-end?show=chosen+in+list');
});
