import { dayOf } from '../../language/day-of';

const DAY = 86_400_000;

export const daysAfter = (now: number, days: number): string => dayOf(now + days * DAY);

/** This browser's clock, or the moment Azure has told of where that is later: the clocks need not agree. */
export const latestOf = (now: number, told: string | null | undefined): number => Math.max(now, told == null ? now : Date.parse(told));

/** Azure keeps a point of its own making for 9,999 days at most. */
export const LONGEST_DAYS = 9_999;

/** When Azure lets go of a point that is kept until a day: its days are those of UTC. */
export const endOfRetention = (day: string): Date => new Date(`${day}T23:59:59Z`);

export type RetainFault = 'missing' | 'too-early' | 'too-late';

/** What is wrong with the last day of a point made at `now`; days are compared as texts, which sort like the calendar. */
export function retainFault(day: string, now: number): RetainFault | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return 'missing';
  if (day < daysAfter(now, 1)) return 'too-early';
  return day > daysAfter(now, LONGEST_DAYS) ? 'too-late' : null;
}
