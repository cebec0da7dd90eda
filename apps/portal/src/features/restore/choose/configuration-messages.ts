import { defineMessages } from '../../../language/messages';
import { titles } from '../../../map/map';

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
  chooseAccount: { de: 'Wählen Sie ein Speicherkonto aus.', en: 'Select a storage account.' },
  chooseGroup: { de: 'Wählen Sie eine Ressourcengruppe aus.', en: 'Select a resource group.' },
  targetGroup: { de: 'Zielressourcengruppe für die Datenträger', en: 'Target resource group of the disks' },
  targetGroupHint: {
    de: 'Hier entstehen die verwalteten Datenträger, und später der virtuelle Computer.',
    en: 'The managed disks are created here, and later the virtual machine.',
  },
  becomeManaged: {
    de: 'Dieser virtuelle Computer hatte nicht verwaltete Datenträger. Hier entstehen verwaltete daraus, und später der virtuelle Computer.',
    en: 'This virtual machine had unmanaged disks. They come back as managed ones here, and later the virtual machine is created here.',
  },
  vhdsStartNothing: {
    de: 'Ohne Ressourcengruppe bekommen Sie nur VHD-Dateien: Azure hat nicht verwaltete Datenträger eingestellt und startet keine virtuellen Computer mehr, die aus VHDs bestehen. Soll daraus wieder ein Computer werden, wählen Sie eine Ressourcengruppe.',
    en: 'Without a resource group, you only get VHD files: Azure has retired unmanaged disks and no longer starts virtual machines that consist of VHDs. If you want a running machine, choose a resource group.',
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
