import type { StepReason, StepView } from '@tresor/contracts';
import { defineMessages, type Message } from '../../../language/messages';

export const journeyMessages = defineMessages({
  ofMachine: { de: '{name}, Stand vom {time}', en: '{name}, as of {time}' },
  keepLink: {
    de: 'Sie können diese Seite jederzeit verlassen. Wer die nötigen Rechte hat, macht mit derselben Adresse weiter; nichts geschieht doppelt.',
    en: 'You can leave this page at any time. Anyone with the necessary rights can continue from the same address; nothing is done twice.',
  },
  handOver: { de: 'Übergabe kopieren', en: 'Copy handover' },
  handedOver: { de: 'Kopiert', en: 'Copied' },
  handOverTitle: {
    de: 'Wiederherstellung von {name} aus {vault} (Stand vom {time})',
    en: 'Restore of {name} from {vault} (as of {time})',
  },
  handOverNext: { de: 'Als Nächstes: {step}', en: 'Next: {step}' },
  handOverWait: {
    de: 'Azure arbeitet am Schritt „{step}“. Danach geht es unter der Adresse weiter.',
    en: 'Azure is working on the step “{step}”. After that, continue at the address.',
  },
  handOverStuck: { de: 'Hier geht es ohne Hilfe nicht weiter: {step}', en: 'This step needs help: {step}' },
  handOverHidden: { de: 'Weiter geht es, sobald mehr zu sehen ist: {step}', en: 'It continues when more can be seen: {step}' },
  handOverDone: { de: 'Alles ist erledigt.', en: 'Everything is done.' },
  removed: {
    de: 'Das war eine Probe, und alles, was sie angelegt hatte, ist wieder entfernt. Hier ist nichts mehr zu tun.',
    en: 'This was a rehearsal, and everything it had created was removed again. There’s nothing left to do here.',
  },
  toSee: { de: 'Um es zu sehen, brauchen Sie {needs}.', en: 'To see it you need {needs}.' },
  goOn: { de: 'Weiter: {step}', en: 'Next: {step}' },
  allDone: { de: 'Alles erledigt. Der virtuelle Computer läuft.', en: 'All done. The virtual machine is running.' },
  allDoneEncrypted: {
    de: '{name} ist wieder da: verschlüsselt und durch {vault} gesichert.',
    en: '{name} is back: encrypted, and protected by {vault}.',
  },
  allDonePlain: { de: '{name} ist wieder da und durch {vault} gesichert.', en: '{name} is back and protected by {vault}.' },
  openItem: { de: 'Sicherungselement öffnen', en: 'Open the backup item' },
  otherRestores: { de: 'Alle Wiederherstellungen', en: 'All restores' },
  allButProtection: {
    de: 'Alles Übrige ist erledigt, und der virtuelle Computer läuft. Gesichert wird er nicht; warum, steht im Schritt „Wieder sichern“.',
    en: 'Everything else is done, and the virtual machine is running. It isn’t backed up; the step “Protect again” says why.',
  },
  allButElsewhere: {
    de: 'Alles Übrige ist erledigt, und der virtuelle Computer läuft. Seine Sicherung liegt bei einem anderen Recovery Services-Tresor; welchem, steht im Schritt „Wieder sichern“.',
    en: 'Everything else is done, and the virtual machine is running. Its backup is with another vault; the step “Protect again” names it.',
  },
  restHidden: {
    de: 'Was Sie sehen, ist erledigt. Öffnen Sie die anderen Schritte: Dort steht, was nötig ist, um sie zu sehen.',
    en: 'Everything you can see is done. Open the other steps to read what’s needed to see them.',
  },
  allHidden: {
    de: 'Keinen Schritt dieser Wiederherstellung dürfen Sie sehen. Öffnen Sie einen: Dort steht, was dafür nötig ist.',
    en: 'You can’t see any step of this restore. Open one to read what’s needed to see it.',
  },
  waiting: { de: 'Azure arbeitet. Diese Seite aktualisiert sich von selbst.', en: 'Azure is working. This page refreshes automatically.' },
  facts: { de: 'Diese Wiederherstellung', en: 'This restore' },
  account: { de: 'Speicherkonto', en: 'Storage account' },
  targetGroup: { de: 'Zielressourcengruppe', en: 'Target resource group' },
  pairedRegion: { de: 'Gepaarte Region', en: 'Paired region' },
  machine: { de: 'Virtueller Computer', en: 'Virtual machine' },
  newMachine: { de: 'Neuer virtueller Computer', en: 'New virtual machine' },
  point: { de: 'Wiederherstellungspunkt', en: 'Restore point' },
  system: { de: 'Betriebssystem', en: 'Operating system' },
  encryption: { de: 'Verschlüsselung', en: 'Encryption' },
  singlePass: { de: 'Azure Disk Encryption, ein Durchgang', en: 'Azure Disk Encryption, single pass' },
  dualPass: { de: 'Azure Disk Encryption, mit Entra-Anwendung', en: 'Azure Disk Encryption, with an Entra application' },
  encrypted: { de: 'Azure Disk Encryption', en: 'Azure Disk Encryption' },
  plain: { de: 'keine', en: 'none' },
  notKnown: { de: 'nicht bekannt', en: 'not known' },
  outOfSight: { de: 'für Sie nicht zu sehen', en: 'not visible to you' },
  started: { de: 'Begonnen', en: 'Started' },
  backupJob: { de: 'Sicherungsauftrag', en: 'Backup job' },
  job: { de: 'Sicherungsauftrag öffnen', en: 'Open the backup job' },
  discard: { de: 'Verwerfen', en: 'Discard' },
  record: { de: 'Protokoll', en: 'Record' },
  evidence: { de: 'Nachweis', en: 'Evidence' },
  close: { de: 'Schließen', en: 'Close' },
});

