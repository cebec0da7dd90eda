import type { HelpEntry } from './help-entry-kind';

/* The four rows of the article on encrypted virtual machines: its messages as they are shown, causes and remedies in our words. */

export const ARTICLE_ROWS: readonly HelpEntry[] = [
  {
    id: 'bek-alone',
    code: null,
    kind: 'backup',
    title: {
      de: 'Bei der Überprüfung ist ein Fehler aufgetreten, da der virtuelle Computer nur per BEK verschlüsselt wurde. Sicherungen können nur für virtuelle Computer aktiviert werden, die per BEK und KEK verschlüsselt wurden.',
      en: 'Validation failed as virtual machine is encrypted with BEK alone. Backups can be enabled only for virtual machines encrypted with both BEK and KEK.',
    },
    cause: {
      de: 'Die Datenträger sind nur mit dem BEK verschlüsselt. Nach dem Regelstand vom Januar 2017 braucht die Sicherung BEK und KEK.',
      en: 'The disks are encrypted with only the BEK. Under the January 2017 rules, backup needs a BEK and a KEK.',
    },
    remedy: {
      de: 'Unter Windows: Entschlüsseln Sie die Datenträger, verschlüsseln Sie sie mit BEK und KEK neu, und aktivieren Sie dann die Sicherung. Kürzer, und auch unter Linux: Rufen Sie die Verschlüsselung noch einmal mit einem Schlüssel auf; die Skripts dafür stehen bei der Verschlüsselung des virtuellen Computers. Oder stellen Sie den Regelstand „Heute“ ein: Azure nimmt solche virtuellen Computer inzwischen an.',
      en: 'On Windows: decrypt the disks, encrypt them again with BEK and KEK, then enable backup. Shorter, and also on Linux: run the encryption again with a key; the scripts are shown with the virtual machine’s encryption. Or set the edition of the rules to “Today”: Azure now accepts these virtual machines.',
    },
    note: {
      de: 'Unter Linux lässt sich der Rat des Artikels nicht befolgen: Azure Disk Encryption kann dort die Verschlüsselung eines Betriebssystemdatenträgers nicht wieder abschalten, also gibt es nichts, das man neu verschlüsseln könnte.',
      en: 'On Linux, you can’t follow the article’s advice: Azure Disk Encryption can’t turn off the encryption of an OS disk there, so there’s nothing to encrypt again.',
    },
    fixes: ['encryption', 'machines', 'settings'],
  },
  {
    id: 'key-vault-gone',
    code: null,
    kind: 'restore',
    title: {
      de: 'Sie können diese verschlüsselte VM nicht wiederherstellen, da der Schlüsseltresor, der dieser VM zugeordnet ist, nicht vorhanden ist.',
      en: 'You cannot restore this encrypted VM since key vault associated with this VM does not exist.',
    },
    cause: {
      de: 'Der Schlüsseltresor mit Schlüssel und Geheimnis wurde gelöscht. Die Meldung gilt dem ganzen virtuellen Computer: Seine Datenträger gibt Azure Backup auch ohne Schlüsseltresor heraus.',
      en: 'The key vault with the key and secret was deleted. The message is about the whole virtual machine: Azure Backup returns its disks even without the key vault.',
    },
    remedy: {
      de: 'Stellen Sie die Datenträger wieder her. Im Schritt „Schlüssel und Geheimnis“ holen Sie den Schlüsseltresor zurück oder legen einen neuen an; beides kommt aus der Sicherung.',
      en: 'Restore the disks. In the step “Key and secret”, recover the key vault or create a new one; the key and secret come from the backup.',
    },
    fixes: ['keys', 'restore-disks', 'restores'],
  },
  {
    id: 'key-and-secret-gone',
    code: null,
    kind: 'restore',
    title: {
      de: 'Sie können diese verschlüsselte VM nicht wiederherstellen, da der Schlüssel und das Geheimnis für diese VM nicht vorhanden sind.',
      en: 'You cannot restore this encrypted VM since key and secret associated with this VM do not exist.',
    },
    cause: {
      de: 'Der Schlüsseltresor ist noch da, aber Schlüssel und Geheimnis wurden daraus gelöscht. Die Meldung gilt dem ganzen virtuellen Computer: Seine Datenträger gibt Azure Backup auch ohne sie heraus.',
      en: 'The key vault is still there, but the key and secret were deleted from it. The message is about the whole virtual machine: Azure Backup returns its disks even without them.',
    },
    remedy: {
      de: 'Stellen Sie die Datenträger wieder her. Im Schritt „Schlüssel und Geheimnis“ holen Sie zuerst den Schlüssel, dann das Geheimnis zurück; Tresor hält die Reihenfolge ein.',
      en: 'Restore the disks. In the step “Key and secret”, bring back the key first, then the secret; Tresor keeps the order.',
    },
    fixes: ['keys', 'restore-disks', 'restores'],
  },
  {
    id: 'not-authorized',
    code: null,
    kind: 'restore',
    title: {
      de: 'Der Speicherdienst ist nicht zum Zugreifen auf Ressourcen in Ihrem Abonnement autorisiert.',
      en: 'Backup Service does not have authorization to access resources in your subscription.',
    },
    cause: {
      de: 'Azure Backup sollte den verschlüsselten virtuellen Computer selbst erstellen. Dafür darf es die Schlüssel nicht benutzen.',
      en: 'Azure Backup was asked to create the encrypted virtual machine itself. It isn’t allowed to use the keys for that.',
    },
    remedy: {
      de: 'Stellen Sie nur die Datenträger wieder her. Danach erstellen Sie den virtuellen Computer in derselben Wiederherstellung, ohne PowerShell.',
      en: 'Restore only the disks. Then create the virtual machine in the same restore, without PowerShell.',
    },
    note: {
      de: 'Mit „Speicherdienst“ meint die Meldung den Dienst Azure Backup, nicht das Speicherkonto.',
      en: 'The German message says “storage service”; it means the Azure Backup service.',
    },
    fixes: ['restore-disks', 'restores'],
  },
];
