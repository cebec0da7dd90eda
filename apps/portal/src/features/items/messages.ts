import { defineMessages } from '../../language/messages';
import { titles } from '../../map/map';

export const messages = defineMessages({
  nextBackup: { de: 'Nächste Sicherung', en: 'Next backup' },
  vault: { de: 'Recovery Services-Tresor', en: 'Recovery Services vault' },
  encryption: titles.encryptionOfItem,
  add: { de: 'Hinzufügen', en: 'Add' },
  filter: { de: 'Sicherungselemente filtern', en: 'Filter backup items' },
  name: { de: 'Name', en: 'Name' },
  resourceGroup: { de: 'Ressourcen\u00ADgruppe', en: 'Resource group' },
  itemType: { de: 'Elementtyp', en: 'Item type' },
  lastStatus: { de: 'Letzter Sicherungs\u00ADstatus', en: 'Last backup status' },
  latestPoint: { de: 'Letzter Wiederher\u00ADstellungs\u00ADpunkt', en: 'Latest restore point' },
  policy: { de: 'Sicherungs\u00ADrichtlinie', en: 'Backup policy' },
  azureMachine: { de: 'Virtueller Azure-Computer', en: 'Azure virtual machine' },
  none: { de: '–', en: '–' },
  empty: {
    de: 'In diesem Tresor wird noch nichts gesichert. Mit „Hinzufügen“ beginnen Sie eine Sicherung.',
    en: 'Nothing is backed up in this vault yet. Choose “Add” to start.',
  },
  regionSilent: {
    de: 'Einen virtuellen Computer finden Sie über die Sicherungselemente aller Tresore. Lässt der Tresor es zu, stellen Sie ihn von dort in der gepaarten Region wieder her.',
    en: 'You find a virtual machine through the backup items of all vaults. If the vault allows it, you restore it from there in the paired region.',
  },
  ofAllVaults: { de: 'Sicherungselemente aller Tresore', en: 'Backup items of all vaults' },
  fileName: { de: 'Sicherungselemente', en: 'backup-items' },
  recoverMany: { de: 'Viele zurückholen', en: 'Recover many' },
  nothingAnywhere: {
    de: 'In keinem Tresor, den Sie sehen dürfen, wird etwas gesichert.',
    en: 'Nothing is backed up in any vault that you can see.',
  },
  nothingInGroup: {
    de: 'In dieser Verwaltungsgruppe wird in keinem Tresor, den Sie sehen dürfen, etwas gesichert.',
    en: 'Nothing is backed up in any vault of this management group that you can see.',
  },
  noMatch: { de: 'Kein Sicherungselement passt zur Auswahl.', en: 'No backup items match the selection.' },
  initialPending: { de: 'Warnung (anfängliche Sicherung steht aus)', en: 'Warning (Initial backup pending)' },
  success: { de: 'Erfolg', en: 'Success' },
  failed: { de: 'Fehler', en: 'Failed' },
  warnings: { de: 'Warnung', en: 'Warning' },
  inProgress: { de: 'In Bearbeitung', en: 'In progress' },
  stopped: { de: 'Sicherung beendet', en: 'Backup stopped' },
  suspended: { de: 'Sicherung beendet, Punkte laufen ab', en: 'Backup stopped, points expire' },
  paused: { de: 'Sicherung angehalten', en: 'Backup paused' },
  deleted: { de: 'Daten gelöscht', en: 'Data deleted' },
  status: { de: 'Status', en: 'Status' },
  all: { de: 'Alle', en: 'All' },
  sending: { de: 'Azure nimmt den Befehl gerade entgegen.', en: 'Azure is accepting the command.' },
  toJobs: { de: 'Zu den Sicherungsaufträgen', en: 'Go to the backup jobs' },
  notBackedUp: { de: 'Noch nicht gesichert', en: 'Not backed up yet' },
});

export const commandWords = defineMessages({
  backupNow: titles.backupNow,
  restore: titles.restoreItem,
  stop: titles.stopBackup,
  resume: titles.resumeBackup,
  delete: { de: 'Sicherungsdaten löschen', en: 'Delete backup data' },
  undelete: titles.undelete,
});