export const stateWords: Readonly<Record<StepView['state'], Message>> = defineMessages({
  done: { de: 'Erledigt', en: 'Done' },
  running: { de: 'Läuft', en: 'Running' },
  ready: { de: 'Jetzt zu tun', en: 'To do now' },
  blocked: { de: 'Noch gesperrt', en: 'Still locked' },
  failed: { de: 'Fehlgeschlagen', en: 'Failed' },
  hidden: { de: 'Für Sie nicht zu sehen', en: 'Not visible to you' },
});

/** Of a step that is partly hidden and offers something. */
export const yoursAsFarAsSeen: Message = { de: 'Jetzt zu tun, soweit Sie sehen dürfen', en: 'To do now, as far as you can see' };

export const stepReasons: Readonly<Record<StepReason, Message>> = defineMessages({
  'disks-running': { de: 'Azure holt die Datenträger zurück.', en: 'Azure is restoring the disks.' },
  'disks-failed': { de: 'Die Datenträger kamen nicht zurück.', en: 'The disks weren’t restored.' },
  'disks-cancelled': { de: 'Der Auftrag wurde abgebrochen.', en: 'The job was canceled.' },
  'disks-gone': {
    de: 'Azure hat die Datenträger zurückgeholt, aber sie sind nicht mehr da.',
    en: 'Azure restored the disks, but they’re no longer there.',
  },
  'disks-incomplete': {
    de: 'Azure hat alle Datenträger zurückgeholt, aber einer oder mehrere davon sind nicht mehr da.',
    en: 'Azure restored all disks, but one or more of them are no longer there.',
  },
  'disks-out-of-sight': {
    de: 'Ob noch alle Datenträger da sind, dürfen Sie nicht sehen. Der virtuelle Computer lässt sich trotzdem erstellen, aus denen, die da sind.',
    en: 'You can’t see whether all disks are still there. The virtual machine can still be created from those that are.',
  },
  'keys-needed': {
    de: 'Schlüssel oder Geheimnis fehlen. Holen Sie beides zurück, bevor der virtuelle Computer entsteht.',
    en: 'The key or secret is missing. Bring both back before the virtual machine is created.',
  },
  'keys-unusable': {
    de: 'Schlüssel und Geheimnis sind da, aber so nicht zu gebrauchen: deaktiviert, abgelaufen oder in einem Schlüsseltresor, den der virtuelle Computer nicht nutzen kann.',
    en: 'The key and secret are there but can’t be used as they are: disabled, expired, or in a key vault that the virtual machine can’t use.',
  },
  'keys-out-of-sight': {
    de: 'Im ursprünglichen Schlüsseltresor sind Schlüssel oder Geheimnis nicht verwendbar. Ob sie schon jemand in einen anderen zurückgeholt hat, dürfen Sie nicht sehen. Beides lässt sich trotzdem zurückholen.',
    en: 'The key or secret can’t be used in the original key vault. You can’t see whether someone has already brought them back to another one. Both can still be brought back.',
  },
  'key-vault-registering': {
    de: 'Azure richtet gerade einen Schlüsseltresor ein. Ob Schlüssel und Geheimnis darin sind, ist in einigen Sekunden zu sehen.',
    en: 'Azure is setting up a key vault. Whether the key and secret are in it can be seen in a few seconds.',
  },
  'keys-unknown': {
    de: 'Azure nennt zu diesem Wiederherstellungspunkt keine Schlüssel.',
    en: 'Azure doesn’t list any keys for this restore point.',
  },
  'point-gone': {
    de: 'Den Wiederherstellungspunkt gibt es nicht mehr, und ohne ihn geht dieser Schritt nicht.',
    en: 'The restore point no longer exists, and this step can’t be done without it.',
  },
  'encryption-unknown': {
    de: 'Den Wiederherstellungspunkt gibt es nicht mehr. Ob die Datenträger verschlüsselt sind, ist deshalb nicht bekannt.',
    en: 'The restore point no longer exists, so it isn’t known whether the disks are encrypted.',
  },
  'needs-earlier-step': { de: 'Erst kommen die Schritte davor.', en: 'The previous steps come first.' },
  'machine-running': { de: 'Azure erstellt den virtuellen Computer.', en: 'Azure is creating the virtual machine.' },
  'machine-failed': { de: 'Der virtuelle Computer ließ sich nicht erstellen.', en: 'The virtual machine couldn’t be created.' },
  'machine-deleting': {
    de: 'Azure löscht den fehlgeschlagenen virtuellen Computer. Die Datenträger bleiben.',
    en: 'Azure is deleting the failed virtual machine. The disks stay.',
  },
  'encryption-running': { de: 'Azure wendet die Verschlüsselung wieder an.', en: 'Azure is applying the encryption again.' },
  'first-encryption': {
    de: 'Verschlüsselte Datenträger brauchen die Verschlüsselung noch einmal. Sie verschlüsselt dann alle Datenträger für Daten: auch die, die beim Wiederherstellungspunkt nicht verschlüsselt waren, oder von denen Azure es nicht sagt.',
    en: 'Encrypted disks need the encryption again. It then encrypts all data disks, including those that weren’t encrypted at the restore point or of which Azure doesn’t say whether they were.',
  },
  'disks-untold': {
    de: 'Ob weitere Datenträger verschlüsselt waren, sagt Azure nicht, und noch hat es niemand bestätigt.',
    en: 'Azure doesn’t say whether more disks were encrypted, and no one has confirmed it yet.',
  },
  'encryption-out-of-sight': {
    de: 'Ob weitere Datenträger verschlüsselt waren, dürfen Sie nicht sehen.',
    en: 'You can’t see whether more disks were encrypted.',
  },
  'encryption-failed': { de: 'Die Verschlüsselung ließ sich nicht anwenden.', en: 'The encryption couldn’t be applied.' },
  'encryption-no-effect': {
    de: 'Die Verschlüsselung wurde angewendet, doch nicht alle Datenträger gelten als verschlüsselt.',
    en: 'The encryption was applied, but not all disks count as encrypted.',
  },
  'encryption-isolated': {
    de: 'Abgeschottet lässt sich die Verschlüsselung nicht anwenden: Die Entra-Anwendung müsste sich aus dem virtuellen Computer heraus anmelden, und sein Netzwerk lässt nichts zu Microsoft Entra hinaus. Was gesperrt ist, bleibt es.',
    en: 'The encryption can’t be applied in isolation: the Entra application would have to sign in from the virtual machine, and its network lets nothing out to Microsoft Entra. What is locked stays locked.',
  },
  'machine-stopped': {
    de: 'Der virtuelle Computer ist ausgeschaltet. Der Zustand seiner Datenträger ist erst zu sehen, wenn er läuft.',
    en: 'The virtual machine is turned off. The state of its disks can be seen only while it runs.',
  },
  'agent-silent': {
    de: 'Der VM-Agent meldet sich seit mehr als einer halben Stunde nicht.',
    en: 'The VM agent hasn’t reported for more than half an hour.',
  },
  'not-protected': {
    de: 'Der neue virtuelle Computer wird noch nicht gesichert.',
    en: 'The new virtual machine isn’t backed up yet.',
  },
  'protection-running': { de: 'Azure richtet die Sicherung ein.', en: 'Azure is setting up the backup.' },
  'protection-stopped': {
    de: 'Die Sicherung dieses virtuellen Computers ist beendet.',
    en: 'Backup of this virtual machine is stopped.',
  },
  'backup-data-deleted': {
    de: 'Die Sicherungsdaten dieses virtuellen Computers sind gelöscht. Machen Sie das zuerst rückgängig.',
    en: 'The backup data of this virtual machine is deleted. Undelete it first.',
  },
  'protection-refused': {
    de: 'Nach dem gewählten Regelstand sichert Azure Backup diesen virtuellen Computer nicht.',
    en: 'Under the selected edition of the rules, Azure Backup doesn’t back up this virtual machine.',
  },
  'protected-elsewhere': {
    de: 'Ein anderer Recovery Services-Tresor hat den neuen virtuellen Computer bereits unter seinen Sicherungselementen.',
    en: 'Another vault already has the new virtual machine among its backup items.',
  },
  'first-backup-missing': {
    de: 'Die Sicherung ist aktiviert, hat aber noch keinen Wiederherstellungspunkt.',
    en: 'Backup is enabled but has no restore point yet.',
  },
  'first-backup-snapshot': {
    de: 'Von der ersten Sicherung gibt es nur die Momentaufnahme; im Recovery Services-Tresor liegt noch nichts.',
    en: 'There’s only the snapshot of the first backup; nothing is in the vault yet.',
  },
  'first-backup-running': { de: 'Azure macht die erste Sicherung.', en: 'Azure is taking the first backup.' },
  'first-backup-failed': {
    de: 'Die Sicherung ist fehlgeschlagen; noch gibt es keinen Wiederherstellungspunkt.',
    en: 'The backup failed; there’s no restore point yet.',
  },
  'latest-backup-failed': {
    de: 'Die letzte Sicherung ist fehlgeschlagen; die früheren Wiederherstellungspunkte bleiben.',
    en: 'The latest backup failed; the earlier restore points remain.',
  },
  'not-needed': { de: 'Hier nicht nötig.', en: 'Not needed here.' },
  'leftovers-needed': {
    de: 'Die Dateien mit Schlüsseldaten bleiben, bis der neue virtuelle Computer nachweislich verschlüsselt läuft.',
    en: 'The files with key data stay until the new virtual machine is confirmed to be running encrypted.',
  },
  'rehearsal-removed': {
    de: 'Mit der Probe wieder entfernt.',
    en: 'Removed again with the rehearsal.',
  },
  'leftovers-kept': {
    de: 'Die Dateien mit Schlüsseldaten sind gelöscht, aber noch nicht endgültig: Das Speicherkonto bewahrt sie auf.',
    en: 'The files with key data are deleted, but not for good yet: the storage account keeps them.',
  },
  'leftovers-there': {
    de: 'Im Speicherkonto liegen noch Dateien mit Schlüsseldaten.',
    en: 'The storage account still has files with key data.',
  },
});

