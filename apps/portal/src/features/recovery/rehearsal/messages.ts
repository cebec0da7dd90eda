import { defineMessages } from '../../../language/messages';

export const messages = defineMessages({
  rehearse: { de: 'Proben', en: 'Rehearse' },
  rehearsal: { de: 'Probe', en: 'Rehearsal' },
  question: {
    de: 'Jetzt proben? Azure stellt die Datenträger in eine neue, abgeschottete Ressourcengruppe wieder her und startet daraus virtuelle Computer mit den Schlüsseln aus der Sicherung. Was schon läuft, bleibt unberührt. Sobald bewiesen ist, was startet, wird alles wieder entfernt. Solange es steht, berechnet Azure es.',
    en: 'Rehearse now? Azure restores the disks to a new, isolated resource group and starts virtual machines from them with the keys from the backup. What is running isn’t touched. Once it’s proven what starts, everything is removed again. Azure charges for it while it stands.',
  },
  by2017: {
    de: 'Für diesen Plan gelten die Regeln vom Januar 2017. Danach kommen Datenträger als VHD-Dateien zurück, und abschotten lassen sich nur verwaltete: So startet in der Probe keiner. Ändern Sie vorher den Regelstand des Plans auf „Heute“.',
    en: 'The January 2017 rules apply to this plan. With these, disks come back as VHD files, and only managed disks can be isolated: none will start in the rehearsal. First change the plan’s edition of the rules to “Today”.',
  },
  choose: { de: 'Virtuelle Computer auswählen', en: 'Choose virtual machines' },
  yes: {
    de: '{count, plural, one {Einen virtuellen Computer} other {# virtuelle Computer}} proben',
    en: 'Rehearse {count, plural, one {one virtual machine} other {# virtual machines}}',
  },
  chooseOne: { de: 'Wählen Sie mindestens einen virtuellen Computer aus.', en: 'Choose at least one virtual machine.' },
  noneSeen: { de: 'Keiner davon ist für Sie zu sehen.', en: 'You can’t see any of them.' },
  begun: { de: 'Die Probe von „{name}“ hat begonnen', en: 'The rehearsal of “{name}” has begun' },
  isRehearsal: { de: 'Das ist schon eine Probe.', en: 'This is a rehearsal already.' },
  openPlan: { de: 'Zum Plan, der geprobt wird', en: 'Open the plan being rehearsed' },
  bringingUp: {
    de: 'Die virtuellen Computer werden abgeschottet wiederhergestellt. Danach wird alles wieder entfernt.',
    en: 'The virtual machines are being restored in isolation. After that, everything is removed again.',
  },
  removing: { de: 'Was die Probe angelegt hat, wird entfernt.', en: 'What the rehearsal created is being removed.' },
  removed: {
    de: 'Alles ist wieder entfernt ({at}). Azure führt davon nichts mehr auf: weder die Ressourcengruppe mit Datenträgern, Netzwerk und virtuellen Computern noch ihren Schlüsseltresor noch Dateien im Speicherkonto.',
    en: 'Everything has been removed ({at}). Azure no longer lists any of it: not the resource group with its disks, network, and virtual machines, nor its key vault, nor files in the storage account.',
  },
  removedBut: { de: 'Entfernt ({at}), bis auf:', en: 'Removed ({at}), except for:' },
  left: { de: '{kind} {name}: steht noch. {message}', en: '{kind} {name}: still there. {message}' },
  softDeleted: {
    de: '{kind} {name}: gelöscht, aber noch nicht endgültig. Azure behält ihn bis {until}; so lange ist der Name vergeben. Die nächste Probe nimmt einen anderen.',
    en: '{kind} {name}: deleted, but not for good yet. Azure keeps it until {until}, and its name is taken until then. The next rehearsal uses another one.',
  },
  backupDeleted: {
    de: '{kind} {name}: gelöscht, aber noch nicht endgültig. Azure behält die Sicherungsdaten bis {until}. Eine Richtlinie (Azure Policy) kann den virtuellen Computer von selbst gesichert haben.',
    en: '{kind} {name}: deleted, but not for good yet. Azure keeps the backup data until {until}. A policy (Azure Policy) may have had the virtual machine backed up automatically.',
  },
  softDeletedUnseen: {
    de: '{kind} {name}: gelöscht, aber noch nicht endgültig. Bis wann Azure ihn behält, ist für Sie nicht zu sehen; so lange ist der Name vergeben. Die nächste Probe nimmt einen anderen.',
    en: '{kind} {name}: deleted, but not for good yet. You can’t see until when Azure keeps it; its name is taken until then. The next rehearsal uses another one.',
  },
  filesKept: {
    de: '{count, plural, one {Eine Datei} other {# Dateien}} im Speicherkonto {account}: gelöscht, aber noch nicht endgültig. Das Konto bewahrt sie bis {until} auf; so lange kann sie zurückholen, wer dort Rechte hat.',
    en: '{count, plural, one {A file} other {# files}} in the storage account {account}: deleted, but not for good yet. The account keeps {count, plural, one {it} other {them}} until {until}; until then, anyone with rights there can bring {count, plural, one {it} other {them}} back.',
  },
  filesKeptAsVersions: {
    de: '{count, plural, one {Eine Datei} other {# Dateien}} im Speicherkonto {account}: gelöscht, aber noch nicht endgültig. Das Konto bewahrt frühere Versionen auf, bis jemand sie löscht.',
    en: '{count, plural, one {A file} other {# files}} in the storage account {account}: deleted, but not for good yet. The account keeps former versions until someone deletes them.',
  },
  filesUntold: {
    de: '{count, plural, one {Eine Datei} other {# Dateien}} im Speicherkonto {account}: gelöscht. Ob das Konto sie noch aufbewahrt, ließ sich nicht lesen.',
    en: '{count, plural, one {A file} other {# files}} in the storage account {account}: deleted. Whether the account still keeps {count, plural, one {it} other {them}} couldn’t be read.',
  },
  unseen: { de: '{kind} {name}: für Sie nicht zu sehen.', en: '{kind} {name}: you can’t see it.' },
  firewalled: {
    de: '{kind} {name}: nicht zu sehen, denn die Firewall des Speicherkontos lässt den Server von Tresor nicht durch. Mit Ihren Rechten hat das nichts zu tun.',
    en: '{kind} {name}: can’t be seen, because the storage account’s firewall doesn’t let the Tresor server through. This isn’t about your rights.',
  },
  history: { de: 'Proben', en: 'Rehearsals' },
  historyRow: {
    de: '{at}: {done, number} von {total, number} gelaufen',
    en: '{at}: {done, number} of {total, number} ran',
  },
  historyRemoved: { de: '(gelöscht)', en: '(deleted)' },
  never: { de: 'Von diesem Plan ist keine Probe zu sehen.', en: 'No rehearsal of this plan can be seen.' },
  proofs: { de: 'Was Azure berichtet hat', en: 'What Azure reported' },
  proofsFilter: { de: 'Nachweise filtern', en: 'Filter proofs' },
  noProofs: { de: 'Noch nichts ist nachgewiesen.', en: 'Nothing has been proven yet.' },
  machine: { de: 'Virtueller Computer', en: 'Virtual machine' },
  agent: { de: 'Agent', en: 'Agent' },
  agentReady: { de: 'bereit', en: 'ready' },
  agentSilent: { de: 'nicht bereit', en: 'not ready' },
  disks: { de: 'Daten\u00ADträger', en: 'Disks' },
  diskCount: {
    de: '{encrypted, number} von {total, number} verschlüsselt',
    en: '{encrypted, number} of {total, number} encrypted',
  },
  screen: { de: 'Bild der Konsole', en: 'Console picture' },
  screenNotKept: { de: 'von Azure aufgenommen, nicht aufbewahrt', en: 'taken by Azure, not kept' },
  steps: { de: 'Fertig nach', en: 'Done after' },
  step: { de: '{step}: {took}', en: '{step}: {took}' },
  took: { de: 'Läuft nach', en: 'Running after' },
  wanted: { de: '{took}, gewünscht {wanted}', en: '{took}, wanted {wanted}' },
  age: { de: 'Alter des Punkts', en: 'Point age' },
  notUp: { de: 'nicht gelaufen', en: 'didn’t run' },
});

export const screenWords = defineMessages({
  kept: { de: 'aufbewahrt', en: 'kept' },
  none: { de: 'keins', en: 'none' },
  unseen: { de: 'nicht zu sehen', en: 'can’t be seen' },
  'too-large': { de: 'größer als 4 MiB, nicht aufbewahrt', en: 'larger than 4 MiB, not kept' },
  'no-picture': { de: 'kein Bild, nicht aufbewahrt', en: 'not a picture, not kept' },
  'out-of-reach': { de: 'war nicht abrufbar', en: 'couldn’t be fetched' },
  'no-room': { de: 'kein Platz mehr, nicht aufbewahrt', en: 'no room left, not kept' },
});

export const leftKinds = defineMessages({
  'resource-group': { de: 'Ressourcengruppe', en: 'Resource group' },
  'key-vault': { de: 'Schlüsseltresor', en: 'Key vault' },
  file: { de: 'Datei', en: 'File' },
  vhd: { de: 'VHD-Datei', en: 'VHD file' },
  job: { de: 'Auftrag', en: 'Job' },
  'backup-item': { de: 'Sicherungselement', en: 'Backup item' },
});
