const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 12 * HOUR, DAY];

/** Where an axis of time from nothing to so many seconds is marked: at whole steps, at most so many of them, the end included or passed. */
export function timeTicks(seconds: number, most: number): number[] {
  const step = STEPS.find((one) => seconds / one <= most) ?? Math.ceil(seconds / most / DAY) * DAY;
  return Array.from({ length: Math.max(1, Math.ceil(seconds / step)) + 1 }, (_, at) => at * step);
}