export const disksMessages = defineMessages({
  running: {
    de: 'Azure überträgt die Datenträger. Das dauert meist Minuten, bei großen Datenträgern Stunden.',
    en: 'Azure transfers the disks. This usually takes minutes, or hours for large disks.',
  },
  progress: { de: 'Fortschritt', en: 'Progress' },
  percent: { de: '{value} %', en: '{value}%' },
  progressUnknown: { de: 'Azure sagt nicht, wie weit es ist.', en: 'Azure doesn’t say how far along it is.' },
  failed: {
    de: 'Es wurde kein virtueller Computer verändert. Warum es nicht ging, steht im Sicherungsauftrag.',
    en: 'No virtual machine was changed. The backup job says why it failed.',
  },
  missingNotKnown: {
    de: 'Der Wiederherstellungspunkt dieser Wiederherstellung ist nicht mehr da. Stellen Sie alle Datenträger aus einem anderen noch einmal wieder her; was von dieser Wiederherstellung übrig ist, können Sie verwerfen.',
    en: 'The restore point of this restore no longer exists. Restore all disks again from another one; you can discard what’s left of this restore.',
  },
  restoreMissing: {
    de: '{count, plural, one {Fehlenden Datenträger} other {Fehlende Datenträger}} wiederherstellen',
    en: 'Restore the missing {count, plural, one {disk} other {disks}}',
  },
  restoreAllAgain: { de: 'Alle Datenträger wiederherstellen', en: 'Restore all disks' },
  fromSamePoint: {
    de: 'Tresor lässt {count, plural, one {ihn} other {sie}} aus demselben Wiederherstellungspunkt an denselben Ort zurückholen. Danach geht diese Wiederherstellung damit weiter.',
    en: 'Tresor has {count, plural, one {it} other {them}} restored from the same restore point to the same place. After that, this restore continues with {count, plural, one {it} other {them}}.',
  },
  bringsAll: {
    de: 'Einzelne Datenträger stellt Azure Backup bei verschlüsselten virtuellen Computern nicht wieder her, nur alle zusammen. Was schon da war, kommt also doppelt; Tresor nimmt nur, was fehlt. Die doppelten können Sie danach hier löschen.',
    en: 'For encrypted virtual machines, Azure Backup restores all disks together, never single ones. So disks that are still there come twice; Tresor takes only what’s missing. You can delete the duplicates here afterwards.',
  },
  bringsSystem: {
    de: 'Mit einem Datenträger für Daten bringt Azure Backup immer auch den des Betriebssystems. Er kommt also doppelt; Tresor nimmt nur, was fehlt. Den doppelten können Sie danach hier löschen.',
    en: 'With a data disk, Azure Backup always brings the operating system disk, too. So that one comes twice; Tresor takes only what’s missing. You can delete the duplicate here afterwards.',
  },
  sendingMissing: { de: 'Azure nimmt den Auftrag gerade an.', en: 'Azure is accepting the order.' },
  missingStarted: { de: 'Fehlende Datenträger von {name} kommen zurück', en: 'Missing disks of {name} are being restored' },
  otherwise: { de: 'Oder: mit einem anderen Wiederherstellungspunkt von vorn beginnen.', en: 'Or start over with another restore point.' },
  againJob: { de: 'Auftrag für die fehlenden Datenträger öffnen', en: 'Open the job for the missing disks' },
  surplus: { de: 'Doppelt vorhanden', en: 'Duplicates' },
  surplusMeans: {
    de: 'Diese Datenträger kamen ein zweites Mal mit. Kein virtueller Computer nutzt sie, und diese Wiederherstellung braucht sie nicht. Solange sie da sind, kosten sie Speicherplatz.',
    en: 'These disks were restored a second time. No virtual machine uses them, and this restore doesn’t need them. As long as they exist, you pay for their storage.',
  },
  removeSurplus: { de: 'Doppelte löschen', en: 'Delete the duplicates' },
  removingSurplus: { de: 'Azure löscht gerade.', en: 'Azure is deleting.' },
  surplusStays: { de: 'Nichts davon dürfen oder können Sie löschen.', en: 'There’s nothing here that you can delete.' },
  completes: {
    de: 'Dieser Auftrag hat nur zurückgeholt, was einer anderen Wiederherstellung fehlte. Weiter geht es dort.',
    en: 'This job only restored what was missing from another restore. Continue there.',
  },
  toCompleted: { de: 'Zur anderen Wiederherstellung', en: 'Go to the other restore' },
  againLoading: { de: 'Die Speicherkonten werden noch geladen.', en: 'The storage accounts are still loading.' },
  again: { de: 'Datenträger noch einmal wiederherstellen', en: 'Restore the disks again' },
  disks: { de: 'Wiederhergestellte Datenträger', en: 'Restored disks' },
  managed: { de: 'Verwaltete Datenträger', en: 'Managed disks' },
  vhds: { de: 'VHD-Dateien im Speicherkonto', en: 'VHD files in the storage account' },
});

