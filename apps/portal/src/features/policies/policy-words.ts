import type { DayOfMonth, Retention, Schedule } from '@tresor/contracts';
import type { Formats } from '../../language/formats';
import { recurrenceOf, runsADay, type ScheduleShape } from '@tresor/support-matrix';
import { defineMessages } from '../../language/messages';
import { twoDigits } from '../../language/two-digits';
import type { Text } from '../../language/use-text';
import { MONTH_NAMES, WEEKDAY_NAMES, WEEKS_IN_A_SENTENCE } from './calendar-words';
import { levelTitles } from './messages';

const words = defineMessages({
  daily: { de: 'Täglich um {time}', en: 'Daily at {time}' },
  hourly: {
    de: 'Täglich ab {time} alle {every} Stunden, {runs, plural, one {# Sicherung} other {# Sicherungen}} am Tag',
    en: 'Every {every} hours from {time} each day, {runs, plural, one {# backup} other {# backups}} a day',
  },
  weekly: { de: 'Wöchentlich am {days} um {time}', en: 'Weekly on {days} at {time}' },
  lastKept: {
    de: 'Die letzte Sicherung jedes Tages {count, plural, one {# Tag} other {# Tage}} aufbewahren',
    en: 'Retain the last backup of every day for {count, plural, one {# day} other {# days}}',
  },
  dailyKept: {
    de: 'Täglich um {time} erstellte Sicherung {count, plural, one {# Tag} other {# Tage}} aufbewahren',
    en: 'Retain backup taken every day at {time} for {count, plural, one {# day} other {# days}}',
  },
  weeklyKept: {
    de: 'Jede Woche am {days} um {time} erstellte Sicherung {count, plural, one {# Woche} other {# Wochen}} aufbewahren',
    en: 'Retain backup taken every week on {days} at {time} for {count, plural, one {# week} other {# weeks}}',
  },
  monthlyKept: {
    de: 'Jeden Monat am {when} um {time} erstellte Sicherung {count, plural, one {# Monat} other {# Monate}} aufbewahren',
    en: 'Retain backup taken every month on {when} at {time} for {count, plural, one {# month} other {# months}}',
  },
  yearlyKept: {
    de: 'Jedes Jahr im {months} am {when} um {time} erstellte Sicherung {count, plural, one {# Jahr} other {# Jahre}} aufbewahren',
    en: 'Retain backup taken every year in {months} on {when} at {time} for {count, plural, one {# year} other {# years}}',
  },
  weekBased: { de: '{weeks} {days}', en: 'the {weeks} {days}' },
  date: { de: '{date}. Tag', en: 'day {date}' },
  lastDate: { de: 'letzten Tag', en: 'the last day' },
});

export interface Words {
  text: Text;
  format: Formats;
}

export function scheduleWords(schedule: Schedule, { text, format }: Words): string {
  const time = format.timeOfDay(schedule.time);
  if (schedule.frequency === 'daily') return text(words.daily, { time });
  if (schedule.frequency === 'hourly') return text(words.hourly, { time, every: schedule.everyHours, runs: runsADay(schedule) });
  return text(words.weekly, { days: format.list(schedule.days.map((day) => text(WEEKDAY_NAMES[day]))), time });
}

function dayOfMonthWords(on: DayOfMonth, { text, format }: Words): string {
  if (on.basis === 'day') {
    const inOrder = on.dates.toSorted((a, b) => (a || Infinity) - (b || Infinity));
    return format.list(inOrder.map((date) => (date === 0 ? text(words.lastDate) : text(words.date, { date }))));
  }
  return text(words.weekBased, {
    weeks: format.list(on.weeks.map((week) => text(WEEKS_IN_A_SENTENCE[week]))),
    days: format.list(on.days.map((day) => text(WEEKDAY_NAMES[day]))),
  });
}

interface LevelWords {
  title: string;
  sentence: string;
}

/** The time of the backup that the levels keep: of several a day the last; the first while nobody can say how many there are. */
export function keptTime(schedule: ScheduleShape): string {
  const minutes = recurrenceOf(schedule, 'UTC').minutes.at(-1);
  if (minutes === undefined) return schedule.time;
  return `${twoDigits(Math.floor(minutes / 60) % 24)}:${twoDigits(minutes % 60)}`;
}

/** One title and one sentence per level the policy keeps, shortest first. All levels keep the same backup. */
export function retentionWords({ daily, weekly, monthly, yearly }: Retention, schedule: Schedule, { text, format }: Words): LevelWords[] {
  const time = format.timeOfDay(keptTime(schedule));
  const levels: LevelWords[] = [];
  const add = (level: keyof Retention, sentence: string) => levels.push({ title: text(levelTitles[level]), sentence });

  if (daily) {
    const sentence = schedule.frequency === 'hourly' ? words.lastKept : words.dailyKept;
    add('daily', text(sentence, { time, count: daily.count }));
  }
  if (weekly) {
    const days = format.list(weekly.days.map((day) => text(WEEKDAY_NAMES[day])));
    add('weekly', text(words.weeklyKept, { time, count: weekly.count, days }));
  }
  if (monthly) add('monthly', text(words.monthlyKept, { time, count: monthly.count, when: dayOfMonthWords(monthly.on, { text, format }) }));
  if (yearly) {
    const months = format.list(yearly.months.map((month) => text(MONTH_NAMES[month])));
    add('yearly', text(words.yearlyKept, { time, count: yearly.count, months, when: dayOfMonthWords(yearly.on, { text, format }) }));
  }
  return levels;
}
