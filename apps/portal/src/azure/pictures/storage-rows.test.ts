import { expect, test } from 'vitest';
import { storageRows, storedBytes, storedKinds } from './storage-rows';

const figure = (day: string, ...usage: (readonly [replication: string, bytes: number | null])[]) => ({
  day,
  seenAt: `${day}T10:00:00.000Z`,
  usage: usage.map(([replication, bytes]) => ({ replication, bytes })),
});

test('days between two looks are one row without a figure, over the ends of months and years', () => {
  const figures = ['2026-12-29', '2026-12-30', '2027-01-02', '2027-03-01'].map((day) => figure(day, ['GeoRedundant', 1]));
  expect(storageRows(figures).map(({ first, last, days, figure: seen }) => [first, last, days, seen !== undefined])).toEqual([
    ['2026-12-29', '2026-12-29', 1, true],
    ['2026-12-30', '2026-12-30', 1, true],
    ['2026-12-31', '2027-01-01', 2, false],
    ['2027-01-02', '2027-01-02', 1, true],
    ['2027-01-03', '2027-02-28', 57, false],
    ['2027-03-01', '2027-03-01', 1, true],
  ]);
});

test('what is stored is added up over the kinds of replication, and what Azure does not say is not nothing', () => {
  const figures = [
    figure('2026-12-29', ['LocallyRedundant', 2], ['GeoRedundant', null]),
    figure('2026-12-30', ['LocallyRedundant', 0], ['GeoRedundant', 3], ['ZoneRedundant', 4]),
    figure('2026-12-31', ['GeoRedundant', null]),
  ];
  expect(figures.map(storedBytes)).toEqual([2, 7, null]);
  expect(storedKinds(figures)).toEqual(['LocallyRedundant', 'GeoRedundant', 'ZoneRedundant']);
});
