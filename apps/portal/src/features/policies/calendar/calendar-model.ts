import { dateOf, dayOf, daysInMonth, localDay, reasonsToKeep, type Day, type Keeper, type Plan, type Point } from '@tresor/retention';

/** The longest-lasting first: of several points of a day or a month, this one gives it its look. */
export const KEEPERS: readonly Keeper[] = ['yearly', 'monthly', 'weekly', 'daily', 'snapshot', 'newest'];

export interface Cell {
  count: number;
  keeper: Keeper;
}

const monthKey = (year: number, month: number) => year * 12 + month - 1;
const strongest = (a: Keeper, b: Keeper) => (KEEPERS.indexOf(a) <= KEEPERS.indexOf(b) ? a : b);

/** How many of the points were taken in each month, and what keeps the longest-lasting of them. */
export function byMonth(points: readonly Point[], zone: string): (year: number, month: number) => Cell | undefined {
  const cells = new Map<number, Cell>();
  for (const { at, keeper } of points) {
    const { year, month } = dateOf(localDay(zone, at));
    const known = cells.get(monthKey(year, month));
    cells.set(monthKey(year, month), known ? { count: known.count + 1, keeper: strongest(known.keeper, keeper) } : { count: 1, keeper });
  }
  return (year, month) => cells.get(monthKey(year, month));
}

/** The points by the day of the zone on which they were taken. */
export function byDay(points: readonly Point[], zone: string): ReadonlyMap<Day, readonly Point[]> {
  const days = new Map<Day, Point[]>();
  for (const point of points) {
    const day = localDay(zone, point.at);
    days.set(day, [...(days.get(day) ?? []), point]);
  }
  return days;
}

/** How many points each keeper keeps, the longest-lasting first. */
export function byKeeper(points: readonly Point[]): { keeper: Keeper; count: number }[] {
  const counts = KEEPERS.map((keeper) => ({ keeper, count: points.filter((point) => point.keeper === keeper).length }));
  return counts.filter(({ count }) => count > 0);
}

/** Everything that keeps a point beyond a moment, and until when. */
export function whyKept({ retention, recurrence }: Plan, point: Point, moment: number): { keeper: Keeper; until: number }[] {
  const { at, until, keeper } = point;
  if (keeper === 'snapshot' || keeper === 'newest') return [{ keeper, until }];
  const reasons = reasonsToKeep(retention, recurrence.zone, at).filter((reason) => reason.until > moment);
  return reasons.map((reason) => ({ keeper: reason.level, until: reason.until }));
}

/** The weeks of a month as rows of seven days; days of other months are null. `firstWeekday`: 0 for Sunday, 1 for Monday. */
export function weeksOf(year: number, month: number, firstWeekday: 0 | 1): (Day | null)[][] {
  const first = dayOf(year, month, 1);
  const lead = (((first + 4 - firstWeekday) % 7) + 7) % 7;
  const days: (Day | null)[] = [
    ...Array.from({ length: lead }, () => null),
    ...Array.from({ length: daysInMonth(year, month) }, (_, index) => first + index),
  ];
  while (days.length % 7 !== 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}
