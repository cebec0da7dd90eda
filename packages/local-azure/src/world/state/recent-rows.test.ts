import { expect, it } from 'vitest';
import { RecentRows } from './recent-rows';

const unread = () => expect.unreachable('This row was read already.');

it('reads a row once until it changes, also one that is not there', () => {
  const rows = new RecentRows();
  expect([rows.text('a', () => 'red'), rows.text('b', () => undefined)]).toEqual(['red', undefined]);
  rows.forget('a');
  expect([rows.text('a', () => 'blue'), rows.text('a', unread), rows.text('b', unread)]).toEqual(['blue', 'blue', undefined]);
  rows.clear();
  expect(rows.text('b', () => 'green')).toBe('green');
});

it('keeps a thousand rows at most, and none that is long', () => {
  const rows = new RecentRows();
  const long = 'x'.repeat(20_000);
  expect([rows.text('long', () => long), rows.size]).toEqual([long, 0]);
  for (let n = 0; n < 5_000; n += 1) {
    rows.text(`row ${n}`, () => 'red');
    expect(rows.size).toBeLessThanOrEqual(1_000);
  }
});
