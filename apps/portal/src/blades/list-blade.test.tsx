// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { adeleWasHere } from '../testing/adele';
import { mount } from '../testing/mount';
import { SelectField } from '../ui/fields/fields';
import { Narrowing } from '../ui/table/narrowing';
import { ListBlade } from './list-blade';

interface Row {
  name: string;
}

const nameOf = ({ name }: Row) => name;
const choice = [{ value: '', label: 'All' }];

/** A list with a choice of what is read, and one that narrows it to nothing. */
function show(data: Row[] | undefined, error: Error | null) {
  mount(
    <ListBlade
      id="jobs"
      savesFilters
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
    />,
  );
  return screen.getAllByRole<HTMLSelectElement>('combobox').map(({ labels }) => labels?.[0]?.textContent);
}

beforeEach(adeleWasHere);

test('what only narrows a list is not offered where the list could not be read', () => {
  expect(show(undefined, new Error('refused'))).toEqual(['Period']);
  expect(screen.queryByRole('button', { name: 'Save filter' })).toBeNull();
});

test('what narrows a list that is there stays, also where it could not be read again', () => {
  expect(show([{ name: 'one' }], new Error('refused'))).toEqual(['Period', 'Status']);
  cleanup();
  expect(show(undefined, null)).toEqual(['Period', 'Status']);
  expect(screen.getByRole('button', { name: 'Save filter' })).toBeDefined();
});