export const commandReasons = defineMessages({
  regionSilent: {
    de: 'Der Azure Backup-Dienst in der Region des Recovery Services-Tresors antwortet nicht.',
    en: 'The Azure Backup service in the vault’s region isn’t responding.',
  },
  undeleteFirst: {
    de: 'Die Sicherungsdaten sind gelöscht. Machen Sie zuerst das Löschen rückgängig.',
    en: 'The backup data is deleted. Undelete it first.',
  },
  resumeFirst: {
    de: 'Die Sicherung ist beendet. Setzen Sie sie zuerst fort.',
    en: 'Backup is stopped. Resume it first.',
  },
  halted: {
    de: 'Azure sichert diesen virtuellen Computer zurzeit nicht. Setzen Sie die Sicherung zuerst fort.',
    en: 'Azure isn’t backing up this virtual machine at the moment. Resume the backup first.',
  },
  stopFirst: {
    de: 'Die Sicherung ist noch nicht beendet. Beenden Sie sie zuerst; dabei können Sie die Daten gleich löschen.',
    en: 'Backup isn’t stopped yet. Stop it first; you can delete the data at the same time.',
  },
  notStopped: { de: 'Die Sicherung läuft. Es gibt nichts fortzusetzen.', en: 'Backup is on. There’s nothing to resume.' },
  alreadyStopped: { de: 'Die Sicherung ist schon beendet.', en: 'Backup is already stopped.' },
  alreadyDeleted: { de: 'Die Sicherungsdaten sind schon gelöscht.', en: 'The backup data is already deleted.' },
  notDeleted: { de: 'Es ist nichts gelöscht.', en: 'Nothing is deleted.' },
  machineGone: {
    de: 'Den virtuellen Computer gibt es nicht mehr. Stellen Sie ihn zuerst wieder her.',
    en: 'The virtual machine no longer exists. Restore it first.',
  },
  goneWithoutPoint: {
    de: 'Den virtuellen Computer gibt es nicht mehr, und einen Wiederherstellungspunkt gibt es auch nicht.',
    en: 'The virtual machine no longer exists, and there’s no restore point either.',
  },
  noPointStopped: {
    de: 'Es gibt keinen Wiederherstellungspunkt, und es kommt keiner hinzu: Die Sicherung läuft nicht.',
    en: 'There’s no restore point and none will follow: backup isn’t on.',
  },
  noPoint: {
    de: 'Es gibt noch keinen Wiederherstellungspunkt. Wählen Sie zuerst „Jetzt sichern“.',
    en: 'There’s no restore point yet. Choose “Backup now” first.',
  },
});

export const dashboardMessages = defineMessages({
  readInPair: {
    de: 'Der Azure Backup-Dienst in der Region des Recovery Services-Tresors antwortet nicht. Diese Angaben stammen aus der gepaarten Region ({region}); sie können bis zu 12 Stunden alt sein. Wiederherstellen lässt sich zurzeit nur dort.',
    en: 'The Azure Backup service in the vault’s region isn’t responding. This information comes from the paired region, {region}, and can be up to 12 hours old. For now, you can restore only there.',
  },
  suspicious: {
    de: 'Microsoft Defender for Cloud meldet Bedrohungen in diesem virtuellen Computer. Nicht jeder Wiederherstellungspunkt ist davon frei.',
    en: 'Microsoft Defender for Cloud reports threats in this virtual machine. Not every restore point is free of them.',
  },
  toPoints: { de: 'Wiederherstellungspunkte ansehen', en: 'See restore points' },
  actionSuggested: {
    de: 'Azure Backup hat den virtuellen Computer geprüft und rät, etwas zu ändern:',
    en: 'Azure Backup checked the virtual machine and suggests a change:',
  },
  actionRequired: {
    de: 'Azure Backup hat den virtuellen Computer geprüft und verlangt, dass etwas geschieht:',
    en: 'Azure Backup checked the virtual machine and requires action:',
  },
  vault: { de: 'Recovery Services-Tresor', en: 'Recovery Services vault' },
  subscriptionName: { de: 'Abonnementname', en: 'Subscription name' },
  subscriptionId: { de: 'Abonnement-ID', en: 'Subscription ID' },
  lastTime: { de: 'Letzte Sicherung', en: 'Last backup time' },
  oldestPoint: { de: 'Ältester Wiederherstellungspunkt', en: 'Oldest restore point' },
  gone: {
    de: 'Den virtuellen Computer {name} gibt es in Azure nicht mehr: Er wurde gelöscht oder verschoben. Seine Wiederherstellungspunkte sind noch da.',
    en: 'The virtual machine {name} no longer exists in Azure: it was deleted or moved. Its restore points are still there.',
  },
  goneWithoutPoints: {
    de: 'Den virtuellen Computer {name} gibt es in Azure nicht mehr, und es gibt keinen Wiederherstellungspunkt von ihm.',
    en: 'The virtual machine {name} no longer exists in Azure, and it has no restore points.',
  },
  ago: { de: '{moment} ({ago})', en: '{moment} ({ago})' },
  points: { de: 'Wiederherstellungspunkte', en: 'Restore points' },
  last30Days: { de: 'Letzte 30 Tage', en: 'Last 30 days' },
  last7Days: { de: 'Letzte 7 Tage', en: 'Last 7 days' },
  unknown: { de: 'unbekannt', en: 'unknown' },
  deleted: {
    de: 'Die Sicherungsdaten wurden gelöscht ({moment}). Bis {until} lässt sich das rückgängig machen, danach sind sie weg.',
    en: 'The backup data was deleted ({moment}). This can be undone until {until}; after that, it’s gone.',
  },
  deletedForNow: {
    de: 'Die Sicherungsdaten wurden gelöscht ({moment}). Solange Azure sie aufbewahrt, lässt sich das rückgängig machen.',
    en: 'The backup data was deleted ({moment}). This can be undone for as long as Azure keeps it.',
  },
});

