/** A duration of years, months and days, as key vaults take it (ISO 8601). */
interface CalendarDuration {
  years: number;
  months: number;
  days: number;
}

/** Reads `P90D`, `P3M` or `P1Y10D`; undefined for anything else, hours included. */
export function calendarDuration(text: string): CalendarDuration | undefined {
  const [whole, years, months, days] = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/.exec(text) ?? [];
  return whole === undefined ? undefined : { years: Number(years ?? 0), months: Number(months ?? 0), days: Number(days ?? 0) };
}

/** A moment (milliseconds since 1970) so much later, or with `direction` -1 earlier, by the calendar of UTC. */
export function shifted(moment: number, { years, months, days }: CalendarDuration, direction: 1 | -1 = 1): number {
  const date = new Date(moment);
  date.setUTCFullYear(
    date.getUTCFullYear() + direction * years,
    date.getUTCMonth() + direction * months,
    date.getUTCDate() + direction * days,
  );
  return date.getTime();
}
