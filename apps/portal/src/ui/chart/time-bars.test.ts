import { expect, it } from 'vitest';
import { timeTicks } from './time-bars';

const minutes = (ticks: readonly number[]) => ticks.map((tick) => tick / 60);

it('an axis of time is marked at whole steps, up to its end', () => {
  expect(minutes(timeTicks(50 * 60, 6))).toEqual([0, 10, 20, 30, 40, 50]);
  expect(minutes(timeTicks(100 * 60, 6))).toEqual([0, 30, 60, 90, 120]);
  expect(minutes(timeTicks(31 * 3_600, 6))).toEqual([0, 360, 720, 1080, 1440, 1800, 2160]);
});

it('many days have no more marks than a few hours, and nothing has an axis all the same', () => {
  expect(timeTicks(90 * 86_400, 6)).toHaveLength(7);
  expect(timeTicks(0, 6)).toEqual([0, 60]);
});