export const backupNowMessages = defineMessages({
  backUp: { de: 'Sichern', en: 'Backup' },
  retainUntil: { de: 'Sicherung aufbewahren bis', en: 'Retain backup till' },
  keptUntil: {
    de: 'Azure bewahrt sie bis {time} auf: Dann endet dieser Tag in UTC.',
    en: 'Azure retains it until {time}, when that day ends in UTC.',
  },
  fromPolicy: {
    de: 'Vorgeschlagen aus der Richtlinie {policy}: {days, plural, one {# Tag} other {# Tage}}.',
    en: 'Suggested by the policy {policy}: {days, plural, one {# day} other {# days}}.',
  },
  withoutPolicy: { de: 'Vorgeschlagen: {days} Tage.', en: 'Suggested: {days} days.' },
  dayMissing: { de: 'Geben Sie einen ganzen Tag an.', en: 'Enter a complete date.' },
  dayTooEarly: { de: 'Wählen Sie frühestens morgen.', en: 'Choose tomorrow or later.' },
  dayTooLate: { de: 'Azure bewahrt höchstens 9 999 Tage auf.', en: 'Azure keeps it for up to 9,999 days.' },
  whatHappens: {
    de: 'Der virtuelle Computer läuft dabei weiter. Die erste Sicherung überträgt alles und dauert am längsten.',
    en: 'The virtual machine keeps running. The first backup transfers everything and takes the longest.',
  },
  aDay: {
    de: 'Azure sieht am Tag (UTC) {usual, number} bedarfsgesteuerte Sicherungen je virtuellem Computer vor und lehnt nach {most, number} Versuchen weitere ab.',
    en: 'In a day (UTC), Azure provides for {usual, number} on-demand backups of a virtual machine, and refuses more after {most, number} attempts.',
  },
  started: { de: 'Die Sicherung von {name} hat begonnen', en: 'Backup of {name} has started' },
});

