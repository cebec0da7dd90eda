import { MILLISECONDS_A_DAY, type Day } from '@tresor/retention';
import { LOCALES, type Language, useLanguage } from '../../../language/language';

function createFormat(language: Language, zone: string) {
  const locale = LOCALES[language];
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const ofDay = (options: Intl.DateTimeFormatOptions) => {
    const made = format({ ...options, timeZone: 'UTC' });
    return (day: Day) => made.format(day * MILLISECONDS_A_DAY);
  };
  const moment = format({ dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return {
    firstWeekday: language === 'de' ? (1 as const) : (0 as const),
    moment: (at: number) => moment.format(at),
    day: ofDay({ year: 'numeric', month: 'long', day: 'numeric' }),
    month: ofDay({ year: 'numeric', month: 'long' }),
    shortMonth: ofDay({ month: 'short' }),
    weekday: ofDay({ weekday: 'short' }),
  };
}

export type CalendarFormat = ReturnType<typeof createFormat>;

/** Building Intl objects is slow, and a policy is opened again and again. */
const built = new Map<string, CalendarFormat>();

/** Dates of the calendar are those of the policy's zone; a day is written without any. */
export function useCalendarFormat(zone: string): CalendarFormat {
  const language = useLanguage();
  const key = `${language} ${zone}`;
  const format = built.get(key) ?? createFormat(language, zone);
  built.set(key, format);
  return format;
}
