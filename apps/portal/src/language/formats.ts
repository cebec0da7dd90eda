import { LOCALES, type Language } from './language';
import { twoDigits } from './two-digits';
import { wholeNumber } from './whole-number';

type Moment = string | Date;

export interface Formats {
  /** Date, time and time zone: a time without its zone has misled people before. */
  dateTime: (moment: Moment) => string;
  date: (moment: Moment) => string;
  /** What a date field holds, `2026-12-01` or `2026-12-01T09:00`, with weekday and month in words; undefined where that is no day yet. */
  dayInWords: (entry: string) => string | undefined;
  /** `vor 16 Stunden`. */
  relative: (moment: Moment, now: Date) => string;
  number: (value: number) => string;
  bytes: (value: number) => string;
  /** `00:06:08`, hours running on beyond a day. */
  duration: (seconds: number) => string;
  /** Wall-clock time such as `00:30`, whatever zone it belongs to. */
  timeOfDay: (time: string) => string;
  list: (strings: readonly string[]) => string;
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];
const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];

/** Building Intl objects is slow; each is built when it is first wanted. */
function once<T>(build: () => T): () => T {
  let built: T | undefined;
  return () => (built ??= build());
}

function createFormats(language: Language): Formats {
  const locale = LOCALES[language];
  const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const clock = { hour: language === 'de' ? '2-digit' : 'numeric', minute: '2-digit' } as const;
  const dateTime = once(() => new Intl.DateTimeFormat(locale, { ...day, ...clock, timeZoneName: 'short' }));
  const date = once(() => new Intl.DateTimeFormat(locale, day));
  const inWords = { dateStyle: 'full', timeZone: 'UTC' } as const;
  const dayInWords = once(() => new Intl.DateTimeFormat(locale, inWords));
  const timeInWords = once(() => new Intl.DateTimeFormat(locale, { ...inWords, timeStyle: 'short' }));
  const wallClock = once(() => new Intl.DateTimeFormat(locale, { ...clock, timeZone: 'UTC' }));
  // In numbers: “yesterday” would be said of all that is less than two days old, with a night of backups between.
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));
  const rightNow = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second'));
  const fraction = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
  const number = (value: number) => (Number.isSafeInteger(value) ? wholeNumber(language, value) : fraction().format(value));
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const clockWord = language === 'de' ? ' Uhr' : '';

  return {
    dateTime: (moment) => dateTime().format(new Date(moment)),
    date: (moment) => date().format(new Date(moment)),
    dayInWords(entry) {
      const moment = /^[1-9]\d{3}-\d\d-\d\d(T\d\d:\d\d)?$/.test(entry) ? Date.parse(entry.includes('T') ? `${entry}Z` : entry) : NaN;
      if (Number.isNaN(moment)) return undefined;
      return (entry.includes('T') ? timeInWords() : dayInWords()).format(moment);
    },
    relative(moment, now) {
      const seconds = Math.round((new Date(moment).getTime() - now.getTime()) / 1000);
      const [unit, size] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
      return seconds === 0 ? rightNow() : relative().format(Math.trunc(seconds / size), unit);
    },
    number,
    bytes(value) {
      const power = value < 1 ? 0 : Math.min(Math.floor(Math.log2(value) / 10), UNITS.length - 1);
      return `${number(value / 1024 ** power)} ${UNITS[power]}`;
    },
    duration(seconds) {
      const whole = Math.max(0, Math.round(seconds));
      return `${twoDigits(Math.floor(whole / 3600))}:${twoDigits(Math.floor(whole / 60) % 60)}:${twoDigits(whole % 60)}`;
    },
    timeOfDay: (text) => wallClock().format(new Date(`1970-01-01T${text}:00Z`)) + clockWord,
    list: (strings) => list().format(strings),
  };
}

const formats = new Map<Language, Formats>();

export function formatsOf(language: Language): Formats {
  let found = formats.get(language);
  if (found === undefined) {
    found = createFormats(language);
    formats.set(language, found);
  }
  return found;
}
