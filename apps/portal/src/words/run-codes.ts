import type { AzureCodeWords } from './code-words';

/* Codes of running backups and of restores. Sources: Microsoft's pages on troubleshooting Azure VM backup and encrypted VMs. */

const agent: AzureCodeWords = {
  reason: {
    de: 'Azure Backup bekam vom VM-Agent keine Auskunft über die Momentaufnahme.',
    en: 'Azure Backup couldn’t get the state of the snapshot from the VM agent.',
  },
  remedy: {
    de: 'Sorgen Sie dafür, dass der VM-Agent läuft, aktuell ist und das Netzwerk erreicht. Sichern Sie dann noch einmal.',
    en: 'Make sure that the VM agent is running, is up to date, and can reach the network. Then back up again.',
  },
};

const components: AzureCodeWords = {
  reason: {
    de: 'In Windows läuft ein Dienst nicht, den die Sicherung braucht (COM+ oder Distributed Transaction Coordinator).',
    en: 'A Windows service that the backup needs isn’t running (COM+ or Distributed Transaction Coordinator).',
  },
  remedy: {
    de: 'Starten Sie im virtuellen Computer „COM+-Systemanwendung“ und „Distributed Transaction Coordinator“, Letzteren als Netzwerkdienst. Sichern Sie dann noch einmal.',
    en: 'In the virtual machine, start “COM+ System Application” and “Distributed Transaction Coordinator”, the latter as Network Service. Then back up again.',
  },
};

