import { WEEKDAYS, type Plan } from '@tresor/retention';
import { expect, test } from 'vitest';
import { keptPoints } from './kept-point-rows';

const DAY = 86_400_000;
const plan: Plan = {
  recurrence: { zone: 'UTC', minutes: [120], days: WEEKDAYS },
  retention: { daily: { count: 30 }, weekly: { count: 12, days: ['Sunday'] }, monthly: null, yearly: null },
  snapshotDays: 2,
};
const SUNDAY = '2026-06-28T02:00:00.000Z';
const MONDAY = '2026-06-29T02:00:00.000Z';
const after = (time: string, days: number) => new Date(Date.parse(time) + days * DAY).toISOString();
const point = (time: string, expires: string | null) => ({ id: time, time, expires });

test('a point stays until the end that Azure tells, by the rule of the policy that says the same', () => {
  const [weekly, daily] = keptPoints([point(SUNDAY, after(SUNDAY, 84)), point(MONDAY, after(MONDAY, 30))], plan);
  expect([weekly?.level, daily?.level]).toEqual(['weekly', 'daily']);
  expect(daily?.until).toBe(Date.parse(after(MONDAY, 30)));
});

test('no rule is named for an end that is not the policy’s', () => {
  const [byHand] = keptPoints([point(MONDAY, after(MONDAY, 7))], plan);
  expect(byHand).toMatchObject({ level: null, until: Date.parse(after(MONDAY, 7)) });
});

test('where Azure tells no end, it is that of the policy, and without a policy it is unknown', () => {
  expect(keptPoints([point(MONDAY, null)], plan)[0]).toMatchObject({ level: 'daily', until: Date.parse(after(MONDAY, 30)) });
  expect(keptPoints([point(MONDAY, null)], null)[0]).toMatchObject({ level: null, until: null });
});
