import { defineMessages } from '../../i18n/messages';
import { titles } from '../../titles';

export const messages = defineMessages({
  prerequisites: { de: 'Alle Voraussetzungen prüfen', en: 'Check all prerequisites' },
  goal: { de: 'Sicherungsziel', en: 'Backup goal' },
  goalValue: { de: 'Azure Backup (VM-Erweiterung)', en: 'Azure Backup (VM extension)' },
  policy: titles.backupPolicy,
  items: { de: 'Zu sichernde Elemente', en: 'Items to backup' },
  itemsValue: { de: 'Ausgewählte Elemente: {count, number}', en: 'Items selected : {count, number}' },
  select: { de: 'Auswählen', en: 'Select' },
  policyLocked: { de: 'Legen Sie zuerst das Sicherungsziel fest.', en: 'Choose the backup goal first.' },
  itemsLocked: { de: 'Wählen Sie zuerst die Sicherungsrichtlinie.', en: 'Choose the backup policy first.' },
  enable: titles.protection,
  enabling: { de: 'Wird aktiviert …', en: 'Enabling …' },
  enableLocked: {
    de: 'Erst wenn alle drei Schritte abgehakt sind, kann die Sicherung aktiviert werden.',
    en: 'Backup can be enabled once all three steps are ticked.',
  },
  attemptShown: {
    de: 'Das Ergebnis steht daneben. Weitere virtuelle Computer sichern Sie, indem Sie wieder bei Schritt 1 beginnen.',
    en: 'The result is shown beside this. To back up more virtual machines, begin again with step 1.',
  },
  ok: { de: 'OK', en: 'OK' },

  where: { de: 'Wo wird Ihre Workload ausgeführt?', en: 'Where is your workload running?' },
  what: { de: 'Was möchten Sie sichern?', en: 'What do you want to backup?' },
  azure: { de: 'Azure', en: 'Azure' },
  onPremises: { de: 'Lokal', en: 'On-premises' },
  virtualMachine: { de: 'Virtueller Computer', en: 'Virtual machine' },
  fileShare: { de: 'Azure-Dateifreigabe', en: 'Azure file share' },
  sqlServer: { de: 'SQL Server auf einem virtuellen Azure-Computer', en: 'SQL Server in an Azure virtual machine' },
  onPremisesReason: { de: 'dafür gibt es den Azure Backup-Agent', en: 'the Azure Backup agent does this' },
  otherWorkloadReason: { de: 'nicht Teil dieses Ablaufs', en: 'not part of this flow' },
  goalHint: {
    de: 'Tresor führt durch die Sicherung virtueller Azure-Computer. Die anderen Ziele von Azure Backup stehen nur zur Übersicht in den Listen.',
    en: 'Tresor leads through the backup of Azure virtual machines. The other goals of Azure Backup are listed for orientation only.',
  },

  keyVaultNotice: {
    de: 'Einige der ausgewählten VMs sind verschlüsselt; ihre Schlüssel und Geheimnisse sind in {keyVaults} gespeichert. Beim Aktivieren der Sicherung wird auf diese Schlüsseltresore zugegriffen, um die verschlüsselten VMs zu schützen.',
    en: 'Some of the selected VMs are encrypted and keep their keys and secrets in {keyVaults}. Enabling the backup will access these key vaults to protect the encrypted VMs.',
  },
  keyVaultWhy: {
    de: 'Azure Backup liest dort die Geheimnisse (BEK) und Schlüssel (KEK) und sichert sie zusammen mit den virtuellen Computern. Ohne sie ließe sich eine Sicherung nicht entschlüsseln.',
    en: 'Azure Backup reads the secrets (BEK) and keys (KEK) there and backs them up together with the virtual machines. Without them a backup could not be decrypted.',
  },
  accessHeading: { de: 'Zugriff auf die Schlüsseltresore', en: 'Access to the key vaults' },
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