export const encryptionMessages = defineMessages({
  ready: {
    de: 'Azure muss die Verschlüsselung auf dem neuen virtuellen Computer noch einmal anwenden. Sonst bleiben Datenträger gesperrt oder gelten als unverschlüsselt.',
    en: 'Azure has to apply the encryption to the new virtual machine again. Otherwise, disks stay locked or count as unencrypted.',
  },
  confirmFirst: {
    de: 'Azure soll alle Datenträger für Daten verschlüsseln, auch bisher unverschlüsselte.',
    en: 'Azure is to encrypt all data disks, including those not encrypted so far.',
  },
  firstUnconfirmed: {
    de: 'Bestätigen Sie zuerst, dass alle Datenträger für Daten verschlüsselt werden sollen.',
    en: 'First confirm that all data disks are to be encrypted.',
  },
  running: {
    de: 'Azure wendet die Verschlüsselung an und meldet danach den Zustand.',
    en: 'Azure applies the encryption and then reports the state.',
  },
  done: { de: 'Azure meldet: Die Datenträger sind verschlüsselt.', en: 'Azure reports that the disks are encrypted.' },
  notNeeded: {
    de: 'Bei diesem virtuellen Computer ist nichts erneut anzuwenden.',
    en: 'Nothing needs to be applied again to this virtual machine.',
  },
  isolated: {
    de: 'Stellen Sie den virtuellen Computer ohne Abschottung wieder her, wenn Sie die Daten brauchen. Oder schließen Sie ihn an ein Netzwerk an, das ihn zu Microsoft Entra und zum Schlüsseltresor hinauslässt; danach lässt sich die Verschlüsselung hier anwenden.',
    en: 'If you need the data, restore the virtual machine without isolation. Or attach it to a network that lets it out to Microsoft Entra and the key vault; the encryption can then be applied here.',
  },
  locked: { de: 'Erst wenn der virtuelle Computer läuft.', en: 'Only after the virtual machine is running.' },
  application: {
    de: 'Dieser virtuelle Computer wurde mit einer Entra-Anwendung verschlüsselt. Azure meldet sich als diese Anwendung an; Tresor reicht die Angaben weiter und behält sie nicht.',
    en: 'This virtual machine was encrypted with an Entra application. Azure signs in as this application; Tresor passes on what you enter and doesn’t keep it.',
  },
  clientId: { de: 'Client-ID der Anwendung', en: 'Application’s client ID' },
  clientIdKnown: {
    de: 'So steht sie bei der Verschlüsselungserweiterung des virtuellen Computers.',
    en: 'As shown in the virtual machine’s encryption extension.',
  },
  clientIdUnknown: {
    de: 'Azure nennt sie hier nicht. Sie steht in Entra bei der App-Registrierung, mit der verschlüsselt wurde.',
    en: 'Azure doesn’t show it here. Find it in Entra, in the app registration that was used for the encryption.',
  },
  clientIdMissing: { de: 'Geben Sie die Client-ID der Entra-Anwendung ein.', en: 'Enter the client ID of the Entra application.' },
  clientSecret: { de: 'Geheimer Clientschlüssel', en: 'Client secret' },
  clientSecretHint: {
    de: 'Entra zeigt einen geheimen Clientschlüssel nur einmal, wenn er angelegt wird. Kennt ihn niemand mehr, legen Sie bei der App-Registrierung unter „Zertifikate & Geheimnisse“ einen neuen an.',
    en: 'Entra shows a client secret only once, when it’s created. If no one knows it anymore, create a new one in the app registration, under “Certificates & secrets”.',
  },
  clientSecretMissing: { de: 'Geben Sie den geheimen Clientschlüssel ein.', en: 'Enter the client secret.' },
  apply: { de: 'Verschlüsselung anwenden', en: 'Apply the encryption' },
  sending: { de: 'Azure nimmt den Befehl gerade entgegen.', en: 'Azure is accepting the command.' },
});

