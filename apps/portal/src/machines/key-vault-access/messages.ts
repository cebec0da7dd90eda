import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  heading: { de: 'Zugriff auf die Schlüsseltresore', en: 'Access to the key vaults' },
  why: {
    de: 'Azure Backup liest dort die Geheimnisse (BEK) und Schlüssel (KEK) und sichert sie zusammen mit den virtuellen Computern. Ohne sie ließe sich eine Sicherung nicht entschlüsseln.',
    en: 'Azure Backup reads the secrets (BEK) and keys (KEK) there and backs them up together with the virtual machines. Without them a backup could not be decrypted.',
  },
  guest: {
    de: 'Sie sind Gast in diesem Verzeichnis: anders als bei Mitgliedern erhält Azure Backup beim Aktivieren nicht von selbst Zugriff auf Schlüsseltresore. Jemand mit Rechten am Schlüsseltresor muss ihn vorher erteilen.',
    en: 'You are a guest in this directory: unlike for members, enabling does not give Azure Backup access to key vaults by itself. Somebody with rights on the key vault has to grant it first.',
  },
  lackingList: { de: 'Es fehlen: {permissions}.', en: 'Missing: {permissions}.' },
  lackingEffect: {
    de: 'Ohne diese Berechtigungen schlägt die Sicherung der VMs fehl, die diesen Schlüsseltresor verwenden.',
    en: 'Without these permissions the backup of the VMs that use this key vault fails.',
  },
  unreadableText: {
    de: 'Sie dürfen diesen Schlüsseltresor nicht lesen, daher lässt sich nicht prüfen, ob Azure Backup es darf. Bitten Sie jemanden mit Leserechten, nachzusehen.',
    en: 'You may not read this key vault, so it cannot be checked whether Azure Backup may. Ask somebody with read access to look.',
  },
  missingText: {
    de: 'Diesen Schlüsseltresor gibt es nicht (mehr). Stellen Sie ihn wieder her, bevor Sie die Sicherung aktivieren.',
    en: 'This key vault does not exist (any more). Recover it before you enable the backup.',
  },
  unknownText: {
    de: 'Der Sicherungsverwaltungsdienst ließ sich in Ihrem Verzeichnis nicht nachschlagen. Ob er Zugriff hat, ist nicht bekannt.',
    en: 'The Backup Management Service could not be looked up in your directory. Whether it has access is not known.',
  },
  notForDiskEncryption: {
    de: 'Dieser Schlüsseltresor ist nicht für die Datenträgerverschlüsselung freigegeben. Für die Wiederherstellung muss er es sein.',
    en: 'This key vault is not enabled for disk encryption. For a restore it has to be.',
  },
  grant: { de: 'Zugriff erteilen oder anfragen', en: 'Grant or request access' },
  look: { de: 'Zugriff ansehen', en: 'Look at the access' },
  grantFor: { de: '{action}: {name}', en: '{action}: {name}' },
  checkAgain: { de: 'Erneut prüfen', en: 'Check again' },
  checking: { de: 'Wird geprüft …', en: 'Checking …' },
});
