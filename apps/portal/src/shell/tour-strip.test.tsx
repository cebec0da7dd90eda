// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import { beforeEach, expect, test } from 'vitest';
import { openTour, tourPlaces } from '../kept/tours';
import { tours } from '../words/tours';
import { RouterOfPage } from './page-router';
import TourStrip from './tour-strip';

beforeEach(() => {
  // Nothing is laid out here.
  Element.prototype.checkVisibility = () => true;
});
/** The page beside a tour, for as long as that is open. */
function Page() {
  const open = openTour.use();
  return (
    <>
      <main>
        <h1 tabIndex={-1}>Welcome</h1>
      </main>
      {open === 'backup' && <TourStrip id="backup" />}
    </>
  );
}

function show(step: number) {
  const router = createMemoryRouter([{ path: '*', element: null }]);
  openTour.set('backup');
  tourPlaces.backup.set(String(step));
  render(
    <RouterOfPage value={{ router, written: router.state }}>
      <Page />
    </RouterOfPage>,
  );
}

function press(name: string) {
  const button = screen.getByRole('button', { name });
  button.focus();
  act(() => void fireEvent.click(button));
}

const title = () => screen.getByRole('heading', { name: /^Tour: / });

test('where a step has no button of the one before, the tour itself has the focus', () => {
  show(1);
  press('Back');
  expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  expect(document.activeElement).toBe(title());
  cleanup();
  show(tours.backup.steps.length - 2);
  press('Skip');
  expect(screen.queryByRole('button', { name: 'Skip' })).toBeNull();
  expect(document.activeElement).toBe(title());
});

test('between, who skips can skip on', () => {
  show(1);
  press('Skip');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Skip' }));
});

test.each(['Continue later', 'Finish the tour'])('“%s” leads to what is newest on the page', (name) => {
  show(1);
  press(name);
  expect(screen.queryByRole('heading', { name: /^Tour: / })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Welcome' }));
});
