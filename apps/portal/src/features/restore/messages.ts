import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  toHelp: { de: 'Mehr dazu in der Problembehandlung', en: 'More in troubleshooting' },
  more: { de: 'Mehr dazu', en: 'More' },
  point: { de: 'Wiederherstellungspunkt', en: 'Restore point' },
  configuration: { de: 'Wiederherstellungs­konfiguration', en: 'Restore configuration' },
  select: { de: 'Auswählen', en: 'Select' },
  configure: { de: 'Konfigurieren', en: 'Configure' },
  configured: { de: 'Konfiguriert: {account}', en: 'Configured: {account}' },
  pointFirst: { de: 'Wählen Sie zuerst einen Wiederherstellungspunkt.', en: 'Select a restore point first.' },
  bothFirst: { de: 'Erledigen Sie zuerst Schritt 1 und 2.', en: 'Finish steps 1 and 2 first.' },
  noUsablePoint: {
    de: 'Es gibt jetzt keinen Wiederherstellungspunkt, aus dem sich der virtuelle Computer wiederherstellen lässt.',
    en: 'There’s no restore point now that the virtual machine can be restored from.',
  },
  triggering: { de: 'Azure prüft und startet die Wiederherstellung.', en: 'Azure checks and starts the restore.' },
  started: { de: 'Die Wiederherstellung von {name} hat begonnen', en: 'The restore of {name} has started' },
  startedBody: {
    de: 'Zuerst kommen die Datenträger zurück. Was danach zu tun ist, zeigt die Wiederherstellung.',
    en: 'The disks come back first. The restore shows what to do next.',
  },
  begunElsewhere: {
    de: 'Die Wiederherstellung von {name} haben Sie in einem anderen Tab gestartet.',
    en: 'You started the restore of {name} in another tab.',
  },
  toBegun: { de: 'Zur Wiederherstellung', en: 'Go to the restore' },
  toRestores: { de: 'Zu den Wiederherstellungen', en: 'Go to the restores' },
  ok: { de: 'OK', en: 'OK' },
  loading: { de: 'Wird noch geladen.', en: 'Still loading.' },
  none: { de: '–', en: '–' },
});

export const listMessages = defineMessages({
  filter: { de: 'Wiederherstellungen filtern', en: 'Filter restores' },
  machine: { de: 'Virtueller Computer', en: 'Virtual machine' },
  started: { de: 'Begonnen', en: 'Started' },
  journey: { de: 'Stand', en: 'State' },
  reason: { de: 'Grund oder Ticket', en: 'Reason or ticket' },
  reading: { de: 'Wird gelesen …', en: 'Reading…' },
  notRead: { de: 'Ließ sich nicht lesen.', en: 'Couldn’t be read.' },
  allDone: { de: 'Alles erledigt', en: 'All done' },
  removed: { de: 'Probe, wieder entfernt', en: 'Rehearsal, removed again' },
  vault: { de: 'Recovery Services-Tresor', en: 'Recovery Services vault' },
  subscription: { de: 'Abonnement', en: 'Subscription' },
  diskJob: { de: 'Auftrag für die Datenträger', en: 'Disk job' },
  all: { de: 'Alle', en: 'All' },
  fileName: { de: 'Wiederherstellungen', en: 'restores' },
  noMatch: { de: 'Keine Wiederherstellung passt zur Auswahl.', en: 'No restores match the selection.' },
  emptyAnywhere: {
    de: 'Azure Resource Graph nennt aus den letzten 14 Tagen keine Wiederherstellung in einem Tresor, den Sie lesen dürfen. Öffnen Sie unter „Sicherungselemente“ einen virtuellen Computer und wählen Sie „Wiederherstellen“.',
    en: 'Azure Resource Graph lists no restore from the last 14 days in any vault that you can read. Open a virtual machine under “Backup items” and choose “Restore”.',
  },
  emptyInGroup: {
    de: 'Azure Resource Graph nennt aus den letzten 14 Tagen keine Wiederherstellung in einem Tresor dieser Verwaltungsgruppe, den Sie lesen dürfen.',
    en: 'Azure Resource Graph lists no restore from the last 14 days in any vault of this management group that you can read.',
  },
  whatIsShown: {
    de: 'Gezeigt werden die Wiederherstellungen der letzten 14 Tage aller Tresore, deren Aufträge Sie lesen dürfen; eine gerade begonnene erscheint erst nach einigen Minuten. Ältere zeigt der Tresor selbst.',
    en: 'You see the restores of the last 14 days from all vaults whose jobs you can read. One that has just started appears after a few minutes. The vault itself shows older ones.',
  },
  newestOnly: {
    de: 'Gezeigt sind die neuesten {shown, number} von {total, number}.',
    en: 'The newest {shown, number} of {total, number} are shown.',
  },
  empty: {
    de: 'In den letzten 30 Tagen wurde nichts wiederhergestellt. Öffnen Sie unter „Sicherungselemente“ einen virtuellen Computer und wählen Sie „Wiederherstellen“.',
    en: 'Nothing was restored in the last 30 days. Open a virtual machine under “Backup items” and choose “Restore”.',
  },
});

