import type { Month, Weekday, WeekOfMonth } from '@tresor/contracts';
import type { Message } from '../../language/messages';

export const WEEKDAY_NAMES: Record<Weekday, Message> = {
  Sunday: { de: 'Sonntag', en: 'Sunday' },
  Monday: { de: 'Montag', en: 'Monday' },
  Tuesday: { de: 'Dienstag', en: 'Tuesday' },
  Wednesday: { de: 'Mittwoch', en: 'Wednesday' },
  Thursday: { de: 'Donnerstag', en: 'Thursday' },
  Friday: { de: 'Freitag', en: 'Friday' },
  Saturday: { de: 'Samstag', en: 'Saturday' },
};

export const WEEK_NAMES: Record<WeekOfMonth, Message> = {
  First: { de: 'Erster', en: 'First' },
  Second: { de: 'Zweiter', en: 'Second' },
  Third: { de: 'Dritter', en: 'Third' },
  Fourth: { de: 'Vierter', en: 'Fourth' },
  Last: { de: 'Letzter', en: 'Last' },
};

/** After "am" and "on the". */
export const WEEKS_IN_A_SENTENCE: Record<WeekOfMonth, Message> = {
  First: { de: 'ersten', en: 'first' },
  Second: { de: 'zweiten', en: 'second' },
  Third: { de: 'dritten', en: 'third' },
  Fourth: { de: 'vierten', en: 'fourth' },
  Last: { de: 'letzten', en: 'last' },
};

export const MONTH_NAMES: Record<Month, Message> = {
  January: { de: 'Januar', en: 'January' },
  February: { de: 'Februar', en: 'February' },
  March: { de: 'März', en: 'March' },
  April: { de: 'April', en: 'April' },
  May: { de: 'Mai', en: 'May' },
  June: { de: 'Juni', en: 'June' },
  July: { de: 'Juli', en: 'July' },
  August: { de: 'August', en: 'August' },
  September: { de: 'September', en: 'September' },
  October: { de: 'Oktober', en: 'October' },
  November: { de: 'November', en: 'November' },
  December: { de: 'Dezember', en: 'December' },
};