export const RUN_CODES: Record<string, AzureCodeWords> = {
  UserErrorKeyAndSecretNotFound: {
    reason: {
      de: 'Schlüssel und Geheimnis dieses virtuellen Computers sind nicht mehr im Schlüsseltresor.',
      en: 'This virtual machine’s key and secret are no longer in the key vault.',
    },
    remedy: {
      de: 'Stellen Sie die Datenträger wieder her. Im Schritt „Schlüssel und Geheimnis“ holen Sie beides aus der Sicherung zurück.',
      en: 'Restore the disks. In the step “Key and secret”, you bring both back from the backup.',
    },
  },
  UserErrorRestoreNotAuthorized: {
    reason: {
      de: 'Azure Backup darf den verschlüsselten virtuellen Computer nicht selbst erstellen.',
      en: 'Azure Backup isn’t allowed to create the encrypted virtual machine itself.',
    },
    remedy: {
      de: 'Wählen Sie „Datenträger wiederherstellen“. Den virtuellen Computer erstellen Sie danach in derselben Wiederherstellung, mit Ihren Rechten.',
      en: 'Choose “Restore disks”. Then create the virtual machine in the same restore, with your own rights.',
    },
  },
  UserErrorKeyOrSecretNotAvailable: {
    reason: {
      de: 'Schlüssel oder Geheimnis sind deaktiviert, abgelaufen oder nicht mehr da. Die Sicherung kann sie nicht mitsichern.',
      en: 'The key or secret is disabled, expired, or gone. The backup can’t include them.',
    },
    remedy: {
      de: 'Aktivieren Sie im Schlüsseltresor die Version, mit der der virtuelle Computer verschlüsselt ist. Sichern Sie dann noch einmal.',
      en: 'In the key vault, enable the version the virtual machine is encrypted with. Then back up again.',
    },
  },
  UserErrorStorageAccountNotAuthorized: {
    reason: {
      de: 'Azure Backup kommt mit Kontoschlüsseln nicht an das Speicherkonto.',
      en: 'Azure Backup can’t access the storage account with account keys.',
    },
    remedy: {
      de: 'Erlauben Sie am Speicherkonto den Zugriff mit Kontoschlüsseln, oder wählen Sie ein anderes.',
      en: 'Allow account key access on the storage account, or choose another one.',
    },
  },
  UserErrorStorageAccountRegionMismatch: {
    reason: {
      de: 'Der Recovery Services-Tresor und das Speicherkonto liegen in verschiedenen Regionen.',
      en: 'The vault and the storage account are in different regions.',
    },
    remedy: { de: 'Wählen Sie ein Speicherkonto in der Region des Tresors.', en: 'Choose a storage account in the vault’s region.' },
  },
  UserErrorStorageAccountNotSupported: {
    reason: { de: 'Dieses Speicherkonto kann keine Datenträger aufnehmen.', en: 'This storage account can’t hold disks.' },
    remedy: {
      de: 'Wählen Sie ein Standard-Speicherkonto mit LRS oder GRS.',
      en: 'Choose a standard storage account with LRS or GRS.',
    },
  },
  UserErrorStorageAccountNotOnline: {
    reason: { de: 'Das Speicherkonto ist nicht online.', en: 'The storage account isn’t online.' },
    remedy: { de: 'Warten Sie, bis es online ist, oder wählen Sie ein anderes.', en: 'Wait until it’s online, or choose another one.' },
  },
  UserErrorProtectionStopped: {
    reason: { de: 'Die Sicherung dieses virtuellen Computers ist beendet.', en: 'Backup of this virtual machine is stopped.' },
    remedy: { de: 'Setzen Sie sie fort und sichern Sie dann.', en: 'Resume it, then back up.' },
  },
  UserErrorFileRecoveryNotSupportedForEncryptedVM: {
    reason: {
      de: 'Aus verschlüsselten virtuellen Computern lassen sich keine einzelnen Dateien wiederherstellen.',
      en: 'You can’t restore individual files from encrypted virtual machines.',
    },
    remedy: {
      de: 'Stellen Sie den ganzen virtuellen Computer wieder her und holen Sie die Dateien von dort.',
      en: 'Restore the whole virtual machine and get the files from there.',
    },
  },
  BMSUserErrorJobNotCancellable: {
    reason: { de: 'Azure kann einen Auftrag dieser Art nicht abbrechen.', en: 'Azure can’t cancel this kind of job.' },
    remedy: { de: 'Warten Sie, bis er endet.', en: 'Wait until it ends.' },
  },
  DiskEncryptionInternalError: {
    reason: {
      de: 'Beim Start konnte das Geheimnis nicht aus dem Schlüsseltresor geholt werden.',
      en: 'The secret couldn’t be retrieved from the key vault during startup.',
    },
    remedy: {
      de: 'Holen Sie Schlüssel und Geheimnis zurück und erstellen Sie den virtuellen Computer aus den Datenträgern.',
      en: 'Bring back the key and secret, and create the virtual machine from the disks.',
    },
  },
  BCMProtGetSaSUriAsyncError: {
    reason: {
      de: 'Der Recovery Services-Tresor kommt nicht an den Schlüssel, mit dem er selbst verschlüsselt ist.',
      en: 'The vault can’t access the key that the vault itself is encrypted with.',
    },
    remedy: {
      de: 'Geben Sie der Identität des Recovery Services-Tresors wieder Zugriff auf seinen Schlüssel.',
      en: 'Give the vault’s identity access to its key again.',
    },
  },
  GuestAgentSnapshotTaskStatusError: agent,
  ExtensionSnapshotFailedNoNetwork: {
    reason: {
      de: 'Der virtuelle Computer hatte kein Netzwerk für die Momentaufnahme.',
      en: 'The virtual machine had no network for the snapshot.',
    },
    remedy: {
      de: 'Öffnen Sie die ausgehende Verbindung zu Azure, oder richten Sie einen Proxy ein. Sichern Sie dann noch einmal.',
      en: 'Open the outbound connection to Azure, or set up a proxy. Then back up again.',
    },
  },
  ExtensionSnapshotBitlockerError: {
    reason: {
      de: 'Ein Laufwerk im virtuellen Computer ist durch BitLocker gesperrt.',
      en: 'A drive in the virtual machine is locked by BitLocker.',
    },
    remedy: {
      de: 'Entsperren Sie das Laufwerk im virtuellen Computer. Schalten Sie BitLocker nicht ab: Der Computer ist mit Azure Disk Encryption verschlüsselt.',
      en: 'Unlock the drive in the virtual machine. Don’t turn off BitLocker: the machine is encrypted with Azure Disk Encryption.',
    },
  },
  ExtensionSnapshotFailedNoSecureNetwork: {
    reason: { de: 'Die Erweiterung konnte keine sichere Verbindung aufbauen.', en: 'The extension couldn’t open a secure connection.' },
    remedy: {
      de: 'Setzen Sie im virtuellen Computer „SchUseStrongCrypto“ für jede Version von .NET.',
      en: 'In the virtual machine, set “SchUseStrongCrypto” for every version of .NET.',
    },
  },
  ExtensionSnapshotFailedCOM: components,
  ExtensionInstallationFailedCOM: components,
  ExtensionInstallationFailedMDTC: components,
  ExtensionFailedVssWriterInBadState: {
    reason: { de: 'Ein VSS-Writer in Windows ist in einem fehlerhaften Zustand.', en: 'A VSS writer in Windows is in a bad state.' },
    remedy: {
      de: 'Suchen Sie ihn mit „vssadmin list writers“ und starten Sie seinen Dienst neu.',
      en: 'Find it with “vssadmin list writers” and restart its service.',
    },
  },
  ExtensionFailedVssServiceInBadState: {
    reason: { de: 'Der Dienst „Volumeschattenkopie“ (VSS) arbeitet nicht.', en: 'The Volume Shadow Copy service (VSS) isn’t working.' },
    remedy: { de: 'Starten Sie den Dienst im virtuellen Computer neu.', en: 'Restart the service in the virtual machine.' },
  },
  ExtensionConfigParsingFailure: {
    reason: { de: 'Die Erweiterung konnte ihre Einstellungen nicht lesen.', en: 'The extension couldn’t read its settings.' },
    remedy: {
      de: 'Prüfen Sie im virtuellen Computer die Rechte auf den Ordner „MachineKeys“.',
      en: 'In the virtual machine, check the permissions on the “MachineKeys” folder.',
    },
  },
  ExtensionStuckInDeletionState: {
    reason: { de: 'Die Sicherungserweiterung hängt beim Entfernen.', en: 'The backup extension is stuck during removal.' },
    remedy: {
      de: 'Deinstallieren Sie „VmSnapshot“ am virtuellen Computer und sichern Sie noch einmal.',
      en: 'Uninstall “VmSnapshot” on the virtual machine and back up again.',
    },
  },
  ExtensionFailedSnapshotLimitReachedError: {
    reason: { de: 'Ein Datenträger hat schon zu viele Momentaufnahmen.', en: 'A disk already has too many snapshots.' },
    remedy: { de: 'Löschen Sie alte Momentaufnahmen des Datenträgers.', en: 'Delete old snapshots of the disk.' },
  },
  ExtensionFailedTimeoutVMNetworkUnresponsive: {
    reason: {
      de: 'Der virtuelle Computer war zu ausgelastet, um rechtzeitig zu antworten.',
      en: 'The virtual machine was too busy to answer in time.',
    },
    remedy: { de: 'Sichern Sie zu einer ruhigeren Zeit.', en: 'Back up at a quieter time.' },
  },
  UserErrorFsFreezeFailed: {
    reason: { de: 'Linux konnte ein Dateisystem nicht anhalten.', en: 'Linux couldn’t freeze a file system.' },
    remedy: {
      de: 'Prüfen Sie das Dateisystem mit „fsck“ und ob etwas doppelt eingehängt ist.',
      en: 'Check the file system with “fsck” and whether anything is mounted twice.',
    },
  },
  UserErrorRpCollectionLimitReached: {
    reason: {
      de: 'Es gibt schon 18 Momentaufnahmen zur sofortigen Wiederherstellung.',
      en: 'There are already 18 instant restore points.',
    },
    remedy: {
      de: 'Nehmen Sie die Sperre von der Ressourcengruppe der Momentaufnahmen; dann räumt Azure Backup auf.',
      en: 'Remove the lock from the snapshots’ resource group; Azure Backup then cleans up.',
    },
  },
  CopyingVHDsFromBackUpVaultTakingLongTime: {
    reason: { de: 'Das Kopieren aus dem Recovery Services-Tresor dauerte zu lange.', en: 'Copying from the vault took too long.' },
    remedy: {
      de: 'Versuchen Sie es noch einmal, und stellen Sie weniger auf einmal wieder her.',
      en: 'Try again, and restore less at once.',
    },
  },
  UserErrorBCMPremiumStorageQuotaError: {
    reason: {
      de: 'Im Premium-Speicherkonto ist kein Platz für die Momentaufnahme.',
      en: 'The premium storage account has no room for the snapshot.',
    },
    remedy: { de: 'Halten Sie dort die Hälfte des Platzes frei.', en: 'Keep half of its space free.' },
  },
  VMRestorePointInternalError: {
    reason: { de: 'Ein Virenscanner blockiert die Sicherungserweiterung.', en: 'An antivirus program is blocking the backup extension.' },
    remedy: {
      de: 'Nehmen Sie die Ordner der Erweiterung von der Prüfung aus.',
      en: 'Exclude the extension’s folders from scanning.',
    },
  },
  UserErrorInstantRpNotFound: {
    reason: {
      de: 'Die Momentaufnahme dieses Wiederherstellungspunkts gibt es nicht mehr.',
      en: 'The snapshot of this restore point no longer exists.',
    },
    remedy: { de: 'Wählen Sie einen anderen Wiederherstellungspunkt.', en: 'Choose another restore point.' },
  },
  UserErrorSnapshotRestoreAfterKeyRotation: {
    reason: {
      de: 'Der Wiederherstellungspunkt war nur eine Momentaufnahme, und der Schlüssel wurde seither erneuert.',
      en: 'The restore point was only a snapshot, and the key has been rotated since.',
    },
    remedy: {
      de: 'Stellen Sie einen Punkt wieder her, der im Recovery Services-Tresor liegt.',
      en: 'Restore a point that is stored in the vault.',
    },
  },
  UserErrorSkuNotAvailable: {
    reason: {
      de: 'Die Größe des virtuellen Computers gibt es in der Region nicht.',
      en: 'The size of the virtual machine isn’t available in the region.',
    },
    remedy: {
      de: 'Stellen Sie die Datenträger wieder her und wählen Sie beim Erstellen eine andere Größe.',
      en: 'Restore the disks and choose another size when you create the machine.',
    },
  },
  UserErrorMarketPlaceVMNotSupported: {
    reason: {
      de: 'Das Angebot aus dem Marketplace, aus dem der virtuelle Computer stammt, gibt es nicht mehr.',
      en: 'The Marketplace offer this virtual machine came from is no longer available.',
    },
    remedy: {
      de: 'Hängen Sie die wiederhergestellten Datenträger an einen anderen virtuellen Computer an.',
      en: 'Attach the restored disks to another virtual machine.',
    },
  },
};
