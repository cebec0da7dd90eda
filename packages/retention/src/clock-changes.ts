import { MILLISECONDS_A_DAY } from './calendar';
import { offsetAt } from './zones';

/** A moment at which the clocks of a zone are put forward or back. Everything in milliseconds. */
export interface ClockChange {
  at: number;
  /** How far the clocks are ahead of UTC before and after. */
  before: number;
  after: number;
}

const MINUTE = 60_000;
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
