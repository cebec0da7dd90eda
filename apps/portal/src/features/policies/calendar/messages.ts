import type { Keeper } from '@tresor/retention';
import { defineMessages, type Message } from '../../../language/messages';

export const messages = defineMessages({
  title: { de: 'Aufbewahrungskalender', en: 'Retention calendar' },
  explanation: {
    de: 'Welche Wiederherstellungspunkte es an einem Stichtag gäbe, wenn ab heute jede Sicherung gelingt. Punkte von früher zählen nicht mit.',
    en: 'Which recovery points there would be on a chosen day if every backup from today on succeeds. Earlier points aren’t counted.',
  },
  counting: { de: 'Wird gezählt …', en: 'Counting…' },
  notYet: {
    de: 'Sobald alle Angaben stimmen, zeigt der Kalender, was daraus folgt.',
    en: 'When all entries are valid, the calendar shows the result.',
  },
  outdated: {
    de: 'Gezeigt wird der Stand vor der letzten Änderung, bis alle Angaben stimmen.',
    en: 'Until all entries are valid, this shows the state before the last change.',
  },
  asOf: { de: 'Stichtag', en: 'On this day' },
  asOfHint: { de: 'Von heute bis in zehn Jahren.', en: 'From today to ten years from now.' },
  asOfWrong: { de: 'Wählen Sie einen Tag von heute bis in zehn Jahren.', en: 'Choose a day from today to ten years from now.' },
  jump: { de: 'Stichtag wählen', en: 'Choose the day' },
  inMonths: { de: 'in {count, plural, one {# Monat} other {# Monaten}}', en: 'in {count, plural, one {# month} other {# months}}' },
  inYears: { de: 'in {count, plural, one {# Jahr} other {# Jahren}}', en: 'in {count, plural, one {# year} other {# years}}' },
  sum: {
    de: '{count, plural, =0 {Am {day} gäbe es noch keinen Punkt.} one {Am {day} gäbe es einen Punkt: {parts}.} other {Am {day} gäbe es {count, number} Punkte: {parts}.}}',
    en: '{count, plural, =0 {On {day}, there would be no point yet.} one {On {day}, there would be one point: {parts}.} other {On {day}, there would be {count, number} points: {parts}.}}',
  },
  part: { de: '{keeper} {count, number}', en: '{keeper} {count, number}' },
  months: { de: 'Punkte nach dem Monat, in dem sie entstanden', en: 'Points by the month in which they were taken' },
  monthsHint: {
    de: 'Pfeiltasten führen durch Monate und Tage.',
    en: 'Arrow keys move through months and days.',
  },
  year: { de: 'Jahr', en: 'Year' },
  monthCell: {
    de: '{month}: {count, plural, =0 {keine Punkte} one {ein Punkt} other {# Punkte}}',
    en: '{month}: {count, plural, =0 {no points} one {one point} other {# points}}',
  },
  monthCellKept: {
    de: '{month}: {count, plural, one {ein Punkt} other {# Punkte}}, am längsten {keeper}',
    en: '{month}: {count, plural, one {one point} other {# points}}, the longest {keeper}',
  },
  days: { de: 'Tage im {month}', en: 'Days of {month}' },
  dayCell: { de: '{day}: kein Punkt', en: '{day}: no point' },
  dayCellKept: {
    de: '{day}: {count, plural, one {ein Punkt} other {# Punkte}}, {keeper}',
    en: '{day}: {count, plural, one {one point} other {# points}}, {keeper}',
  },
  pointsOf: { de: 'Punkte vom {day}', en: 'Points from {day}' },
  noPoint: {
    de: 'Vom {day} gäbe es am Stichtag keinen Punkt: es wurde nicht gesichert, oder die Aufbewahrung ist zu Ende.',
    en: 'There would be no point from {day}: no backup ran, or its retention has ended.',
  },
  taken: { de: 'Sicherung vom {moment}', en: 'Backup from {moment}' },
  until: { de: '{keeper}, bis {moment}', en: '{keeper}, until {moment}' },
  legend: { de: 'Zeichen', en: 'Signs' },
  table: { de: 'Als Tabelle', en: 'As a table' },
  tableLabel: { de: 'Wiederherstellungspunkte am Stichtag', en: 'Recovery points on that day' },
  filter: { de: 'Punkte filtern', en: 'Filter points' },
  takenAt: { de: 'Sicherung', en: 'Backup' },
  why: { de: 'Aufbewahrt als', en: 'Kept as' },
  keptUntil: { de: 'Aufbewahrt bis', en: 'Kept until' },
  empty: { de: 'Am Stichtag gibt es noch keinen Punkt.', en: 'There’s no point yet on that day.' },
});

/** What keeps a point, as it stands in a sentence and in a list. */
export const keeperNames: Record<Keeper, Message> = {
  yearly: { de: 'jährlicher Sicherungspunkt', en: 'yearly backup point' },
  monthly: { de: 'monatlicher Sicherungspunkt', en: 'monthly backup point' },
  weekly: { de: 'wöchentlicher Sicherungspunkt', en: 'weekly backup point' },
  daily: { de: 'täglicher Sicherungspunkt', en: 'daily backup point' },
  snapshot: { de: 'nur Momentaufnahme', en: 'snapshot only' },
  newest: { de: 'neuester Punkt, bleibt bis zum nächsten', en: 'newest point, stays until the next' },
};

/** The same before a number. */
export const keeperCounts: Record<Keeper, Message> = {
  yearly: { de: 'jährlich', en: 'yearly' },
  monthly: { de: 'monatlich', en: 'monthly' },
  weekly: { de: 'wöchentlich', en: 'weekly' },
  daily: { de: 'täglich', en: 'daily' },
  snapshot: { de: 'nur Momentaufnahme', en: 'snapshot only' },
  newest: { de: 'neuester', en: 'newest' },
};

/** One letter for the picture, for eyes that do not tell its colors apart. */
export const keeperLetters: Record<Keeper, Message> = {
  yearly: { de: 'J', en: 'Y' },
  monthly: { de: 'M', en: 'M' },
  weekly: { de: 'W', en: 'W' },
  daily: { de: 'T', en: 'D' },
  snapshot: { de: 'S', en: 'S' },
  newest: { de: 'N', en: 'N' },
};