export const pointMessages = defineMessages({
  label: { de: 'Wiederherstellungspunkte', en: 'Restore points' },
  filterCommand: { de: 'Filter', en: 'Filter' },
  filter: { de: 'Wiederherstellungspunkte filtern', en: 'Filter restore points' },
  range: { de: 'Zeitraum', en: 'Time range' },
  lastDays: { de: 'Letzte {days} Tage', en: 'Last {days} days' },
  everything: { de: 'Alle', en: 'All' },
  filtered: { de: 'Gefiltert: letzte {days} Tage.', en: 'Filtered for last {days} days.' },
  suggested: { de: 'Der neueste brauchbare ist vorausgewählt.', en: 'The newest usable one is preselected.' },
  suggestedClean: {
    de: 'Vorausgewählt ist der neueste brauchbare, am liebsten ohne gemeldete Bedrohung.',
    en: 'The newest usable one is preselected, preferably without a reported threat.',
  },
  unfiltered: { de: 'Alle Wiederherstellungspunkte, die Azure noch hat.', en: 'All restore points Azure still has.' },
  leftOut: {
    de: 'Nicht in diesem Punkt, von der Sicherung ausgeschlossen: {disks}.',
    en: 'Not in this point, excluded from backup: {disks}.',
  },
  legend: { de: 'Konsistenz', en: 'Consistency' },
  all: { de: 'Alle Wiederherstellungspunkte', en: 'All restore points' },
  time: { de: 'Zeit', en: 'Time' },
  consistency: { de: 'Konsistenz', en: 'Consistency' },
  place: { de: 'Liegt', en: 'Stored' },
  verdict: { de: 'Wiederherstell­bar', en: 'Restorable' },
  snapshot: { de: 'als Momentaufnahme', en: 'as a snapshot' },
  vault: { de: 'im Recovery Services-Tresor', en: 'in the vault' },
  archive: { de: 'im Archiv', en: 'in the archive' },
  empty: {
    de: 'In diesem Zeitraum gibt es keinen Wiederherstellungspunkt. Wählen Sie über „Filter“ einen längeren.',
    en: 'There are no restore points in this period. Use “Filter” to choose a longer one.',
  },
  none: { de: 'Es gibt keinen Wiederherstellungspunkt.', en: 'There’s no restore point.' },
  noneUsableYet: {
    de: 'In diesem Zeitraum ist kein Wiederherstellungspunkt brauchbar. Wählen Sie über „Filter“ einen längeren.',
    en: 'No restore point in this period can be used. Use “Filter” to choose a longer one.',
  },
  noneUsable: { de: 'Kein Wiederherstellungspunkt ist brauchbar.', en: 'No restore point can be used.' },
  noMatch: { de: 'Kein Wiederherstellungspunkt hat diese Konsistenz.', en: 'No restore points have this consistency.' },
  choose: { de: 'Wählen Sie einen Wiederherstellungspunkt aus.', en: 'Select a restore point.' },
});

export const consistencyMessages = defineMessages({
  crash: { de: 'Absturzkonsistent', en: 'Crash consistent' },
  application: { de: 'Anwendungskonsistent', en: 'Application consistent' },
  'file-system': { de: 'Dateisystemkonsistent', en: 'File-system consistent' },
  unknown: { de: 'Nicht angegeben', en: 'Not stated' },
});

export const consistencyMeans = defineMessages({
  crash: {
    de: 'Wie nach einem Stromausfall. Anwendungen prüfen ihre Daten beim Start.',
    en: 'Like after a power failure. Applications check their data when they start.',
  },
  application: {
    de: 'Anwendungen hatten ihre Daten geordnet geschrieben. Die beste Wahl.',
    en: 'Applications had written their data in an orderly way. The best choice.',
  },
  'file-system': {
    de: 'Das Dateisystem ist heil. Anwendungen prüfen ihre Daten beim Start.',
    en: 'The file system is intact. Applications check their data when they start.',
  },
});
