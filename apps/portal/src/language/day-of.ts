import { twoDigits } from './two-digits';

/** The day of a moment, in milliseconds, where the reader is: as 2017-02-17. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** The day of a moment, in milliseconds, by UTC. */
export const utcDayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
