import * as fc from 'fast-check';
import { MONTHS, WEEKDAYS, WEEKS } from './calendar';
import type { Plan } from './forecast';
import type { Recurrence } from './recurrence';
import type { DayOfMonth, Retention } from './retention';

/** Zones with and without summer time, on both halves of the earth, with odd offsets and with changes at midnight. */
export const anyZone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/Los_Angeles',
  'America/Nuuk',
  'America/Santiago',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Africa/Casablanca',
);

const someOf = <const T>(all: readonly T[], maxLength = all.length) => fc.subarray([...all], { minLength: 1, maxLength });
const halfHour = fc.integer({ min: 0, max: 47 }).map((half) => half * 30);

const onceADay = (zone: string) =>
  fc.record<Recurrence>({
    zone: fc.constant(zone),
    minutes: halfHour.map((minutes) => [minutes]),
    days: fc.oneof(fc.constant(WEEKDAYS), someOf(WEEKDAYS)),
  });

const severalADay = (zone: string) =>
  fc
    .record({ start: halfHour, interval: fc.constantFrom(4, 6, 8, 12), runs: fc.integer({ min: 2, max: 6 }) })
    .map<Recurrence>(({ start, interval, runs }) => ({
      zone,
      minutes: Array.from({ length: Math.min(runs, 24 / interval) }, (_, run) => start + run * interval * 60),
      days: WEEKDAYS,
    }));

const anyRecurrence = anyZone.chain((zone) => fc.oneof({ weight: 3, arbitrary: onceADay(zone) }, severalADay(zone)));

const dayOfMonth: fc.Arbitrary<DayOfMonth> = fc.oneof(
  fc.record({ basis: fc.constant('week' as const), weeks: someOf(WEEKS, 2), days: someOf(WEEKDAYS, 2) }),
  fc.record({ basis: fc.constant('day' as const), dates: fc.uniqueArray(fc.integer({ min: 0, max: 28 }), { minLength: 1, maxLength: 3 }) }),
);

const count = (max: number) => fc.integer({ min: 1, max });

export const anyRetention: fc.Arbitrary<Retention> = fc.record({
  daily: fc.option(fc.record({ count: count(90) })),
  weekly: fc.option(fc.record({ count: count(60), days: someOf(WEEKDAYS, 3) })),
  monthly: fc.option(fc.record({ count: count(24), on: dayOfMonth })),
  yearly: fc.option(fc.record({ count: count(10), months: someOf(MONTHS, 3), on: dayOfMonth })),
});

export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  recurrence: anyRecurrence,
  retention: anyRetention,
  snapshotDays: fc.integer({ min: 1, max: 30 }),
});
