import type { Schedule } from '@tresor/contracts';
import { WEEKDAYS } from './calendar';

const MINUTE = 60_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Building one is slow, and a schedule asks for several moments of the same zone. */
function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    const numeric = 'numeric';
    const parts = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric } as const;
    clock = new Intl.DateTimeFormat('en-US-u-hc-h23', { timeZone: zone, ...parts });
    clocks.set(zone, clock);
  }
  return clock;
}

/** The wall clock of a zone at an instant, written as if it were UTC, in milliseconds. */
function wallClock(zone: string, instant: number): number {
  const parts = clockOf(zone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** Minutes the zone is ahead of UTC at an instant. */
export const offsetMinutes = (zone: string, instant: number): number =>
  Math.round((wallClock(zone, instant) - Math.floor(instant / 1000) * 1000) / MINUTE);

const pad = (value: number) => String(value).padStart(2, '0');

/** `UTC+01:00`, as Azure writes it; plain `UTC` without a difference. */
export function offsetLabel(zone: string, instant: number): string {
  const minutes = offsetMinutes(zone, instant);
  if (minutes === 0) return 'UTC';
  return `UTC${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
}

/** The instant at which the zone's clock shows the given time. Where the clock leaps over it, the instant right after the leap. */
function instantOf(zone: string, wall: number): number {
  const guess = wall - offsetMinutes(zone, wall) * MINUTE;
  return wall - offsetMinutes(zone, guess) * MINUTE;
}

/** When the schedule runs next after an instant. */
export function nextRun(schedule: Schedule, zone: string, after: number): Date {
  const [hours = 0, minutes = 0] = schedule.time.split(':').map(Number);
  const today = new Date(wallClock(zone, after)).setUTCHours(hours, minutes, 0, 0);
  const candidates = Array.from({ length: 9 }, (_, days) => today + days * 24 * 60 * MINUTE);
  const runs = candidates.filter((wall) => schedule.frequency === 'daily' || schedule.days.some((day) => day === weekdayOf(wall)));
  const instants = runs.map((wall) => instantOf(zone, wall));
  return new Date(instants.find((instant) => instant > after) ?? after);
}

const weekdayOf = (wall: number) => WEEKDAYS[new Date(wall).getUTCDay()];
