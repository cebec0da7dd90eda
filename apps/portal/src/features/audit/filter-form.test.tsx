// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { entriesIn, searchOf } from './audit-filter';
import { FilterForm } from './filter-form';

/** An address that says what was applied. */
function Applied() {
  const [search, setSearch] = useState('');
  return (
    <FilterForm
      applied={entriesIn(new URLSearchParams(search))}
      isWhole={search === ''}
      onApply={(entries) => setSearch(searchOf(entries).toString())}
      onReset={() => setSearch('')}
    />
  );
}

const person = () => screen.getByLabelText<HTMLInputElement>('Person');

test('a filter that is applied with Enter leaves the focus where it was, and shows what is applied', () => {
  render(<Applied />);
  const field = person();
  field.focus();
  fireEvent.change(field, { target: { value: ' Adele ' } });
  fireEvent.submit(field);
  expect(document.activeElement).toBe(person());
  expect(person().value).toBe('Adele');
});

test('a filter that is cleared leaves the focus on what cleared it', () => {
  render(<Applied />);
  fireEvent.change(person(), { target: { value: 'Adele' } });
  fireEvent.submit(person());
  const clear = screen.getByRole('button', { name: 'Clear filter' });
  clear.focus();
  fireEvent.click(clear);
  expect(person().value).toBe('');
  expect(document.activeElement).toBe(clear);
});
