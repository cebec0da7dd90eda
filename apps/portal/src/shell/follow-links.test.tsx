// @vitest-environment jsdom
import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import { createBrowserRouter } from 'react-router';
import { afterAll, expect, test } from 'vitest';
import { followLinks } from './follow-links';

const router = createBrowserRouter([{ path: '*', element: null }]);
followLinks(router);
afterAll(() => router.dispose());
/** Whether the click was taken from the browser. */
function click(element: Element, how: MouseEventInit = {}) {
  const event = createEvent.click(element, { button: 0, ...how });
  // Jsdom follows no link, and says so.
  window.addEventListener('click', (left) => left.preventDefault(), { once: true });
  let taken = false;
  document.addEventListener('click', ({ defaultPrevented }) => (taken = defaultPrevented), { once: true });
  fireEvent(element, event);
  return taken;
}

const address = () => router.state.location.pathname + router.state.location.search;

test('a link within the portal goes through the router, with what stands behind its path', () => {
  render(<a href="/items?unproven=30">Items</a>);
  expect(click(screen.getByText('Items'))).toBe(true);
  expect(address()).toBe('/items?unproven=30');
});

test('a link in a picture does, too', () => {
  render(
    <svg>
      <a href="/jobs">
        <text>Jobs</text>
      </a>
    </svg>,
  );
  expect(click(screen.getByText('Jobs'))).toBe(true);
  expect(address()).toBe('/jobs');
});

test('a link to where one is adds nothing to go back to', () => {
  render(<a href="/vaults">Vaults</a>);
  click(screen.getByText('Vaults'));
  const entries = window.history.length;
  expect(click(screen.getByText('Vaults'))).toBe(true);
  expect(window.history.length).toBe(entries);
});

test.each([
  ['with a key that opens it elsewhere', { href: '/away' }, { ctrlKey: true }],
  ['with another button', { href: '/away' }, { button: 1 }],
  ['that opens a window of its own', { href: '/away', target: '_blank' }, {}],
  ['to a file', { href: '/away', download: true }, {}],
  ['to another site', { href: 'https://portal.azure.com/away' }, {}],
])('a link %s is left to the browser', (_, link, how) => {
  render(<a {...link}>Away</a>);
  const before = address();
  expect(click(screen.getByText('Away'), how)).toBe(false);
  expect(address()).toBe(before);
});

test('a click that was answered already leads nowhere', () => {
  render(
    <a href="/away" onClick={(event) => event.preventDefault()}>
      Away
    </a>,
  );
  const before = address();
  click(screen.getByText('Away'));
  expect(address()).toBe(before);
});
