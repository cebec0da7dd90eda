import type { Retention } from '@tresor/contracts';
import type { PolicyFaultCode } from '@tresor/support-matrix';
import { defineMessages, type Message } from '../../i18n/messages';

export const messages = defineMessages({
  title: { de: 'Sicherungsrichtlinie', en: 'Backup policy' },
  newTitle: { de: 'Neue Sicherungsrichtlinie', en: 'New backup policy' },
  choose: { de: 'Sicherungsrichtlinie auswählen', en: 'Choose backup policy' },
  chooseHint: {
    de: 'Sie legt fest, wann gesichert und wie lange aufbewahrt wird. „Neu erstellen“ öffnet ein Formular.',
    en: 'It says when backups are taken and how long they are kept. “Create New” opens a form.',
  },
  createNew: { de: 'Neu erstellen', en: 'Create New' },
  instructions: { de: 'Richtlinie bearbeiten – Anweisungen', en: 'Edit policy - Instructions' },
  instructionsText: {
    de: 'Eine vorhandene Richtlinie wird hier angezeigt, nicht geändert: eine Änderung beträfe jeden virtuellen Computer, der sie verwendet. Brauchen Sie andere Zeiten oder eine andere Aufbewahrung, wählen Sie „Neu erstellen“. Die neue Richtlinie gilt nur für die virtuellen Computer, denen Sie sie zuordnen.',
    en: 'An existing policy is shown here, not changed: a change would reach every virtual machine that uses it. When you need other times or another retention, choose “Create New”. The new policy holds only for the virtual machines you assign it to.',
  },
  frequencyHeading: { de: 'Sicherungshäufigkeit', en: 'Backup frequency' },
  retentionHeading: { de: 'Aufbewahrungsdauer', en: 'Retention range' },
  timeZone: { de: 'Zeitzone', en: 'Time zone' },
  zoneWithOffset: { de: 'Zeitzone: {zone} ({offset})', en: 'Time zone: {zone} ({offset})' },
  zoneAlone: { de: 'Zeitzone: {zone}', en: 'Time zone: {zone}' },
  nextRun: { de: 'Nächster Lauf: {moment}', en: 'Next run: {moment}' },
  usedBy: {
    de: '{count, plural, =0 {Noch kein virtueller Computer verwendet sie.} one {# virtueller Computer verwendet sie.} other {# virtuelle Computer verwenden sie.}}',
    en: '{count, plural, =0 {No virtual machine uses it yet.} one {# virtual machine uses it.} other {# virtual machines use it.}}',
  },
  snapshots: {
    de: 'Momentaufnahmen zur sofortigen Wiederherstellung: {count, plural, one {# Tag} other {# Tage}}',
    en: 'Snapshots for instant restore: {count, plural, one {# day} other {# days}}',
  },
  enhanced: {
    de: 'Erweiterte Richtlinie. Sie kann mehrmals am Tag sichern; den Zeitplan zeigt Tresor nicht im Einzelnen. Zuordnen lässt sie sich wie jede andere.',
    en: 'Enhanced policy. It can back up several times a day; Tresor does not show its schedule in detail. It can be assigned like any other.',
  },
  enhancedName: { de: '{name} (erweitert)', en: '{name} (enhanced)' },
  ok: { de: 'OK', en: 'OK' },
  okNeedsPolicy: { de: 'Wählen Sie zuerst eine Richtlinie.', en: 'Choose a policy first.' },
  noPolicies: {
    de: 'Der Tresor hat noch keine Richtlinie. Wählen Sie „Neu erstellen“.',
    en: 'The vault has no policy yet. Choose “Create New”.',
  },
  create: { de: 'Erstellen', en: 'Create' },
  creating: { de: 'Wird erstellt …', en: 'Creating …' },
  discard: { de: 'Verwerfen', en: 'Discard' },
  name: { de: 'Richtlinienname', en: 'Policy name' },
  nameHint: {
    de: '3 bis 150 Zeichen: Buchstaben ohne Umlaute, Ziffern und Bindestriche; am Anfang ein Buchstabe.',
    en: '3 to 150 characters: letters, digits and hyphens, a letter first.',
  },
  frequency: { de: 'Häufigkeit', en: 'Frequency' },
  everyDay: { de: 'Täglich', en: 'Daily' },
  everyWeek: { de: 'Wöchentlich', en: 'Weekly' },
  days: { de: 'Wochentage', en: 'Days' },
  time: { de: 'Uhrzeit', en: 'Time' },
  zoneHint: {
    de: 'Alle Zeiten gelten in dieser Zone. Vorausgewählt ist die Ihres Browsers.',
    en: 'All times are in this zone. The zone of your browser is chosen for you.',
  },
  localTime: { de: 'Ortszeit ({offset}), {zone}', en: 'Local Time ({offset}), {zone}' },
  dailyLocked: {
    de: 'Bei täglicher Sicherung wird der tägliche Punkt immer aufbewahrt.',
    en: 'With a daily backup the daily point is always kept.',
  },
  weeklyLocked: {
    de: 'Bei wöchentlicher Sicherung wird der wöchentliche Punkt immer aufbewahrt.',
    en: 'With a weekly backup the weekly point is always kept.',
  },
  dailyImpossible: {
    de: 'Bei wöchentlicher Sicherung gibt es keine täglichen Punkte.',
    en: 'With a weekly backup there are no daily points.',
  },
  dayBasedImpossible: {
    de: 'Tagesbasiert geht nur bei täglicher Sicherung: ein wöchentlicher Plan trifft nicht jeden Monatstag.',
    en: 'Day based needs a daily backup: a weekly schedule does not meet every day of a month.',
  },
  at: { de: 'Um', en: 'At' },
  atFollows: { de: 'Folgt der Uhrzeit der Sicherung.', en: 'Follows the time of the backup.' },
  keepFor: { de: 'Für', en: 'For' },
  on: { de: 'Am', en: 'On' },
  day: { de: 'Tag', en: 'Day' },
  inMonths: { de: 'Im', en: 'In' },
  dates: { de: 'Tage des Monats', en: 'Days of the month' },
  lastDate: { de: 'Letzter', en: 'Last' },
  basis: { de: 'Tag bestimmen', en: 'Choose the day' },
  weekBased: { de: 'Wochenbasiert', en: 'Week Based' },
  dayBased: { de: 'Tagesbasiert', en: 'Day Based' },
  summaryTitle: {
    de: '{count, plural, one {Eine Angabe stimmt noch nicht} other {# Angaben stimmen noch nicht}}',
    en: '{count, plural, one {One entry is not right yet} other {# entries are not right yet}}',
  },
  summaryEntry: { de: '{place}: {words}', en: '{place}: {words}' },
  dailyPoint: { de: 'Täglicher Sicherungspunkt', en: 'Daily backup point' },
  weeklyPoint: { de: 'Wöchentlicher Sicherungspunkt', en: 'Weekly backup point' },
  monthlyPoint: { de: 'Monatlicher Sicherungspunkt', en: 'Monthly backup point' },
  yearlyPoint: { de: 'Jährlicher Sicherungspunkt', en: 'Yearly backup point' },
  created: { de: 'Richtlinie „{name}“ wurde erstellt', en: 'Policy “{name}” was created' },
});

