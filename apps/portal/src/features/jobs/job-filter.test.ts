import { expect, test } from 'vitest';
import { ESTATE_RANGES, filterIn, FIRST_FILTER, searchOf } from './job-filter';

const roundTrip = (search: string) => new URLSearchParams(searchOf(filterIn(new URLSearchParams(search), ESTATE_RANGES))).toString();

test('an address keeps what was chosen, and nothing else', () => {
  expect(roundTrip('days=14&status=Failed&operation=Backup')).toBe('days=14&status=Failed&operation=Backup');
  expect(searchOf(FIRST_FILTER)).toEqual({});
});

test('what an address cannot mean is left as at first', () => {
  expect(filterIn(new URLSearchParams('days=3650'), ESTATE_RANGES)).toEqual(FIRST_FILTER);
});