export const stopMessages = defineMessages({
  deleteTitle: { de: 'Sicherungsdaten löschen', en: 'Delete backup data' },
  stopAndDelete: { de: 'Beenden und Daten löschen', en: 'Stop and delete data' },
  data: { de: 'Was soll mit den Sicherungsdaten geschehen?', en: 'What should happen to the backup data?' },
  retain: { de: 'Sicherungsdaten beibehalten', en: 'Retain backup data' },
  retainMeans: {
    de: 'Es kommen keine neuen Wiederherstellungspunkte hinzu. Die vorhandenen bleiben und lassen sich wiederherstellen.',
    en: 'No new restore points are created. Existing ones stay and can be restored.',
  },
  retainByPolicy: { de: 'Nach der Richtlinie beibehalten', en: 'Retain as per policy' },
  retainByPolicyMeans: {
    de: 'Es kommen keine neuen Wiederherstellungspunkte hinzu. Die vorhandenen laufen ab, wie es die Richtlinie vorsieht.',
    en: 'No new restore points are created. Existing ones expire as the policy says.',
  },
  delete: { de: 'Sicherungsdaten löschen', en: 'Delete backup data' },
  deleteMeans: {
    de: 'Alle Wiederherstellungspunkte dieses virtuellen Computers werden gelöscht.',
    en: 'All restore points of this virtual machine are deleted.',
  },
  loss: {
    de: '{count, plural, =0 {Von {name} gibt es keinen Wiederherstellungspunkt; es geht nichts verloren.} one {Von {name} geht # Wiederherstellungspunkt verloren.} other {Von {name} gehen # Wiederherstellungspunkte verloren.}}',
    en: '{count, plural, =0 {{name} has no restore point; nothing is lost.} one {# restore point of {name} is lost.} other {# restore points of {name} are lost.}}',
  },
  lossUnknown: {
    de: 'Alle Wiederherstellungspunkte von {name} gehen verloren. Wie viele es sind, sagt Azure nicht.',
    en: 'All restore points of {name} are lost. Azure doesn’t say how many there are.',
  },
  lossSpan: { de: 'Ältester: {oldest}. Neuester: {latest}.', en: 'Oldest: {oldest}. Latest: {latest}.' },
  canUndo: {
    de: 'Das Löschen lässt sich {days, number} Tage lang rückgängig machen.',
    en: 'You can undo the deletion for {days, number} days.',
  },
  forGood: {
    de: 'In diesem Recovery Services-Tresor ist das vorläufige Löschen ausgeschaltet: Das Löschen lässt sich nicht rückgängig machen.',
    en: 'Soft delete is off for this Recovery Services vault: you can’t undo the deletion.',
  },
  immutable: {
    de: 'Dieser Recovery Services-Tresor ist unveränderlich: Wiederherstellungspunkte werden erst gelöscht, wenn ihre Aufbewahrung endet.',
    en: 'This vault is immutable: restore points are deleted only when their retention ends.',
  },
  stopStarted: { de: 'Die Sicherung von {name} wird beendet', en: 'Stopping backup of {name}' },
  deleteStarted: { de: 'Die Sicherungsdaten von {name} werden gelöscht', en: 'Deleting backup data of {name}' },
  stopEnded: { de: 'Die Sicherung von {name} ist beendet', en: 'Backup of {name} has stopped' },
  deleteEnded: { de: 'Die Sicherungsdaten von {name} sind gelöscht', en: 'Backup data of {name} was deleted' },
});

export const resumeMessages = defineMessages({
  hint: {
    de: 'Nach dieser Richtlinie wird wieder gesichert. Sie gilt auch für die vorhandenen Wiederherstellungspunkte.',
    en: 'Backups follow this policy again. It also applies to existing restore points.',
  },
  noPolicy: { de: 'In diesem Tresor gibt es keine Richtlinie.', en: 'This vault has no policies.' },
  choosePolicy: { de: 'Wählen Sie eine Sicherungsrichtlinie aus', en: 'Choose a backup policy' },
  started: { de: 'Die Sicherung von {name} wird fortgesetzt', en: 'Resuming backup of {name}' },
  ended: { de: 'Die Sicherung von {name} ist fortgesetzt', en: 'Backup of {name} has resumed' },
});

export const undeleteMessages = defineMessages({
  deletedAt: { de: 'Gelöscht am {moment}.', en: 'Deleted on {moment}.' },
  whatHappens: {
    de: 'Die Wiederherstellungspunkte kommen zurück und lassen sich wiederherstellen. Die Sicherung bleibt beendet, bis Sie sie fortsetzen.',
    en: 'The restore points come back and can be restored. The backup stays stopped until you resume it.',
  },
  started: { de: 'Die Sicherungsdaten von {name} kommen zurück', en: 'Undeleting backup data of {name}' },
  ended: { de: 'Die Sicherungsdaten von {name} sind zurück', en: 'Backup data of {name} was undeleted' },
});