export const levelTitles: Record<keyof Retention, Message> = {
  daily: { de: 'Aufbewahrung des täglichen Sicherungspunkts', en: 'Retention of daily backup point' },
  weekly: { de: 'Aufbewahrung des wöchentlichen Sicherungspunkts', en: 'Retention of weekly backup point' },
  monthly: { de: 'Aufbewahrung des monatlichen Sicherungspunkts', en: 'Retention of monthly backup point' },
  yearly: { de: 'Aufbewahrung des jährlichen Sicherungspunkts', en: 'Retention of yearly backup point' },
};

export const levelUnits: Record<keyof Retention, Message> = {
  daily: { de: 'Tag(e)', en: 'Day(s)' },
  weekly: { de: 'Woche(n)', en: 'Week(s)' },
  monthly: { de: 'Monat(e)', en: 'Month(s)' },
  yearly: { de: 'Jahr(e)', en: 'Year(s)' },
};

/** With values, the messages are ICU: `{min}` and `{max}` are the allowed range. */
export const faultMessages: Record<PolicyFaultCode, Message> = {
  'name-malformed': {
    de: 'Der Name hat 3 bis 150 Zeichen, nur Buchstaben ohne Umlaute, Ziffern und Bindestriche, und beginnt mit einem Buchstaben.',
    en: 'The name has 3 to 150 characters, only letters, digits and hyphens, and starts with a letter.',
  },
  'time-zone-missing': { de: 'Wählen Sie eine Zeitzone.', en: 'Choose a time zone.' },
  'time-not-on-half-hour': { de: 'Wählen Sie eine volle oder halbe Stunde.', en: 'Choose a full or half hour.' },
  'nothing-chosen': { de: 'Wählen Sie mindestens einen Eintrag.', en: 'Choose at least one entry.' },
  'level-required': {
    de: 'Diese Aufbewahrung gehört zum Zeitplan und kann nicht fehlen.',
    en: 'This retention belongs to the schedule and cannot be left out.',
  },
  'level-not-allowed': {
    de: 'Bei wöchentlicher Sicherung gibt es keine täglichen Punkte.',
    en: 'With a weekly backup there are no daily points.',
  },
  'count-out-of-range': {
    de: 'Geben Sie eine ganze Zahl von {min, number} bis {max, number} ein.',
    en: 'Enter a whole number from {min, number} to {max, number}.',
  },
  'date-out-of-range': {
    de: 'Wählen Sie Tage von 1 bis {max, number} oder den letzten.',
    en: 'Choose days from 1 to {max, number}, or the last one.',
  },
  'day-not-scheduled': {
    de: 'An einem dieser Tage wird nicht gesichert. Wählen Sie nur Tage aus dem Zeitplan.',
    en: 'On one of these days no backup is taken. Choose only days of the schedule.',
  },
  'day-based-needs-daily-schedule': {
    de: 'Tagesbasiert geht nur bei täglicher Sicherung. Wählen Sie „Wochenbasiert“.',
    en: 'Day based needs a daily backup. Choose “Week Based”.',
  },
  'too-many-recovery-points': {
    de: 'Zusammen wären das mehr als {max, number} Wiederherstellungspunkte. Verringern Sie die Aufbewahrung.',
    en: 'Together this makes more than {max, number} recovery points. Keep less.',
  },
};

/** What the server says about a form that had no fault of its own. */
export const serverFaults = defineMessages({
  'policy-name-taken': {
    de: 'Eine Richtlinie dieses Namens gibt es in diesem Tresor schon. Geben Sie einen anderen Namen ein.',
    en: 'This vault has a policy of this name already. Enter another name.',
  },
  'policy-refused': {
    de: 'Azure hat die Richtlinie abgelehnt. Verringern Sie die Aufbewahrungsdauer, um fortzufahren.',
    en: 'Azure refused the policy. Reduce the retention to continue.',
  },
  'invalid-request': { de: 'Der Server nimmt diese Angabe nicht an.', en: 'The server does not accept this entry.' },
});
