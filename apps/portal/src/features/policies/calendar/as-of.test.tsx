// @vitest-environment jsdom
import { dayOf } from '@tresor/retention';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { AsOf } from './as-of';

const TODAY = dayOf(2017, 1, 18);
const WRONG = 'Choose a day from today to ten years from now.';

function Calendar() {
  const [day, setDay] = useState(dayOf(2018, 1, 18));
  return (
    <>
      <AsOf today={TODAY} last={dayOf(2027, 1, 18)} day={day} onChange={setDay} />
      <p data-testid="day">{day - TODAY}</p>
    </>
  );
}

const field = () => screen.getByLabelText<HTMLInputElement>('On this day');
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const daysAhead = () => screen.getByTestId('day').textContent;

test('a year can be typed, though its first digits are no year that is counted', () => {
  render(<Calendar />);
  for (const typed of ['0002-01-18', '0020-01-18', '0202-01-18']) {
    type(typed);
    expect(field().value).toBe(typed);
    expect(screen.getByText(WRONG)).toBeDefined();
    expect(daysAhead()).toBe('365');
  }
  type('2020-01-18');
  expect(daysAhead()).toBe('1095');
  expect(screen.queryByText(WRONG)).toBeNull();
});

test('a button takes the place of a day that cannot be', () => {
  render(<Calendar />);
  type('2016-01-01');
  fireEvent.click(screen.getByRole('button', { name: 'in 1 month' }));
  expect(field().value).toBe('2017-02-18');
  expect(screen.queryByText(WRONG)).toBeNull();
});
