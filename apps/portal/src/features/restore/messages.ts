import { defineMessages } from '../../language/messages';
import { titles } from '../../map/map';

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
  running: {
    de: 'Für {name} läuft schon eine Wiederherstellung, begonnen {moment}. Sie können sie übernehmen, statt eine zweite zu starten.',
    en: 'A restore of {name} is already running, started {moment}. You can take it over instead of starting a second one.',
  },
  takeOver: { de: 'Laufende Wiederherstellung öffnen', en: 'Open the running restore' },
  vhdsStartNothing: {
    de: 'Ohne Ressourcengruppe bekommen Sie nur VHD-Dateien: Azure hat nicht verwaltete Datenträger eingestellt und startet keine virtuellen Computer mehr, die aus VHDs bestehen. Soll daraus wieder ein Computer werden, wählen Sie eine Ressourcengruppe.',
    en: 'Without a resource group, you only get VHD files: Azure has retired unmanaged disks and no longer starts virtual machines that consist of VHDs. If you want a running machine, choose a resource group.',
  },
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
  notRead: { de: 'Ließ sich nicht lesen.', en: 'Could not be read.' },
  allDone: { de: 'Alles erledigt', en: 'All done' },
  removed: { de: 'Probe, wieder entfernt', en: 'Rehearsal, removed again' },
  vault: { de: 'Recovery Services-Tresor', en: 'Recovery Services vault' },
  subscription: { de: 'Abonnement', en: 'Subscription' },
  diskJob: { de: 'Auftrag für die Datenträger', en: 'Disk job' },
  all: { de: 'Alle', en: 'All' },
  fileName: { de: 'Wiederherstellungen', en: 'restores' },
  noMatch: { de: 'Keine Wiederherstellung passt zur Auswahl.', en: 'No restores match the selection.' },
  emptyAnywhere: {
    de: 'Azure Resource Graph nennt aus den letzten 14 Tagen keine Wiederherstellung in einem Tresor, den Sie lesen dürfen.',
    en: 'Azure Resource Graph lists no restore from the last 14 days in any vault that you can read.',
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
  unfiltered: { de: 'Alle Wiederherstellungspunkte, die Azure noch hat.', en: 'All restore points Azure still has.' },
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

export const configurationMessages = defineMessages({
  type: { de: 'Wiederherstellungstyp', en: 'Restore Type' },
  disks: titles.disks,
  machine: { de: 'Virtuellen Computer erstellen', en: 'Create virtual machine' },
  notHere: { de: 'hier nicht möglich', en: 'not possible here' },
  encrypted2017: {
    de: '„Virtuellen Computer erstellen“ geht bei verschlüsselten virtuellen Computern nicht: Azure Backup darf deren Schlüssel nicht benutzen (Regelstand Januar 2017). Stellen Sie die Datenträger wieder her; danach führt Tresor Sie zum laufenden virtuellen Computer.',
    en: '“Create virtual machine” doesn’t work for encrypted virtual machines: Azure Backup isn’t allowed to use their keys (January 2017 rules). Restore the disks; Tresor then guides you to a running virtual machine.',
  },
  encryptedToday: {
    de: '„Virtuellen Computer erstellen“ und „Vorhandene ersetzen“ gibt es bei Azure Disk Encryption auch heute nicht. Stellen Sie die Datenträger wieder her; danach führt Tresor Sie zum laufenden virtuellen Computer.',
    en: '“Create virtual machine” and “Replace existing” still aren’t available with Azure Disk Encryption. Restore the disks; Tresor then guides you to a running virtual machine.',
  },
  plain: {
    de: 'Tresor stellt zuerst die Datenträger wieder her und erstellt daraus im nächsten Schritt den virtuellen Computer.',
    en: 'Tresor restores the disks first and creates the virtual machine from them in the next step.',
  },
  accounts: { de: 'Speicherkonto', en: 'Storage account' },
  accountsHint: {
    de: 'Hierhin legt Azure die wiederhergestellten Daten. Das Konto muss in der Region des Recovery Services-Tresors liegen.',
    en: 'Azure puts the restored data here. The account must be in the vault’s region.',
  },
  filter: { de: 'Speicherkonten filtern', en: 'Filter storage accounts' },
  name: { de: 'Name', en: 'Name' },
  replication: { de: 'Replikation', en: 'Replication' },
  group: { de: 'Ressourcengruppe', en: 'Resource group' },
  location: { de: 'Standort', en: 'Location' },
  noAccounts: {
    de: 'In diesem Abonnement gibt es kein Speicherkonto. Legen Sie eines in der Region des Recovery Services-Tresors an (Standard, LRS oder GRS) und wählen Sie „Aktualisieren“.',
    en: 'This subscription has no storage account. Create one in the vault’s region (Standard, LRS or GRS) and choose “Refresh”.',
  },
  shutOut: {
    de: 'Die Firewall von {account} lässt den Server von Tresor nicht durch. Auch wenn Azure Backup dort hineinkommt: Danach sieht Tresor nichts von dieser Wiederherstellung und kann ihre Dateien mit Schlüsseldaten nicht löschen. Lassen Sie vorher im Azure-Portal unter „Netzwerk“ die Adresse oder das Netzwerk des Servers zu, oder wählen Sie ein anderes Konto. Mit Ihren Rechten hat das nichts zu tun.',
    en: 'The firewall of {account} doesn’t let the Tresor server through. Even if Azure Backup gets in, Tresor then can’t see anything of this restore or delete its files with key data. First allow the server’s address or network in the Azure portal under “Networking”, or select another account. This isn’t about your rights.',
  },
  chooseAccount: { de: 'Wählen Sie ein Speicherkonto aus.', en: 'Select a storage account.' },
  targetGroup: { de: 'Zielressourcengruppe für die Datenträger', en: 'Target resource group of the disks' },
  targetGroupHint: {
    de: 'Hier entstehen die verwalteten Datenträger, und später der virtuelle Computer.',
    en: 'The managed disks are created here, and later the virtual machine.',
  },
  becomeManaged: {
    de: 'Dieser virtuelle Computer hatte nicht verwaltete Datenträger. Hier entstehen verwaltete daraus, und später der virtuelle Computer.',
    en: 'This virtual machine had unmanaged disks. They come back as managed ones here, and later the virtual machine is created here.',
  },
  groupsUnread: {
    de: 'Die Ressourcengruppen konnten nicht gelesen werden. Wählen Sie „Aktualisieren“.',
    en: 'The resource groups couldn’t be read. Choose “Refresh”.',
  },
  noGroups: {
    de: 'Sie sehen in diesem Abonnement keine Ressourcengruppe. In der gepaarten Region brauchen die Datenträger eine.',
    en: 'You can’t see any resource group in this subscription. In the paired region, the disks need one.',
  },
  asVhd: { de: 'Keine: als VHD im Speicherkonto', en: 'None: as VHDs in the storage account' },
});

export const accountReasons = defineMessages({
  'other-region': {
    de: 'Liegt in einer anderen Region als der Recovery Services-Tresor.',
    en: 'Is in a different region than the vault.',
  },
  'zone-redundant': {
    de: 'Zonenredundante Speicherkonten (ZRS) nimmt Azure hier nicht.',
    en: 'Azure doesn’t accept zone-redundant accounts (ZRS) here.',
  },
  'kind-not-supported': {
    de: 'Diese Art von Speicherkonto kann keine Datenträger aufnehmen.',
    en: 'This kind of account can’t hold disks.',
  },
  'premium-not-supported': { de: 'Premium-Speicherkonten nimmt Azure hier nicht.', en: 'Azure doesn’t accept premium accounts here.' },
  offline: { de: 'Ist gerade nicht erreichbar (offline).', en: 'Is currently offline.' },
  'key-access-off': {
    de: 'Der Zugriff mit Kontoschlüsseln ist abgeschaltet; Azure Backup braucht ihn.',
    en: 'Account key access is off; Azure Backup needs it.',
  },
});
