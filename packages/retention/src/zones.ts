import { MILLISECONDS_A_DAY, type Day } from './calendar';

const MINUTE = 60_000;

/** The clock of a time zone. What it shows is asked once for each day: asking costs much more than remembering. */
class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #atMidnight = new Map<Day, number>();

  constructor(zone: string) {
    const numeric = 'numeric';
    const parts = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric } as const;
    this.#format = new Intl.DateTimeFormat('en-US-u-hc-h23', { timeZone: zone, ...parts });
  }

  offsetAt(moment: number): number {
    const day = Math.floor(moment / MILLISECONDS_A_DAY);
    const before = this.#offsetAtMidnight(day);
    return before === this.#offsetAtMidnight(day + 1) ? before : this.#ask(moment);
  }

  #offsetAtMidnight(day: Day): number {
    let offset = this.#atMidnight.get(day);
    if (offset === undefined) {
      offset = this.#ask(day * MILLISECONDS_A_DAY);
      this.#atMidnight.set(day, offset);
    }
    return offset;
  }

  #ask(moment: number): number {
    const parts = this.#format.formatToParts(moment);
    const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value ?? 0);
    const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return shown - Math.floor(moment / 1000) * 1000;
  }
}

const clocks = new Map<string, ZoneClock>();

/** How far the clocks of a zone (IANA name) are ahead of UTC at a moment; both in milliseconds. @throws RangeError for an unknown zone */
export function offsetAt(zone: string, moment: number): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new ZoneClock(zone);
    clocks.set(zone, clock);
  }
  return clock.offsetAt(moment);
}

/** The date that a zone's calendar shows at a moment. */
export function localDay(zone: string, moment: number): Day {
  return Math.floor((moment + offsetAt(zone, moment)) / MILLISECONDS_A_DAY);
}

/**
 * The moment at which a zone's clock shows a time of a day, in minutes after midnight; from 1440 on they belong to the days after.
 * A time that the switch to summer time leaves out comes as much later; of one that comes twice the first is meant.
 */
export function momentOf(zone: string, day: Day, minutes: number): number {
  const shown = day * MILLISECONDS_A_DAY + minutes * MINUTE;
  const before = offsetAt(zone, shown - MILLISECONDS_A_DAY);
  const after = offsetAt(zone, shown + MILLISECONDS_A_DAY);
  if (offsetAt(zone, shown - before) === before) return shown - before;
  return offsetAt(zone, shown - after) === after ? shown - after : shown - before;
}

/** A moment at which the clocks of a zone are put forward or back. Everything in milliseconds. */
interface ClockChange {
  at: number;
  /** How far the clocks are ahead of UTC before and after. */
  before: number;
  after: number;
}

const LOOK_AHEAD_DAYS = 400;

/** The next time the clocks of a zone change, within about a year; undefined where they do not. */
export function nextClockChange(zone: string, from: number): ClockChange | undefined {
  const before = offsetAt(zone, from);
  for (let day = 1; day <= LOOK_AHEAD_DAYS; day++) {
    const after = offsetAt(zone, from + day * MILLISECONDS_A_DAY);
    if (after !== before) return { at: changeBetween(zone, from + (day - 1) * MILLISECONDS_A_DAY, before), before, after };
  }
  return undefined;
}

/** The minute within a day at which an offset ends. */
function changeBetween(zone: string, start: number, before: number): number {
  let known = Math.floor(start / MINUTE);
  let changed = known + MILLISECONDS_A_DAY / MINUTE + 1;
  while (changed - known > 1) {
    const middle = Math.floor((known + changed) / 2);
    if (offsetAt(zone, middle * MINUTE) === before) known = middle;
    else changed = middle;
  }
  return changed * MINUTE;
}
