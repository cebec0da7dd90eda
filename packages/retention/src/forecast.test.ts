import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { MONTHS, WEEKDAYS, WEEKS } from './calendar';
import { existingAt, pointsAfter, type Plan, type Point } from './forecast';
import { anyPlan } from './plans.fixture';
import type { DayOfMonth } from './retention';

const DAY = 86_400_000;
const at = (text: string) => Date.parse(text);
const berlin = 'Europe/Berlin';

function pointsBetween(plan: Plan, from: number, to: number): Point[] {
  const points: Point[] = [];
  for (const point of pointsAfter(plan, from)) {
    if (point.at > to) break;
    points.push(point);
  }
  return points;
}

const onlyDaily = (count: number): Plan => ({
  recurrence: { zone: berlin, minutes: [30], days: WEEKDAYS },
  retention: { daily: { count }, weekly: null, monthly: null, yearly: null },
  snapshotDays: 2,
});

function isOn(run: Temporal.ZonedDateTime, on: DayOfMonth): boolean {
  if (on.basis === 'day') return on.dates.includes(run.day) || (on.dates.includes(0) && run.add({ days: 1 }).day === 1);
  const isThatWeek = (week: (typeof WEEKS)[number]) =>
    week === 'Last' ? run.add({ weeks: 1 }).month !== run.month : Math.ceil(run.day / 7) === WEEKS.indexOf(week) + 1;
  return on.days.some((day) => WEEKDAYS.indexOf(day) + 1 === run.dayOfWeek) && on.weeks.some(isThatWeek);
}

/**
 * The same said once more, slowly and with another library: every date of the calendar is looked at in turn, and every point made on
 * it is asked of by each level in the words of the policy.
 */
function existingByHand({ recurrence, retention, snapshotDays }: Plan, from: number, moment: number): number[] {
  const { zone, minutes, days } = recurrence;
  const dateIn = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate();
  const runs: { at: number; wanted: boolean }[] = [];
  for (let date = dateIn(from).subtract({ days: 2 }); Temporal.PlainDate.compare(date, dateIn(moment)) <= 0; date = date.add({ days: 1 })) {
    if (!days.some((day) => WEEKDAYS.indexOf(day) + 1 === date.dayOfWeek)) continue;
    for (const minute of minutes) {
      const run = date
        .add({ days: Math.floor(minute / 1440) })
        .toPlainDateTime({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 })
        .toZonedDateTime(zone);
      runs.push({ at: run.epochMilliseconds, wanted: minute === minutes.at(-1) && isWanted(run) });
    }
  }
  const made = runs.filter(({ at }) => at > from && at <= moment);
  return made
    .filter(({ at, wanted }) => at === made.at(-1)?.at || (wanted ? isYoung(at) : moment < at + snapshotDays * DAY))
    .map((run) => run.at);

  function isWanted(run: Temporal.ZonedDateTime): boolean {
    return levels(run).some(({ applies }) => applies);
  }
  function isYoung(taken: number): boolean {
    const utc = Temporal.Instant.fromEpochMilliseconds(taken).toZonedDateTimeISO('UTC');
    const run = utc.withTimeZone(zone);
    return levels(run).some(({ applies, lasts }) => applies && moment < utc.add(lasts).epochMilliseconds);
  }
  function levels(run: Temporal.ZonedDateTime) {
    const { daily, weekly, monthly, yearly } = retention;
    const name = WEEKDAYS[run.dayOfWeek - 1];
    return [
      { applies: daily !== null, lasts: { days: daily?.count ?? 0 } },
      { applies: weekly?.days.some((day) => day === name) ?? false, lasts: { weeks: weekly?.count ?? 0 } },
      { applies: monthly !== null && isOn(run, monthly.on), lasts: { months: monthly?.count ?? 0 } },
      {
        applies: yearly !== null && yearly.months.some((month) => MONTHS.indexOf(month) + 1 === run.month) && isOn(run, yearly.on),
        lasts: { years: yearly?.count ?? 0 },
      },
    ];
  }
}

describe('A forecast', () => {
  test('of daily backups kept for a week shows seven points from the seventh day on', () => {
    const from = at('2026-01-01T12:00:00Z');
    const points = pointsBetween(onlyDaily(7), from, from + 30 * DAY);
    const counts = [1, 2, 6, 7, 8, 20].map((days) => existingAt(points, from + days * DAY).length);
    expect(counts).toEqual([1, 2, 6, 7, 7, 7]);
  });

  test('keeps its number over the nights of the clock changes', () => {
    const from = at('2026-01-01T12:00:00Z');
    const points = pointsBetween(onlyDaily(30), from, from + 400 * DAY);
    for (const moment of ['2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z', '2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z'])
      expect(existingAt(points, at(moment))).toHaveLength(30);
  });

  test('never gives up the newest point', () => {
    const sundays: Plan = {
      recurrence: { zone: 'UTC', minutes: [0], days: ['Sunday', 'Thursday'] },
      retention: { daily: null, weekly: { count: 4, days: ['Sunday'] }, monthly: null, yearly: null },
      snapshotDays: 2,
    };
    const [thursday, sunday] = pointsBetween(sundays, at('2026-01-05T00:00:00Z'), at('2026-01-12T00:00:00Z'));
    expect(thursday).toEqual({ at: at('2026-01-08T00:00:00Z'), until: at('2026-01-11T00:00:00Z'), keeper: 'newest' });
    expect(sunday).toEqual({ at: at('2026-01-11T00:00:00Z'), until: at('2026-02-08T00:00:00Z'), keeper: 'weekly' });
  });

  test('of several backups a day keeps only the last of a day longer than its snapshot', () => {
    const hourly = { ...onlyDaily(30), recurrence: { zone: 'UTC', minutes: [480, 720, 960], days: WEEKDAYS } };
    const points = pointsBetween(hourly, at('2026-01-01T00:00:00Z'), at('2026-02-20T00:00:00Z'));
    const existing = existingAt(points, at('2026-02-10T12:30:00Z'));
    expect(existing.filter(({ keeper }) => keeper === 'daily')).toHaveLength(30);
    expect(existing.filter(({ keeper }) => keeper === 'snapshot').map(({ at }) => new Date(at).toISOString().slice(5, 16))).toEqual([
      '02-09T08:00',
      '02-09T12:00',
      '02-10T08:00',
      '02-10T12:00',
    ]);
  });

  test('says what a day-by-day count by another library says, for any policy, zone, clock change and leap year', () => {
    const starts = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2034-01-01T00:00:00Z') });
    fc.assert(
      fc.property(anyPlan, starts, fc.integer({ min: 1, max: 200 * DAY }), (plan, from, later) => {
        const points = pointsBetween(plan, from, from + later);
        const existing = existingAt(points, from + later).map(({ at }) => at);
        expect(existing).toEqual(existingByHand(plan, from, from + later));
      }),
      { numRuns: 40 },
    );
  });
});