export const afterCareMessages = defineMessages({
  leftovers: { de: 'Dateien mit Schlüsseldaten löschen', en: 'Delete the files with key data' },
  leftoversText: {
    de: 'Im Speicherkonto {account} liegen noch Dateien, die Schlüssel und Geheimnis enthalten. Sobald der neue virtuelle Computer nachweislich verschlüsselt läuft, werden sie nicht mehr gebraucht.',
    en: 'The storage account {account} still has files that contain the key and secret. After the new virtual machine is confirmed to be running encrypted, they’re no longer needed.',
  },
  remove: { de: 'Löschen und nachsehen', en: 'Delete and check' },
  removing: { de: 'Tresor löscht und sieht nach.', en: 'Tresor is deleting and checking.' },
  gone: {
    de: 'Nachgesehen am {moment}: Es liegt keine Datei mit Schlüsseldaten mehr da.',
    en: 'Checked on {moment}: no files with key data are left.',
  },
  left: { de: 'Nachgesehen am {moment}: Diese Dateien sind noch da.', en: 'Checked on {moment}: these files are still there.' },
  outOfSight: {
    de: 'Ob im Speicherkonto {account} noch Dateien mit Schlüssel und Geheimnis liegen, ist für Sie nicht zu sehen.',
    en: 'You can’t see whether the storage account {account} still has files with the key and secret.',
  },
  deletedAt: {
    de: 'Nachgesehen am {moment}: Die Dateien mit Schlüsseldaten sind gelöscht.',
    en: 'Checked on {moment}: the files with key data are deleted.',
  },
  deleted: { de: 'Die Dateien mit Schlüsseldaten sind gelöscht.', en: 'The files with key data are deleted.' },
  kept: {
    de: 'Das Speicherkonto {account} bewahrt sie noch bis {until} auf; so lange kann sie zurückholen, wer dort Rechte hat.',
    en: 'The storage account {account} keeps them until {until}; until then, anyone with rights there can bring them back.',
  },
  keptAsVersions: {
    de: 'Das Speicherkonto {account} bewahrt frühere Versionen davon auf, bis jemand sie löscht; so lange kann sie zurückholen, wer dort Rechte hat.',
    en: 'The storage account {account} keeps former versions of them until someone deletes these; until then, anyone with rights there can bring them back.',
  },
  keptUntold: {
    de: 'Ob das Speicherkonto {account} sie noch aufbewahrt, ließ sich nicht lesen.',
    en: 'Whether the storage account {account} still keeps them couldn’t be read.',
  },
  nothingLeft: { de: 'Es liegt keine Datei mit Schlüsseldaten mehr da.', en: 'No files with key data are left.' },
  password: { de: 'Kennwort unter Linux', en: 'Password on Linux' },
  passwordText: {
    de: 'Wenn die Anmeldung mit Kennwort nicht mehr geht: Setzen Sie es im Azure-Portal am virtuellen Computer unter „Kennwort zurücksetzen“ neu.',
    en: 'If you can’t sign in with the password anymore, reset it in the Azure portal: on the virtual machine, under “Reset password”.',
  },
  locked: { de: 'Erst wenn der virtuelle Computer läuft.', en: 'Only after the virtual machine is running.' },
});
