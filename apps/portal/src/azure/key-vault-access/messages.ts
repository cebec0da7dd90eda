import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  heading: { de: 'Zugriff auf die Schlüsseltresore', en: 'Access to the key vaults' },
  why: {
    de: 'Azure Backup liest dort die Geheimnisse (BEK) und Schlüssel (KEK) und sichert sie zusammen mit den virtuellen Computern. Ohne sie ließe sich eine Sicherung nicht entschlüsseln.',
    en: 'Azure Backup reads the secrets (BEK) and keys (KEK) there and backs them up with the virtual machines. Without them, a backup couldn’t be decrypted.',
  },
  guest: {
    de: 'Sie sind Gast in diesem Verzeichnis: anders als bei Mitgliedern erhält Azure Backup beim Aktivieren nicht von selbst Zugriff auf Schlüsseltresore. Jemand mit Rechten am Schlüsseltresor muss ihn vorher erteilen.',
    en: 'You’re a guest in this directory. Unlike for members, enabling backup doesn’t automatically give Azure Backup access to key vaults. Someone with rights on the key vault has to grant it first.',
  },
  lackingList: { de: 'Es fehlen: {permissions}.', en: 'Missing: {permissions}.' },
  lackingEffect: {
    de: 'Ohne diese Berechtigungen schlägt die Sicherung der VMs fehl, die diesen Schlüsseltresor verwenden.',
    en: 'Without these permissions, backups of the VMs that use this key vault fail.',
  },
  onlyToday: {
    de: 'Der heutige Dienst verlangt das; der vom Januar 2017 noch nicht.',
    en: 'Today’s service requires this; the January 2017 service didn’t.',
  },
  takesEffect: {
    de: 'Der Zugriff ist erteilt. Er gilt in Azure spätestens ab {moment}; bis dahin kann eine Sicherung noch fehlschlagen. Dann wird hier von selbst erneut geprüft.',
    en: 'Access is granted. It takes effect in Azure by {moment} at the latest; until then, a backup can still fail. This is then checked again automatically.',
  },
  unreadableText: {
    de: 'Sie dürfen diesen Schlüsseltresor nicht lesen, daher lässt sich nicht prüfen, ob Azure Backup es darf. Bitten Sie jemanden mit Leserechten, nachzusehen.',
    en: 'You can’t read this key vault, so Tresor can’t check whether Azure Backup can. Ask someone with read access to check.',
  },
  missingText: {
    de: 'Diesen Schlüsseltresor gibt es nicht (mehr). Ist er nur gelöscht, stellen Sie ihn wieder her, bevor Sie die Sicherung aktivieren. Ist er endgültig gelöscht, kommt er nicht zurück, und Azure kann nicht sichern, was darin lag.',
    en: 'This key vault doesn’t exist (anymore). If it’s only deleted, recover it before you enable backup. If it was purged, it can’t be recovered, and Azure can’t back up what it held.',
  },
  unknownText: {
    de: 'Der Sicherungsverwaltungsdienst ließ sich in Ihrem Verzeichnis nicht nachschlagen. Ob er Zugriff hat, ist nicht bekannt.',
    en: 'The Backup Management Service couldn’t be looked up in your directory. It’s not known whether it has access.',
  },
  notForDiskEncryption: {
    de: 'Dieser Schlüsseltresor ist nicht für die Datenträgerverschlüsselung freigegeben. Für die Wiederherstellung muss er es sein.',
    en: 'This key vault isn’t enabled for disk encryption. For a restore, it has to be.',
  },
  grant: { de: 'Zugriff erteilen oder anfragen', en: 'Grant or request access' },
  look: { de: 'Zugriff ansehen', en: 'View access' },
  grantFor: { de: '{action}: {name}', en: '{action}: {name}' },
  checkAgain: { de: 'Erneut prüfen', en: 'Check again' },
  checking: { de: 'Wird geprüft …', en: 'Checking…' },
});
