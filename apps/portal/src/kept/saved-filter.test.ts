import { expect, test } from 'vitest';
import { readFilter, writeFilter } from './saved-filter';

test('a filter is stored with its name as it was typed, and without commas', () => {
  const filter = { name: 'Nachts, 100 % Fehler', to: '/jobs?days=14&status=Failed&machine=a%2Cb' };
  expect(writeFilter(filter)).not.toContain(',');
  expect(readFilter(writeFilter(filter))).toEqual(filter);
});

test.each([
  '',
  'name',
  'name /jobs more',
  '%E0%A4%A %2Fjobs',
  writeFilter({ name: 'x', to: 'https://example.com' }),
  writeFilter({ name: 'x', to: '//example.com' }),
])('what means no filter of this product is dropped: %s', (value) => {
  expect(readFilter(value)).toBeNull();
});
