import { defineMessages } from '../../i18n/messages';
import { titles } from '../../map';

export const protectionMessages = defineMessages({
  protected: {
    de: 'Der Recovery Services-Tresor {vault} sichert {name}. Der neueste Wiederherstellungspunkt ist vom {time}; frühere bleiben erhalten.',
    en: 'The vault {vault} backs {name} up. The newest restore point is of {time}; earlier ones are kept.',
  },
  enabling: { de: 'Azure richtet die Sicherung ein. Das dauert eine Minute.', en: 'Azure is setting up the backup. This takes a minute.' },
  ready: { de: '{name} läuft, wird aber noch nicht gesichert.', en: '{name} runs, but is not backed up yet.' },
  oldPolicy: {
    de: 'Ausgewählt ist die Richtlinie des alten virtuellen Computers.',
    en: 'The policy of the old virtual machine is selected.',
  },
  noOldPolicy: {
    de: 'Für den alten virtuellen Computer gilt keine Richtlinie dieses Recovery Services-Tresors mehr. Wählen Sie eine aus.',
    en: 'No policy of this vault applies to the old virtual machine any more. Choose one.',
  },
  policy: { de: 'Sicherungsrichtlinie', en: 'Backup policy' },
  choosePolicy: { de: 'Wählen Sie eine Sicherungsrichtlinie aus', en: 'Choose a backup policy' },
  policiesLoading: { de: 'Die Sicherungsrichtlinien werden noch geladen.', en: 'The backup policies are still loading.' },
  noPolicy: { de: 'In diesem Recovery Services-Tresor gibt es keine Sicherungsrichtlinie.', en: 'This vault has no backup policy.' },
  protect: titles.protection,
  sending: { de: 'Azure nimmt den Befehl gerade entgegen.', en: 'Azure is taking the command.' },
  started: { de: 'Die Sicherung von {name} wird eingerichtet', en: 'The backup of {name} is being set up' },
  unproven: {
    de: 'Ob Azure Backup {name} wirklich sichern kann, zeigt erst eine Sicherung: Starten Sie sie jetzt. Sonst beginnt die erste nach dem Zeitplan der Richtlinie.',
    en: 'Only a backup shows whether Azure Backup can really back {name} up: start one now. Otherwise the first one begins as the policy schedules it.',
  },
  backupFailed: {
    de: 'Der Auftrag nennt den Grund. Ist er behoben, sichern Sie {name} noch einmal.',
    en: 'The job says why. Once that is put right, back {name} up again.',
  },
  backingUp: {
    de: 'Azure sichert {name} zum ersten Mal. Das überträgt alles und dauert am längsten; der virtuelle Computer läuft dabei weiter.',
    en: 'Azure is backing {name} up for the first time. This transfers everything and takes longest; the virtual machine keeps running.',
  },
  backUp: titles.backupNow,
  backupStarted: { de: 'Die Sicherung von {name} hat begonnen', en: 'The backup of {name} has started' },
  accessLoading: {
    de: 'Tresor sieht nach, ob Azure Backup die Schlüsseltresore lesen darf.',
    en: 'Tresor is looking whether Azure Backup may read the key vaults.',
  },
  grantFirst: {
    de: 'Azure Backup darf {keyVaults} noch nicht lesen. Erteilen Sie zuerst den Zugriff.',
    en: 'Azure Backup may not read {keyVaults} yet. Grant the access first.',
  },
  job: { de: 'Sicherungsauftrag öffnen', en: 'Open the backup job' },
  undelete: titles.undelete,
  item: { de: 'Sicherungselement öffnen', en: 'Open the backup item' },
  locked: { de: 'Erst wenn der virtuelle Computer läuft.', en: 'Only once the virtual machine runs.' },
});
