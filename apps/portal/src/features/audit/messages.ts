import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  intro: {
    de: 'Was in dieser Installation verlangt wurde, von wem, und was daraus wurde, auch wenn es abgelehnt wurde. Auch jedes Lesen dieser Seite steht darin. Verzeichnet ist nur, was über Tresor ging.',
    en: 'What was asked for in this installation, by whom, and what came of it, refused or not. Reading this page is on record, too. Only what went through Tresor is here.',
  },
  noSetting: {
    de: 'Das Prüfprotokoll darf hier noch niemand lesen: Auf dem Server fehlt die Einstellung TRESOR_AUDIT_ROLE. Sie nennt die App-Rolle, mit der man es liest. Bitten Sie, wer Tresor betreibt, sie zu setzen.',
    en: 'No one can read the audit log here yet: the setting TRESOR_AUDIT_ROLE is missing on the server. It names the app role that lets people read it. Ask the people who run Tresor to set it.',
  },
  noRole: {
    de: 'Das Prüfprotokoll liest, wer die App-Rolle „{role}“ der API von Tresor hat. Ihnen ist sie nicht zugewiesen, oder Ihre Anmeldung ist älter als die Zuweisung.',
    en: 'People with the app role “{role}” of Tresor’s API can read the audit log. It isn’t assigned to you, or you signed in before it was.',
  },
  fromWhom: {
    de: 'Zuweisen kann sie, wer in Microsoft Entra ID Unternehmensanwendungen verwaltet (Cloudanwendungsadministrator): „Unternehmensanwendungen“, die API von Tresor, „Benutzer und Gruppen“. Danach melden Sie sich ab und wieder an. Rollen in Azure, auch „Besitzer“, genügen nicht.',
    en: 'People who manage enterprise applications in Microsoft Entra ID (Cloud Application Administrator) can assign it: “Enterprise applications”, Tresor’s API, “Users and groups”. Then sign out and in again. Roles in Azure, even Owner, don’t suffice.',
  },
  ownVaults: {
    de: 'Was an einem Tresor verlangt wurde, den Sie sehen dürfen, steht in seinem Aktivitätsprotokoll.',
    en: 'What was asked of a vault that you can see is in its activity log.',
  },
  filter: { de: 'Prüfprotokoll filtern', en: 'Filter the audit log' },
  person: { de: 'Person', en: 'Person' },
  personHint: { de: 'Teil des Namens oder Anmeldenamens, oder Objekt-ID', en: 'Part of the name or sign-in name, or object ID' },
  command: { de: 'Befehl', en: 'Command' },
  result: { de: 'Ergebnis', en: 'Result' },
  thing: { de: 'Betroffen', en: 'Concerns' },
  thingHint: { de: 'Teil einer ID oder eines Namens', en: 'Part of an ID or a name' },
  from: { de: 'Von', en: 'From' },
  until: { de: 'Bis einschließlich', en: 'Through' },
  all: { de: 'Alle', en: 'All' },
  search: { de: 'Filtern', en: 'Filter' },
  reset: { de: 'Filter aufheben', en: 'Clear filter' },
  notFiltered: { de: 'Es ist nichts gefiltert.', en: 'Nothing is filtered.' },
  wrong: {
    de: 'Die Adresse dieser Seite sagt etwas, wonach sich nicht filtern lässt: {what}. Ändern Sie den Filter.',
    en: 'The address of this page says something that can’t be filtered by: {what}. Change the filter.',
  },
  time: { de: 'Zeitpunkt', en: 'Time' },
  signInName: { de: 'Anmeldename', en: 'Sign-in name' },
  objectId: { de: 'Objekt-ID', en: 'Object ID' },
  commandName: { de: 'Name des Befehls', en: 'Name of the command' },
  scope: { de: 'Gehört zu', en: 'Belongs to' },
  restore: { de: 'Wiederherstellung', en: 'Restore' },
  chosen: { de: 'Gewählt', en: 'Chosen' },
  code: { de: 'Code', en: 'Code' },
  refusedAgain: { de: 'Gleich darauf noch so oft abgelehnt', en: 'Refused again right after' },
  job: { de: 'Auftrag', en: 'Job' },
  end: { de: 'Ende', en: 'End' },
  endedAt: { de: 'Beendet am', en: 'Ended at' },
  reason: { de: 'Grund', en: 'Reason' },
  correlationId: { de: 'Korrelations-ID', en: 'Correlation ID' },
  again: {
    de: '{count, plural, one {gleich darauf noch einmal} other {gleich darauf noch #-mal}}',
    en: '{count, plural, one {again right after} other {# more times right after}}',
  },
  againUncounted: { de: 'gleich darauf wieder, wie oft ist nicht verzeichnet', en: 'again right after, how often isn’t on record' },
  notCounted: { de: 'nicht verzeichnet', en: 'not on record' },
  thisLog: { de: 'Dieses Protokoll', en: 'This log' },
  nothing: { de: 'Hier ist noch nichts verzeichnet.', en: 'Nothing is on record here yet.' },
  noMatch: { de: 'Nichts Verzeichnetes passt zum Filter.', en: 'Nothing on record matches the filter.' },
  noMatchYet: {
    de: 'Bis hierher passt nichts zum Filter. Suchen Sie weiter zurück.',
    en: 'Nothing matches the filter so far. Search further back.',
  },
  unreadable: {
    de: '{count, plural, one {Ein Eintrag lässt sich nicht lesen und fehlt hier.} other {# Einträge lassen sich nicht lesen und fehlen hier.}} Der Speicher enthält nicht, was geschrieben wurde; die Prüfung der Segmente sagt, wo.',
    en: '{count, plural, one {One entry can’t be read and is missing here.} other {# entries can’t be read and are missing here.}} The store doesn’t hold what was written; the check of the segments says where.',
  },
  more: { de: 'Weiter zurück', en: 'Further back' },
  searchedTo: { de: 'Durchsucht bis {time}', en: 'Searched back to {time}' },
  searchedAll: { de: 'Bis zum Ende durchsucht', en: 'Searched to the end' },
  loading: { de: 'Wird gelesen …', en: 'Reading …' },
  exportCsv: { de: 'Als CSV speichern', en: 'Save as CSV' },
  exportLines: { de: 'Als JSON-Zeilen speichern', en: 'Save as JSON lines' },
  exporting: { de: 'Wird exportiert: {count, number} bisher …', en: 'Exporting: {count, number} so far …' },
  exported: {
    de: '{count, plural, one {Ein Befehl ist gespeichert.} other {# Befehle sind gespeichert.}}',
    en: '{count, plural, one {One command is saved.} other {# commands are saved.}}',
  },
  exportedPart: {
    de: 'Die neuesten {count, number} passenden Befehle sind gespeichert; weiter zurück wurde nicht gesucht. Schränken Sie den Zeitraum ein, um auch ältere zu exportieren.',
    en: 'The newest {count, number} matching commands are saved; Tresor didn’t search further back. Narrow the time to export older ones, too.',
  },
  exportedWithout: {
    de: '{count, plural, one {Ein Eintrag ließ sich nicht lesen und fehlt in der Datei.} other {# Einträge ließen sich nicht lesen und fehlen in der Datei.}}',
    en: '{count, plural, one {One entry couldn’t be read and is missing from the file.} other {# entries couldn’t be read and are missing from the file.}}',
  },
  nothingToExport: { de: 'Zum Exportieren ist nichts da.', en: 'There’s nothing to export.' },
  fileName: { de: 'pruefprotokoll', en: 'audit-log' },
});

