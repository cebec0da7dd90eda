// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../language/language';
import { SelectField } from '../ui/fields/fields';
import { Narrowing } from '../ui/table/narrowing';
import { DirtyBlades } from './leave-guard';
import { ListBlade } from './list-blade';
import { StackProvider } from './stack-context';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => {
  setLanguage('en');
  // Nothing has a size here.
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});
afterEach(cleanup);

interface Row {
  name: string;
}

const windows = { folded: new Set<number>(), maximized: undefined };
const nameOf = ({ name }: Row) => name;
const choice = [{ value: '', label: 'All' }];

/** A list with a choice of what is read, and one that narrows it to nothing. */
function show(data: Row[] | undefined, error: Error | null) {
  render(
    <MemoryRouter>
      <StackProvider value={{ first: 0, last: 0, leading: 0, windows, setWindows: () => undefined, blades: [] }}>
        <DirtyBlades value={new Map()}>
          <ListBlade
            id="jobs"
            query={{ data, error, isPending: false, isFetching: false, refetch: () => undefined }}
            rows={[]}
            columns={[{ id: 'name', header: 'Name', cell: nameOf, text: nameOf }]}
            rowKey={nameOf}
            rowName={nameOf}
            empty="Nothing"
            tools={
              <>
                <SelectField label="Period" options={choice} value="" onChange={() => undefined} />
                <Narrowing>
                  <SelectField label="Status" options={choice} value="" onChange={() => undefined} />
                </Narrowing>
              </>
            }
          />
        </DirtyBlades>
      </StackProvider>
    </MemoryRouter>,
  );
  return screen.getAllByRole<HTMLSelectElement>('combobox').map(({ labels }) => labels?.[0]?.textContent);
}

test('what only narrows a list is not offered where the list could not be read', () => {
  expect(show(undefined, new Error('refused'))).toEqual(['Period']);
});

test('what narrows a list that is there stays, also where it could not be read again', () => {
  expect(show([{ name: 'one' }], new Error('refused'))).toEqual(['Period', 'Status']);
  cleanup();
  expect(show(undefined, null)).toEqual(['Period', 'Status']);
});
