import { defineMessages } from '../../../language/messages';
import { titles } from '../../../map/map';

export const planMessages = defineMessages({
  offer: {
    de: 'Niemand muss warten: Ist alles beantwortet, läuft die Wiederherstellung von selbst bis zum Ende.',
    en: 'No need to wait: once everything is answered, the restore runs to the end on its own.',
  },
  answerNow: { de: 'Alles jetzt beantworten', en: 'Answer everything now' },
  open: { de: 'Ablauf öffnen', en: 'Open the run' },
  intro: {
    de: 'Beantworten Sie jetzt alles. Danach geht die Wiederherstellung von selbst weiter und hält nur an, wo ein Mensch gebraucht wird.',
    en: 'Answer everything now. Then the restore continues on its own and stops only where a person is needed.',
  },
  machine: { de: 'Neuer virtueller Computer', en: 'New virtual machine' },
  made: { de: 'Der virtuelle Computer ist schon erstellt.', en: 'The virtual machine is already created.' },
  keys: titles.keys,
  keysThere: {
    de: 'Schlüssel und Geheimnis sind da. Fehlt später eines davon, hält der Ablauf an und fragt.',
    en: 'The key and secret are there. If one is missing later, the run stops and asks.',
  },
  keysHidden: {
    de: 'Ob Schlüssel und Geheimnis da sind, dürfen Sie nicht sehen.',
    en: 'You can’t see whether the key and secret are there.',
  },
  protection: titles.protectAgain,
  protect: { de: 'Den neuen virtuellen Computer wieder sichern', en: 'Protect the new virtual machine again' },
  letIn: {
    de: 'Azure Backup Zugriff auf die Schlüsseltresore geben, falls er für die erste Sicherung fehlt',
    en: 'Give Azure Backup access to the key vaults if it needs it for the first backup',
  },
  letInMeans: {
    de: 'Das gilt für Schlüsseltresore mit Zugriffsrichtlinien. Wo Azure RBAC gilt, hält der Ablauf an, denn die Rolle wählt ein Mensch.',
    en: 'This applies to key vaults with access policies. With Azure RBAC, the run stops because a person has to choose the role.',
  },
  afterCare: titles.afterCare,
  removeLeftovers: { de: 'Dateien mit Schlüsseldaten am Ende löschen', en: 'Delete the files with key data at the end' },
  run: titles.runToEnd,
  sending: { de: 'Tresor nimmt den Auftrag entgegen.', en: 'Tresor is accepting the request.' },
  nothingLeft: { de: 'Hier ist nichts mehr zu tun.', en: 'There’s nothing left to do here.' },
  summary: { de: 'Was noch geschieht', en: 'What happens next' },
  itsTurn: { de: 'Der Ablauf ist dran', en: 'The run takes it from here' },
  willWait: { de: 'Azure holt die Datenträger zurück.', en: 'Azure restores the disks.' },
  willRecover: {
    de: 'Schlüssel und Geheimnis werden dort wiederhergestellt, wo sie waren.',
    en: 'The key and secret are recovered where they were.',
  },
  willRestore: {
    de: 'Schlüssel und Geheimnis kommen aus der Sicherung in den Schlüsseltresor {name}.',
    en: 'The key and secret are restored from the backup to the key vault {name}.',
  },
  willCreate: {
    de: 'Der Schlüsseltresor {name} wird angelegt, und Schlüssel und Geheimnis kommen aus der Sicherung hinein.',
    en: 'The key vault {name} is created, and the key and secret are restored to it from the backup.',
  },
  willMake: { de: '{name} wird in {group} erstellt ({size}).', en: '{name} is created in {group} ({size}).' },
  willMakeApart: {
    de: '{name} wird in {group} erstellt ({size}), ohne die Näherungsplatzierungsgruppe des alten virtuellen Computers.',
    en: '{name} is created in {group} ({size}), without the old virtual machine’s proximity placement group.',
  },
  willLeaveTags: {
    de: 'Die Tags des alten virtuellen Computers bekommt er nicht.',
    en: 'It doesn’t get the old virtual machine’s tags.',
  },
  willAddTags: { de: 'Diese Tags bekommt er außerdem: {tags}.', en: 'It also gets these tags: {tags}.' },
  willEncrypt: {
    de: 'Die Verschlüsselung wird noch einmal angewendet, falls Azure das braucht. Würde sie auch bisher unverschlüsselte Datenträger verschlüsseln, oder sagt Azure nicht, welche verschlüsselt waren, hält der Ablauf an und fragt.',
    en: 'The encryption is applied again if Azure needs it. If it would also encrypt disks not encrypted so far, or Azure doesn’t say which ones were encrypted, the run stops and asks.',
  },
  willAskAboutDisks: {
    de: 'Vor der Verschlüsselung hält der Ablauf an und fragt: Sie würde auch Datenträger verschlüsseln, die es nicht waren oder von denen Azure es nicht sagt.',
    en: 'Before the encryption, the run stops and asks: it would also encrypt disks that weren’t encrypted or of which Azure doesn’t say it.',
  },
  willAskForSecret: {
    de: 'Muss Azure die Verschlüsselung noch einmal anwenden, hält der Ablauf an und fragt: Den geheimen Clientschlüssel der Entra-Anwendung bewahrt Tresor nicht auf.',
    en: 'If Azure has to apply the encryption again, the run stops and asks: Tresor doesn’t keep the client secret of the Entra application.',
  },
  willProtect: {
    de: 'Die Sicherung nach {policy} wird aktiviert, und die erste Sicherung beginnt sofort.',
    en: 'Backup with {policy} is enabled, and the first backup starts immediately.',
  },
  willBackUp: { de: 'Die erste Sicherung von {name} wird abgeschlossen.', en: 'The first backup of {name} will be completed.' },
  willStopAtBackup: {
    de: 'Vor der Sicherung hält der Ablauf an: So lässt sich {name} nicht sichern.',
    en: 'Before the backup, the run stops: {name} can’t be backed up like this.',
  },
  willBackUpAgain: { de: '{name} wird noch einmal gesichert.', en: '{name} is backed up again.' },
  willStayProtected: { de: 'Die Sicherung von {name} bleibt, wie sie ist.', en: 'The backup of {name} stays as it is.' },
  willNotProtect: { de: '{name} wird nicht gesichert.', en: '{name} isn’t backed up.' },
  willRemove: {
    de: 'Die Dateien mit Schlüsseldaten werden gelöscht, sobald {name} nachweislich verschlüsselt läuft.',
    en: 'The files with key data are deleted after {name} is confirmed to be running encrypted.',
  },
  willKeep: { de: 'Die Dateien mit Schlüsseldaten bleiben liegen.', en: 'The files with key data stay.' },
  reach: {
    de: 'Alles geschieht in Ihrem Namen. Ohne geöffnete Seite reicht das so lange wie Ihre Anmeldung, zurzeit bis {until}. Bleibt diese Wiederherstellung in einem Fenster geöffnet, verlängert sich das von selbst. Danach wartet der Ablauf, bis jemand mit den nötigen Rechten diese Wiederherstellung öffnet.',
    en: 'Everything happens in your name. Without an open page, it runs as long as your sign-in is valid, currently until {until}. While this restore stays open in a window, that’s extended automatically. After that, the run waits until someone with the necessary rights opens this restore.',
  },
  noRepeats: {
    de: 'Wird etwas abgelehnt oder hilft es nicht, hält der Ablauf an und sagt, warum. Nichts wird blind wiederholt.',
    en: 'If something is refused or doesn’t help, the run stops and says why. Nothing is repeated blindly.',
  },
  inTheWay: { de: 'Das steht noch im Weg.', en: 'This is still in the way.' },
  clear: {
    de: 'Nichts steht im Weg, soweit es sich vorher sehen lässt.',
    en: 'Nothing is in the way, as far as Tresor can see beforehand.',
  },
});
