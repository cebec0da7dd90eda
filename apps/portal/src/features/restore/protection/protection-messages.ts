import { defineMessages } from '../../../language/messages';
import { titles } from '../../../map/map';

export const protectionMessages = defineMessages({
  protected: {
    de: 'Der Recovery Services-Tresor {vault} sichert {name}. Der neueste Wiederherstellungspunkt ist vom {time}; frühere bleiben erhalten.',
    en: 'The vault {vault} backs up {name}. The newest restore point is from {time}; earlier ones are kept.',
  },
  enabling: { de: 'Azure richtet die Sicherung ein. Das dauert eine Minute.', en: 'Azure is setting up the backup. This takes a minute.' },
  ready: { de: '{name} läuft, wird aber noch nicht gesichert.', en: '{name} is running but isn’t backed up yet.' },
  oldPolicy: {
    de: 'Ausgewählt ist die Richtlinie des alten virtuellen Computers.',
    en: 'The old virtual machine’s policy is selected.',
  },
  noOldPolicy: {
    de: 'Für den alten virtuellen Computer gilt keine Richtlinie dieses Recovery Services-Tresors mehr. Wählen Sie eine aus.',
    en: 'No policy in this vault applies to the old virtual machine anymore. Choose one.',
  },
  policy: { de: 'Sicherungsrichtlinie', en: 'Backup policy' },
  choosePolicy: { de: 'Wählen Sie eine Sicherungsrichtlinie aus', en: 'Choose a backup policy' },
  policiesLoading: { de: 'Die Sicherungsrichtlinien werden noch geladen.', en: 'The backup policies are still loading.' },
  policiesFailed: {
    de: 'Die Sicherungsrichtlinien konnten nicht gelesen werden. Wählen Sie „Aktualisieren“.',
    en: 'The backup policies couldn’t be read. Choose “Refresh”.',
  },
  noPolicy: { de: 'In diesem Recovery Services-Tresor gibt es keine Sicherungsrichtlinie.', en: 'This vault has no backup policy.' },
  protect: titles.protection,
  sending: { de: 'Azure nimmt den Befehl gerade entgegen.', en: 'Azure is accepting the command.' },
  started: { de: 'Die Sicherung von {name} wird eingerichtet', en: 'Setting up backup of {name}' },
  unproven: {
    de: 'Ob Azure Backup {name} wirklich sichern kann, zeigt erst eine Sicherung: Starten Sie sie jetzt. Sonst beginnt die erste nach dem Zeitplan der Richtlinie.',
    en: 'Only a backup shows whether Azure Backup can really back up {name}: start one now. Otherwise, the first one starts on the policy’s schedule.',
  },
  snapshotOnly: {
    de: 'Mit der Momentaufnahme neben den Datenträgern ginge auch die Sicherung verloren. Sichern Sie {name} noch einmal, bis die Daten im Recovery Services-Tresor liegen.',
    en: 'If the snapshot beside the disks is lost, so is the backup. Back up {name} again, until the data is in the vault.',
  },
  backupFailed: {
    de: 'Der Auftrag nennt den Grund. Ist er behoben, sichern Sie {name} noch einmal.',
    en: 'The job shows the reason. After that’s fixed, back up {name} again.',
  },
  backingUp: {
    de: 'Azure sichert {name} zum ersten Mal. Das überträgt alles und dauert am längsten; der virtuelle Computer läuft dabei weiter.',
    en: 'Azure is backing up {name} for the first time. This transfers everything and takes the longest; the virtual machine keeps running.',
  },
  backUp: titles.backupNow,
  backupStarted: { de: 'Die Sicherung von {name} hat begonnen', en: 'Backup of {name} has started' },
  accessLoading: {
    de: 'Tresor sieht nach, ob Azure Backup die Schlüsseltresore lesen darf.',
    en: 'Tresor is checking whether Azure Backup can read the key vaults.',
  },
  grantFirst: {
    de: 'Azure Backup darf {keyVaults} noch nicht lesen. Erteilen Sie zuerst den Zugriff.',
    en: 'Azure Backup can’t read {keyVaults} yet. Grant access first.',
  },
  elsewhere: {
    de: 'Der Recovery Services-Tresor {vault} hat {name} bereits unter seinen Sicherungselementen. Auch eine Richtlinie (Azure Policy) kann das eingerichtet haben.',
    en: 'The vault {vault} already has {name} among its backup items. A policy (Azure Policy) may have set that up.',
  },
  itemElsewhere: { de: 'Sicherungselement in {vault} öffnen', en: 'Open the backup item in {vault}' },
  job: { de: 'Sicherungsauftrag öffnen', en: 'Open the backup job' },
  undelete: titles.undelete,
  item: { de: 'Sicherungselement öffnen', en: 'Open the backup item' },
  locked: { de: 'Erst wenn der virtuelle Computer läuft.', en: 'Only after the virtual machine is running.' },
});
