import type { Retention, Schedule } from '@tresor/contracts';
import { describe, expect, test } from 'vitest';
import { formatsOf } from '../../language/formats';
import type { Language } from '../../language/language';
import { formatMessage } from '../../language/messages';
import { retentionWords, scheduleWords, type Words } from './policy-words';

const wordsIn = (language: Language): Words => ({
  text: (message, ...values) => formatMessage(language, message, ...values),
  format: formatsOf(language),
});
const de = wordsIn('de');
const en = wordsIn('en');

const nightly: Schedule = { frequency: 'daily', time: '00:30' };
const twiceAWeek: Schedule = { frequency: 'weekly', time: '19:00', days: ['Sunday', 'Wednesday'] };
const nothing: Retention = { daily: null, weekly: null, monthly: null, yearly: null };
const sentences = (retention: Retention, words: Words) => retentionWords(retention, nightly, words).map(({ sentence }) => sentence);

describe('the schedule of a policy in words', () => {
  test('says half past midnight so that nobody reads noon', () => {
    expect(scheduleWords(nightly, de)).toBe('Täglich um 00:30 Uhr');
    expect(scheduleWords(nightly, en).replace('\u202f', ' ')).toBe('Daily at 12:30 AM');
  });

  test('names the days of a weekly policy', () => {
    expect(scheduleWords(twiceAWeek, de)).toBe('Wöchentlich am Sonntag und Mittwoch um 19:00 Uhr');
    expect(scheduleWords(twiceAWeek, en).replace('\u202f', ' ')).toBe('Weekly on Sunday and Wednesday at 7:00 PM');
  });

  test('of an enhanced policy says how often, and that the last of a day is kept', () => {
    const hourly: Schedule = { frequency: 'hourly', time: '20:00', everyHours: 6, forHours: 12 };
    expect(scheduleWords(hourly, de)).toBe('Täglich ab 20:00 Uhr alle 6 Stunden, 3 Sicherungen am Tag');
    const kept = retentionWords({ ...nothing, daily: { count: 30 }, weekly: { count: 4, days: ['Sunday'] } }, hourly, de);
    expect(kept.map(({ sentence }) => sentence)).toEqual([
      'Die letzte Sicherung jedes Tages 30 Tage aufbewahren',
      'Jede Woche am Sonntag um 08:00 Uhr erstellte Sicherung 4 Wochen aufbewahren',
    ]);
  });
});

describe('the retention of a policy in words', () => {
  test('of the default policy is one sentence under its title', () => {
    expect(retentionWords({ ...nothing, daily: { count: 30 } }, nightly, de)).toEqual([
      {
        title: 'Aufbewahrung des täglichen Sicherungspunkts',
        sentence: 'Täglich um 00:30 Uhr erstellte Sicherung 30 Tage aufbewahren',
      },
    ]);
  });

  test('tells all four levels, week based', () => {
    const first = { basis: 'week', weeks: ['First'], days: ['Sunday'] } as const;
    const on = { basis: first.basis, weeks: [...first.weeks], days: [...first.days] };
    const rich: Retention = {
      daily: { count: 60 },
      weekly: { count: 1, days: ['Sunday'] },
      monthly: { count: 24, on },
      yearly: { count: 10, months: ['January'], on },
    };
    expect(sentences(rich, de)).toEqual([
      'Täglich um 00:30 Uhr erstellte Sicherung 60 Tage aufbewahren',
      'Jede Woche am Sonntag um 00:30 Uhr erstellte Sicherung 1 Woche aufbewahren',
      'Jeden Monat am ersten Sonntag um 00:30 Uhr erstellte Sicherung 24 Monate aufbewahren',
      'Jedes Jahr im Januar am ersten Sonntag um 00:30 Uhr erstellte Sicherung 10 Jahre aufbewahren',
    ]);
    expect(sentences(rich, en).map((sentence) => sentence.replace('\u202f', ' '))).toEqual([
      'Retain backup taken every day at 12:30 AM for 60 days',
      'Retain backup taken every week on Sunday at 12:30 AM for 1 week',
      'Retain backup taken every month on the first Sunday at 12:30 AM for 24 months',
      'Retain backup taken every year in January on the first Sunday at 12:30 AM for 10 years',
    ]);
  });

  test('puts the last day of a month last when it is day based', () => {
    const monthly: Retention = { ...nothing, monthly: { count: 12, on: { basis: 'day', dates: [0, 1, 15] } } };
    expect(sentences(monthly, de)).toEqual([
      'Jeden Monat am 1. Tag, 15. Tag und letzten Tag um 00:30 Uhr erstellte Sicherung 12 Monate aufbewahren',
    ]);
    expect(sentences(monthly, en)[0]).toContain('every month on day 1, day 15, and the last day');
  });
});
