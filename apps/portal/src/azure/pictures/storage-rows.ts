import type { StorageDay } from '@tresor/contracts';
import { utcDayOf } from '../../language/day-of';

const DAY = 86_400_000;

/** One day, or some in a row on which nobody looked. */
export interface StorageRow {
  /** UTC days, as `2026-11-28`. */
  first: string;
  last: string;
  days: number;
  /** Undefined where nobody looked. */
  figure: StorageDay | undefined;
}

const at = (day: string) => Date.parse(`${day}T00:00:00.000Z`);

/** The days since the first look, oldest first, with what lies between two looks as one row. */
export function storageRows(figures: readonly StorageDay[]): StorageRow[] {
  return figures.flatMap((figure, index) => {
    const seen = { first: figure.day, last: figure.day, days: 1, figure };
    const before = figures[index - 1];
    const days = before === undefined ? 0 : (at(figure.day) - at(before.day)) / DAY - 1;
    if (before === undefined || days < 1) return [seen];
    return [{ first: utcDayOf(at(before.day) + DAY), last: utcDayOf(at(figure.day) - DAY), days, figure: undefined }, seen];
  });
}

/** What Azure said of all kinds of replication; null where it said nothing. */
export function storedBytes({ usage }: StorageDay): number | null {
  const told = usage.flatMap(({ bytes }) => bytes ?? []);
  return told.length === 0 ? null : told.reduce((all, one) => all + one, 0);
}

/** The kinds of replication by which something was stored on any of the days. */
export function storedKinds(figures: readonly StorageDay[]): string[] {
  return [...new Set(figures.flatMap(({ usage }) => usage.filter(({ bytes }) => bytes).map(({ replication }) => replication)))];
}
