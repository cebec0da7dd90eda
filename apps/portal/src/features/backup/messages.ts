import { defineMessages } from '../../language/messages';
import { titles } from '../../map/map';

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
  enabling: { de: 'Wird aktiviert …', en: 'Enabling…' },
  enableLocked: {
    de: 'Erst wenn alle drei Schritte abgehakt sind, kann die Sicherung aktiviert werden.',
    en: 'Backup can be enabled once all three steps are ticked.',
  },
  vaultGone: { de: 'Der Recovery Services-Tresor wurde nicht gefunden.', en: 'The vault wasn’t found.' },
  attemptShown: {
    de: 'Das Ergebnis steht daneben. Weitere virtuelle Computer sichern Sie, indem Sie wieder bei Schritt 1 beginnen.',
    en: 'The result is shown beside this. To back up more virtual machines, start again at step 1.',
  },
  policyGone: {
    de: 'Die Sicherungsrichtlinie „{policy}“ wurde gelöscht. Wählen Sie in Schritt 2 eine andere.',
    en: 'The backup policy “{policy}” was deleted. Choose another one in step 2.',
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
    en: 'Tresor guides you through backing up Azure virtual machines. The other Azure Backup goals are listed for reference only.',
  },

  keyVaultNotice: {
    de: 'Einige der ausgewählten VMs sind verschlüsselt; ihre Schlüssel und Geheimnisse sind in {keyVaults} gespeichert. Beim Aktivieren der Sicherung wird auf diese Schlüsseltresore zugegriffen, um die verschlüsselten VMs zu schützen.',
    en: 'Some of the selected VMs are encrypted and keep their keys and secrets in {keyVaults}. Enabling the backup will access these key vaults to protect the encrypted VMs.',
  },
});
