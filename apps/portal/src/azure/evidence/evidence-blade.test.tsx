// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StackProvider } from '../../blades/stack-context';
import { setLanguage } from '../../language/language';
import { EvidenceBlade } from './evidence-blade';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => setLanguage('en'));
afterEach(cleanup);

const windows = { folded: new Set<number>(), maximized: undefined };

function whyNotPrint(error: Error | null, isFetching: boolean) {
  render(
    <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
      <MemoryRouter>
        <EvidenceBlade title="Evidence" subtitle="AppVM1" file="evidence" query={{ data: undefined, error, isFetching, refetch: vi.fn() }}>
          {() => null}
        </EvidenceBlade>
      </MemoryRouter>
    </StackProvider>,
  );
  return screen.getByRole('button', { name: 'Print' }).getAttribute('title');
}

test('evidence that could not be drawn is not said to be still on its way', () => {
  expect(whyNotPrint(null, true)).toBe('The evidence is still being drawn.');
  cleanup();
  expect(whyNotPrint(new Error('busy'), false)).toBe('The evidence couldn’t be drawn. Choose “Refresh”.');
  cleanup();
  expect(whyNotPrint(new Error('busy'), true)).toBe('The evidence is still being drawn.');
});
