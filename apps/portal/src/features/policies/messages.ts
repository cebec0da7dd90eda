import type { Retention } from '@tresor/contracts';
import type { PolicyFaultCode } from '@tresor/support-matrix';
import { defineMessages, type Message } from '../../language/messages';

export const messages = defineMessages({
  choose: { de: 'Sicherungsrichtlinie auswählen', en: 'Choose backup policy' },
  chooseHint: {
    de: 'Sie legt fest, wann gesichert und wie lange aufbewahrt wird. „Neu erstellen“ öffnet ein Formular.',
    en: 'It sets when backups run and how long they’re kept. “Create New” opens a form.',
  },
  createNew: { de: 'Neu erstellen', en: 'Create New' },
  instructions: { de: 'Richtlinie bearbeiten – Anweisungen', en: 'Edit policy - Instructions' },
  instructionsText: {
    de: 'Eine vorhandene Richtlinie wird hier angezeigt, nicht geändert: eine Änderung beträfe jeden virtuellen Computer, der sie verwendet. Brauchen Sie andere Zeiten oder eine andere Aufbewahrung, wählen Sie „Neu erstellen“. Die neue Richtlinie gilt nur für die virtuellen Computer, denen Sie sie zuordnen.',
    en: 'You can view an existing policy here but not change it: a change would affect every virtual machine that uses it. If you need different times or retention, choose “Create New”. The new policy applies only to the virtual machines you assign it to.',
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
  unreadable: {
    de: 'Zeitplan oder Aufbewahrung dieser Richtlinie sind von einer Art, für die Tresor keine Worte hat. Zuordnen lässt sie sich wie jede andere.',
    en: 'Tresor has no words for this kind of schedule or retention. You can assign the policy like any other.',
  },
  noMore: {
    de: 'Dieser Recovery Services-Tresor hat schon {limit, number} Richtlinien und nimmt keine weitere auf. Ändern oder löschen Sie eine vorhandene.',
    en: 'This vault already has {limit, number} policies and can’t take another. Change or delete an existing one.',
  },
  immutable: {
    de: 'Dieser Recovery Services-Tresor ist unveränderlich. Die Aufbewahrung lässt sich verlängern, aber nicht verkürzen.',
    en: 'This vault is immutable. You can extend the retention but not shorten it.',
  },
  enhancedName: { de: '{name} (erweitert)', en: '{name} (enhanced)' },
  ok: { de: 'OK', en: 'OK' },
  stillLoading: { de: 'Richtlinien werden geladen.', en: 'The policies are still loading.' },
  okNeedsPolicy: { de: 'Wählen Sie zuerst eine Richtlinie.', en: 'Choose a policy first.' },
  noPolicies: {
    de: 'Der Tresor hat noch keine Richtlinie. Wählen Sie „Neu erstellen“.',
    en: 'The vault has no policy yet. Choose “Create New”.',
  },
  create: { de: 'Erstellen', en: 'Create' },
  creating: { de: 'Wird erstellt …', en: 'Creating…' },
  discard: { de: 'Verwerfen', en: 'Discard' },
  name: { de: 'Richtlinienname', en: 'Policy name' },
  nameHint: {
    de: '3 bis 150 Zeichen: Buchstaben ohne Umlaute, Ziffern und Bindestriche; am Anfang ein Buchstabe.',
    en: '3 to 150 characters: letters, digits, and hyphens. Start with a letter.',
  },
  frequency: { de: 'Häufigkeit', en: 'Frequency' },
  everyDay: { de: 'Täglich', en: 'Daily' },
  everyWeek: { de: 'Wöchentlich', en: 'Weekly' },
  everyFewHours: { de: 'Stündlich', en: 'Hourly' },
  hourlyNeedsEnhanced: { de: 'nur mit dem Untertyp „Erweitert“', en: 'only with the sub type “Enhanced”' },
  kind: { de: 'Richtlinien\u00ADuntertyp', en: 'Policy sub type' },
  standard: { de: 'Standard', en: 'Standard' },
  standardMeans: { de: 'Höchstens eine Sicherung am Tag.', en: 'At most one backup a day.' },
  enhanced: { de: 'Erweitert', en: 'Enhanced' },
  enhancedMeans: {
    de: 'Auch mehrere Sicherungen am Tag, und Momentaufnahmen bleiben bis zu 30 Tage. In den Tresor kommt die letzte des Tages.',
    en: 'Can take several backups a day and keep snapshots for up to 30 days. The last backup of the day goes to the vault.',
  },
  kindFixed: { de: 'Der Untertyp einer Richtlinie steht fest.', en: 'You can’t change a policy’s sub type.' },
  startTime: { de: 'Beginn', en: 'Start time' },
  everyHours: { de: 'Alle', en: 'Every' },
  hours: { de: '{count, plural, one {# Stunde} other {# Stunden}}', en: '{count, plural, one {# hour} other {# hours}}' },
  forHours: { de: 'Dauer in Stunden', en: 'Duration in hours' },
  snapshotDays: {
    de: 'Momentaufnahmen zur sofortigen Wiederherstellung beibehalten für (Tage)',
    en: 'Retain instant recovery snapshots for (days)',
  },
  snapshotRange: { de: '{min, number} bis {max, number} Tage.', en: '{min, number} to {max, number} days.' },
  snapshotFixed: { de: 'Bei wöchentlicher Sicherung sind es immer 5 Tage.', en: 'With a weekly backup, it’s always 5 days.' },
  days: { de: 'Wochentage', en: 'Days' },
  time: { de: 'Uhrzeit', en: 'Time' },
  zoneHint: { de: 'Alle Zeiten gelten in dieser Zone.', en: 'All times are in this zone.' },
  zoneProposed: {
    de: 'Alle Zeiten gelten in dieser Zone. Vorausgewählt ist die Ihres Browsers.',
    en: 'All times are in this zone. Your browser’s zone is preselected.',
  },
  localTime: { de: 'Ortszeit ({offset}), {zone}', en: 'Local Time ({offset}), {zone}' },
  dailyLocked: {
    de: 'Bei täglicher Sicherung wird der tägliche Punkt immer aufbewahrt.',
    en: 'With a daily backup, the daily point is always kept.',
  },
  weeklyLocked: {
    de: 'Bei wöchentlicher Sicherung wird der wöchentliche Punkt immer aufbewahrt.',
    en: 'With a weekly backup, the weekly point is always kept.',
  },
  dailyImpossible: {
    de: 'Bei wöchentlicher Sicherung gibt es keine täglichen Punkte.',
    en: 'With a weekly backup, there are no daily points.',
  },
  dayBasedImpossible: {
    de: 'Tagesbasiert geht nur bei täglicher Sicherung: ein wöchentlicher Plan trifft nicht jeden Monatstag.',
    en: 'Day based needs a daily backup: a weekly schedule doesn’t fall on every day of the month.',
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
    en: '{count, plural, one {One entry isn’t valid yet} other {# entries aren’t valid yet}}',
  },
  summaryEntry: { de: '{place}: {words}', en: '{place}: {words}' },
  dailyPoint: { de: 'Täglicher Sicherungspunkt', en: 'Daily backup point' },
  weeklyPoint: { de: 'Wöchentlicher Sicherungspunkt', en: 'Weekly backup point' },
  monthlyPoint: { de: 'Monatlicher Sicherungspunkt', en: 'Monthly backup point' },
  yearlyPoint: { de: 'Jährlicher Sicherungspunkt', en: 'Yearly backup point' },
  filter: { de: 'Richtlinien filtern', en: 'Filter policies' },
  add: { de: 'Hinzufügen', en: 'Add' },
  scheduleColumn: { de: 'Zeitplan', en: 'Schedule' },
  itemsColumn: { de: 'Elemente', en: 'Items' },
  nameColumn: { de: 'Name', en: 'Name' },
  notShown: { de: 'nicht im Einzelnen', en: 'not in detail' },
  listEmpty: {
    de: 'In diesem Tresor gibt es keine Richtlinie. Wählen Sie „Hinzufügen“.',
    en: 'This vault has no policies. Choose “Add”.',
  },
  edit: { de: 'Bearbeiten', en: 'Edit' },
  delete: { de: 'Löschen', en: 'Delete' },
  gone: { de: 'Diese Richtlinie gibt es im Tresor nicht mehr.', en: 'This policy is no longer in the vault.' },
  cannotEdit: {
    de: 'Zeitplan oder Aufbewahrung sind von einer Art, die sich hier nicht ändern lässt.',
    en: 'This kind of schedule or retention can’t be changed here.',
  },
  enhancedNotIn2017: {
    de: 'Erweiterte Richtlinien gibt es im Regelstand „Januar 2017“ nicht. Wählen Sie in den Einstellungen „Heute“.',
    en: 'The edition “January 2017” has no enhanced policies. In the settings, choose “Today”.',
  },
  inUse: {
    de: '{count, plural, one {Ein virtueller Computer verwendet diese Richtlinie. Weisen Sie ihm eine andere zu, oder beenden Sie seine Sicherung; danach lässt sie sich löschen.} other {# virtuelle Computer verwenden diese Richtlinie. Weisen Sie ihnen eine andere zu, oder beenden Sie ihre Sicherung; danach lässt sie sich löschen.}}',
    en: '{count, plural, one {One virtual machine uses this policy. Assign it a different policy or stop its backup; then you can delete this one.} other {# virtual machines use this policy. Assign them a different policy or stop their backup; then you can delete this one.}}',
  },
  stillInUse: { de: 'Die Richtlinie wird noch verwendet.', en: 'The policy is still in use.' },
  usedByHeading: { de: 'Verwendet von', en: 'Used by' },
  deleteMeans: {
    de: 'Die Richtlinie „{name}“ wird gelöscht. Kein virtueller Computer verwendet sie; Wiederherstellungspunkte sind nicht betroffen. Rückgängig machen lässt es sich nicht, neu erstellen schon.',
    en: 'The policy “{name}” will be deleted. No virtual machine uses it, and recovery points aren’t affected. You can’t undo this, but you can create the policy again.',
  },
  deleting: { de: 'Wird gelöscht …', en: 'Deleting…' },
  deleted: { de: 'Richtlinie „{name}“ wurde gelöscht', en: 'Policy “{name}” was deleted' },
  impact: { de: 'Was die Änderung bewirkt', en: 'What the change does' },
  affected: {
    de: '{count, plural, =0 {Kein virtueller Computer verwendet diese Richtlinie.} one {Die Änderung gilt für einen virtuellen Computer, auch für seine vorhandenen Punkte.} other {Die Änderung gilt für # virtuelle Computer, auch für ihre vorhandenen Punkte.}}',
    en: '{count, plural, =0 {No virtual machine uses this policy.} one {The change applies to one virtual machine, including its existing points.} other {The change applies to # virtual machines, including their existing points.}}',
  },
  counted: {
    de: 'Die vorhandenen Punkte werden gezählt: {count, number} von {total, number} virtuellen Computern.',
    en: 'Counting existing points: {count, number} of {total, number} virtual machines.',
  },
  countFirst: {
    de: 'Warten Sie, bis die vorhandenen Punkte gezählt sind.',
    en: 'Wait until the existing points are counted.',
  },
  allMachines: { de: 'Alle {count, number}', en: 'All {count, number}' },
  mostOnly: {
    de: 'Einzeln stehen hier die {count, number}, die am meisten verlieren; die Summe gilt für alle.',
    en: 'This lists the {count, number} that lose the most; the total is for all.',
  },
  machine: { de: 'Virtueller Computer', en: 'Virtual machine' },
  pointsNow: { de: 'Punkte heute', en: 'Points today' },
  lostNow: { de: 'Sofort gelöscht', en: 'Deleted immediately' },
  shorter: { de: 'Kürzer aufbewahrt', en: 'Kept shorter' },
  longer: { de: 'Länger aufbewahrt', en: 'Kept longer' },
  fixed: { de: 'Unverändert', en: 'Unchanged' },
  presentPoints: { de: 'Vorhandene Wiederherstellungspunkte', en: 'Existing recovery points' },
  loss: {
    de: '{count, plural, one {Ein vorhandener Punkt fällt durch diese Änderung sofort weg. Das lässt sich nicht rückgängig machen.} other {# vorhandene Punkte fallen durch diese Änderung sofort weg. Das lässt sich nicht rückgängig machen.}}',
    en: '{count, plural, one {This change deletes one existing point immediately. You can’t undo this.} other {This change deletes # existing points immediately. You can’t undo this.}}',
  },
  confirmLoss: { de: 'Diese Punkte werden gelöscht', en: 'These points will be deleted' },
  confirmFirst: { de: 'Bestätigen Sie zuerst, dass Punkte gelöscht werden.', en: 'Confirm first that points will be deleted.' },
  uncounted: {
    de: 'Die vorhandenen Punkte konnten nicht alle gezählt werden. Durch diese Änderung können Punkte sofort und unwiderruflich wegfallen.',
    en: 'Not all existing points could be counted. This change may delete points immediately and irrevocably.',
  },
  zoneUnknown: {
    de: 'Die Zeitzone der Richtlinie ist hier nicht bekannt: Es lässt sich nicht vorhersagen, welche Punkte diese Änderung beendet. Punkte können sofort und unwiderruflich wegfallen.',
    en: 'The policy’s time zone isn’t known here: it can’t be predicted which points this change ends. Points may be deleted immediately and irrevocably.',
  },
  countAgain: { de: 'Noch einmal zählen', en: 'Count again' },
  changeAnyway: { de: 'Trotzdem ändern', en: 'Change anyway' },
  riskFirst: { de: 'Bestätigen Sie zuerst, dass Punkte wegfallen können.', en: 'Confirm first that points may be deleted.' },
  comingPoints: { de: 'Punkte künftiger Sicherungen', en: 'Points from future backups' },
  when: { de: 'Wann', en: 'When' },
  before: { de: 'Bisher', en: 'Before' },
  after: { de: 'Künftig', en: 'After' },
  inMonth: { de: 'in einem Monat', en: 'in one month' },
  inYears: { de: '{count, plural, one {in einem Jahr} other {in # Jahren}}', en: '{count, plural, one {in one year} other {in # years}}' },
  updateStarted: { de: 'Richtlinie „{name}“ wird geändert', en: 'Changing policy “{name}”' },
  updated: { de: 'Richtlinie „{name}“ wurde geändert', en: 'Policy “{name}” was changed' },
  updatedBody: {
    de: '{count, plural, =0 {Kein virtueller Computer verwendet sie.} one {Azure wendet sie auf einen virtuellen Computer an.} other {Azure wendet sie auf # virtuelle Computer an.}}',
    en: '{count, plural, =0 {No virtual machine uses it.} one {Azure applies it to one virtual machine.} other {Azure applies it to # virtual machines.}}',
  },
  clockHeading: { de: 'Zeitumstellung', en: 'Clock changes' },
  clockChange: {
    de: 'Am {day} wird die Uhr von {before} auf {after} umgestellt. Der Zeitplan gilt in Ortszeit.',
    en: 'On {day} the clock changes from {before} to {after}. The schedule is in local time.',
  },
  runThatDay: { de: 'Der Lauf an diesem Tag ist um {moment}.', en: 'That day’s run is at {moment}.' },
  firstRunThatDay: { de: 'Der erste Lauf an diesem Tag ist um {moment}.', en: 'That day’s first run is at {moment}.' },
  runAfterThatDay: {
    de: 'An diesem Tag läuft keine Sicherung; die nächste danach ist um {moment}.',
    en: 'No backup runs on that day; the next one after it is at {moment}.',
  },
  noClockChange: { de: 'In dieser Zeitzone wird die Uhr nicht umgestellt.', en: 'The clock doesn’t change in this time zone.' },
  clockWarning: {
    de: 'Die Dokumentation von Azure Backup sagt, dass Sicherungen von VMs der Zeitumstellung nicht folgen. Prüfen Sie nach dem Tag die Uhrzeit der Sicherung.',
    en: 'The Azure Backup documentation says that VM backups don’t follow daylight saving time changes. After that day, check the backup time.',
  },
  update: { de: 'Speichern', en: 'Save' },
  updating: { de: 'Wird gespeichert …', en: 'Saving…' },
  unchanged: { de: 'Noch ist nichts geändert.', en: 'Nothing has changed yet.' },
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
export const faultMessages: Readonly<Record<PolicyFaultCode, Message<'min' | 'max'>>> = defineMessages({
  'name-malformed': {
    de: 'Der Name hat 3 bis 150 Zeichen, nur Buchstaben ohne Umlaute, Ziffern und Bindestriche, und beginnt mit einem Buchstaben.',
    en: 'The name has 3 to 150 characters, only letters, digits, and hyphens, and starts with a letter.',
  },
  'time-zone-missing': { de: 'Wählen Sie eine Zeitzone.', en: 'Choose a time zone.' },
  'kind-not-offered': {
    de: 'Erweiterte Richtlinien gibt es in diesem Regelstand nicht. Wählen Sie „Standard“.',
    en: 'There are no enhanced policies in this edition of the rules. Choose “Standard”.',
  },
  'hourly-needs-enhanced': {
    de: 'Mehrmals am Tag sichert nur eine erweiterte Richtlinie.',
    en: 'Only an enhanced policy backs up several times a day.',
  },
  'start-too-late': { de: 'Der Beginn liegt spätestens um 19:30 Uhr.', en: 'Start no later than 7:30 PM.' },
  'interval-not-offered': { de: 'Wählen Sie 4, 6, 8 oder 12 Stunden.', en: 'Choose 4, 6, 8, or 12 hours.' },
  'snapshots-outlast-daily-points': {
    de: 'Momentaufnahmen können nicht länger bleiben als die täglichen Punkte.',
    en: 'Snapshots can’t stay longer than the daily points.',
  },
  'time-not-on-half-hour': { de: 'Wählen Sie eine volle oder halbe Stunde.', en: 'Choose a full or half hour.' },
  'nothing-chosen': { de: 'Wählen Sie mindestens einen Eintrag.', en: 'Choose at least one entry.' },
  'level-required': {
    de: 'Diese Aufbewahrung gehört zum Zeitplan und kann nicht fehlen.',
    en: 'This retention belongs to the schedule and can’t be left out.',
  },
  'level-not-allowed': {
    de: 'Bei wöchentlicher Sicherung gibt es keine täglichen Punkte.',
    en: 'With a weekly backup, there are no daily points.',
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
    en: 'No backup runs on one of these days. Choose only days in the schedule.',
  },
  'day-based-needs-daily-schedule': {
    de: 'Tagesbasiert geht nur bei täglicher Sicherung. Wählen Sie „Wochenbasiert“.',
    en: 'Day based needs a daily backup. Choose “Week Based”.',
  },
  'too-many-recovery-points': {
    de: 'Zusammen wären das mehr als {max, number} Wiederherstellungspunkte. Verringern Sie die Aufbewahrung.',
    en: 'Together, that’s more than {max, number} recovery points. Reduce the retention.',
  },
});

/** What the server says about a form that had no fault of its own. */
export const serverFaults = defineMessages({
  'policy-name-taken': {
    de: 'Eine Richtlinie dieses Namens gibt es in diesem Tresor schon. Geben Sie einen anderen Namen ein.',
    en: 'This vault already has a policy with this name. Enter another name.',
  },
  'policy-changed': {
    de: 'Jemand hat die Richtlinie inzwischen geändert. Verwerfen Sie Ihre Änderung, und beginnen Sie mit dem neuen Stand.',
    en: 'Someone has changed the policy in the meantime. Discard your change and start from the current version.',
  },
  'policy-refused': {
    de: 'Azure hat die Richtlinie abgelehnt. Verringern Sie die Aufbewahrungsdauer, um fortzufahren.',
    en: 'Azure refused the policy. Reduce the retention to continue.',
  },
  'invalid-request': { de: 'Der Server nimmt diese Angabe nicht an.', en: 'The server doesn’t accept this entry.' },
});