export const chainMessages = defineMessages({
  chain: { de: 'Unversehrtheit', en: 'Integrity' },
  checking: { de: 'Segmente werden geprüft …', en: 'Checking segments …' },
  progress: { de: '{done, number} von {all, number} Segmenten geprüft', en: '{done, number} of {all, number} segments checked' },
  notChecked: { de: 'Nicht zu Ende geprüft', en: 'Not checked to the end' },
  sound: {
    de: '{last, plural, one {Segment 1 ist} other {Segmente 1 bis # sind}}, wie abgeschlossen (geprüft {time})',
    en: '{last, plural, one {Segment 1 is} other {Segments 1 to # are}} as closed (checked {time})',
  },
  none: { de: 'Noch kein Segment abgeschlossen, also nichts zu prüfen', en: 'No segment closed yet, so nothing to check' },
  details: { de: 'Einzelheiten', en: 'Details' },
  detailsOf: { de: 'Einzelheiten zur Unversehrtheit', en: 'Details of the integrity' },
  again: { de: 'Erneut prüfen', en: 'Check again' },
  how: {
    de: 'Alle zehn Minuten wird abgeschlossen, was sich gesetzt hat: ein Segment mit einem Hash über seine Einträge und den Hash davor. Geprüft wird, indem alle Einträge noch einmal gelesen werden.',
    en: 'Every ten minutes, what has settled is closed: a segment with a hash over its entries and the hash before. The check reads all entries again.',
  },
  lastSegment: {
    de: 'Letztes Segment: {number, number}, abgeschlossen {time}, Hash {hash}',
    en: 'Last segment: {number, number}, closed {time}, hash {hash}',
  },
  limit: {
    de: 'Wer die ganze Datenbank schreiben darf, kann eine ganze neue Kette bilden oder ihr Ende abschneiden. Das zeigt erst der Vergleich mit Nummer und Hash in einem Protokoll, das anderswo liegt (TRESOR_AUDIT_LOG).',
    en: 'Anyone who can write the whole database can make a whole new chain, or cut off its end. Only comparing number and hash with a log kept elsewhere (TRESOR_AUDIT_LOG) shows that.',
  },
  open: {
    de: '{count, plural, =0 {Alle Einträge liegen in einem Segment.} one {Der neueste Eintrag liegt noch in keinem Segment und ist nicht geprüft.} other {Die # neuesten Einträge liegen noch in keinem Segment und sind nicht geprüft.}}',
    en: '{count, plural, =0 {All entries are in a segment.} one {The newest entry isn’t in a segment yet and isn’t checked.} other {The # newest entries aren’t in a segment yet and aren’t checked.}}',
  },
  removed: {
    de: 'Die Einträge von {count, plural, one {Segment 1} other {Segment 1 bis #}} wurden entfernt, weil ihre Zeit um war, zuletzt {time}; ihr Hash ist noch da. Aufbewahrt wird {days, number} Tage.',
    en: 'The entries of {count, plural, one {segment 1} other {segments 1 to #}} were removed because their time was over, most recently {time}; their hashes are still there. Entries are kept for {days, number} days.',
  },
  nothingRemoved: {
    de: 'Es wurde noch nichts entfernt. Aufbewahrt wird {days, number} Tage.',
    en: 'Nothing has been removed yet. Entries are kept for {days, number} days.',
  },
  before: {
    de: '{count, plural, =0 {Davor gibt es kein Segment.} one {Segment 1 davor ist wie abgeschlossen.} other {Segmente 1 bis # davor sind wie abgeschlossen.}} Was danach kommt, ist nicht geprüft.',
    en: '{count, plural, =0 {There’s no segment before it.} one {Segment 1 before it is as closed.} other {Segments 1 to # before it are as closed.}} What follows isn’t checked.',
  },
});

/** What is wrong with a segment. */
export const faultWords = defineMessages({
  missing: { de: 'Segment {number, number} fehlt', en: 'Segment {number, number} is missing' },
  'not-linked': {
    de: 'Segment {number, number} setzt das davor nicht fort',
    en: 'Segment {number, number} doesn’t continue the one before',
  },
  changed: { de: 'Segment {number, number} wurde verändert', en: 'Segment {number, number} was changed' },
  'entries-missing': { de: 'In Segment {number, number} fehlen Einträge', en: 'Entries are missing in segment {number, number}' },
  'entries-added': {
    de: 'In Segment {number, number} wurden Einträge ergänzt',
    en: 'Entries were added to segment {number, number}',
  },
});
