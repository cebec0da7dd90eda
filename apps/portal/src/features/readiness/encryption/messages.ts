import { defineMessages } from '../../../language/messages';

export const messages = defineMessages({
  checkAgain: { de: 'Erneut prüfen', en: 'Check again' },
  kind: { de: 'Art der Verschlüsselung', en: 'Kind of encryption' },
  pass: { de: 'Durchgang', en: 'Pass' },
  single: { de: 'ein Durchgang (ohne Entra-Anwendung)', en: 'single pass (without an Entra application)' },
  dual: { de: 'zwei Durchgänge (mit Entra-Anwendung)', en: 'dual pass (with an Entra application)' },
  customerKey: { de: 'mit Schlüssel Ihrer Organisation', en: 'with your organization’s key' },
  system: { de: 'Betriebssystem', en: 'Operating system' },
  region: { de: 'Region', en: 'Region' },
  group: { de: 'Ressourcengruppe', en: 'Resource group' },
  power: { de: 'Zustand', en: 'State' },
  running: { de: 'wird ausgeführt', en: 'running' },
  notRunning: { de: 'wird nicht ausgeführt ({state})', en: 'not running ({state})' },
  agent: { de: 'VM-Agent', en: 'VM agent' },
  protection: { de: 'Sicherung', en: 'Backup' },
  unprotected: { de: 'von keinem Tresor geschützt, den Sie sehen', en: 'not protected by any vault that you can see' },
  support: { de: 'Regelstand {edition}', en: 'Rules of {edition}' },
  disks: { de: 'Datenträger', en: 'Disks' },
  disksFilter: { de: 'Datenträger filtern', en: 'Filter disks' },
  noDisks: { de: 'Azure nennt keine Datenträger.', en: 'Azure doesn’t list any disks.' },
  diskName: { de: 'Name', en: 'Name' },
  diskRole: { de: 'Rolle', en: 'Role' },
  os: { de: 'Betriebssystem', en: 'OS' },
  data: { de: 'Daten', en: 'Data' },
  size: { de: 'Größe', en: 'Size' },
  gib: { de: '{size, number} GiB', en: '{size, number} GiB' },
  encryptedBy: { de: 'Azure Disk Encryption', en: 'Azure Disk Encryption' },
  encrypted: { de: 'verschlüsselt', en: 'encrypted' },
  encrypting: { de: 'wird verschlüsselt', en: 'being encrypted' },
  'not-encrypted': { de: 'nicht verschlüsselt', en: 'not encrypted' },
  unknown: { de: 'nicht bekannt', en: 'not known' },
  set: { de: 'Datenträger\u00ADverschlüsselungs\u00ADsatz', en: 'Disk encryption set' },
  none: { de: '–', en: '–' },
  chainUnknown: {
    de: 'Azure nennt gerade nicht, womit die Datenträger geöffnet werden.',
    en: 'Azure doesn’t currently say what unlocks the disks.',
  },
  checkLater: {
    de: 'Warten Sie einige Minuten, und wählen Sie „Erneut prüfen“.',
    en: 'Wait a few minutes, then choose “Check again”.',
  },
  startFirst: {
    de: 'Starten Sie den virtuellen Computer, und wählen Sie „Erneut prüfen“.',
    en: 'Start the virtual machine, then choose “Check again”.',
  },
  diskCount: { de: '{count, plural, one {# Datenträger} other {# Datenträger}}', en: '{count, plural, one {# disk} other {# disks}}' },
  someNot: { de: 'nicht alle verschlüsselt', en: 'not all encrypted' },
  exists: { de: 'vorhanden', en: 'present' },
  granted: { de: 'Azure Backup darf lesen', en: 'Azure Backup can read' },
  lacking: { de: 'Azure Backup fehlen Berechtigungen', en: 'Azure Backup is missing permissions' },
  accessUnknown: { de: 'Berechtigung von Azure Backup nicht zu sehen', en: 'Azure Backup’s permission can’t be shown' },
  forDiskEncryption: { de: 'nicht für Datenträgerverschlüsselung freigegeben', en: 'not enabled for disk encryption' },
  toAccess: { de: 'Zugriff auf {name} prüfen und erteilen', en: 'Check and grant access to {name}' },
});

export const remedyMessages = defineMessages({
  heading: { de: 'Abhilfe', en: 'Remedy' },
  windows: {
    de: 'Nach den Regeln vom Januar 2017 sichert Azure nur virtuelle Computer, deren Geheimnis (BEK) ein Schlüssel (KEK) schützt. Führen Sie dafür das Skript „Mit Schlüssel (KEK) verschlüsseln“ aus: Es legt den Schlüssel an und ruft die Verschlüsselung noch einmal auf, diesmal mit ihm. Entschlüsselt wird dabei nichts. Die Anleitung von damals geht den längeren Weg: entschlüsseln und neu verschlüsseln.',
    en: 'Under the January 2017 rules, Azure backs up only virtual machines whose secret (BEK) is protected by a key (KEK). Run the script “Encrypt with a key (KEK)”: it creates the key and runs the encryption again, this time with the key. Nothing is decrypted. The instructions from that time take the longer way: decrypt, then encrypt again.',
  },
  linux: {
    de: 'Die Anleitung von 2017 rät: entschlüsseln und neu verschlüsseln. Das führt hier in eine Sackgasse: Unter Linux lässt sich die Verschlüsselung eines Betriebssystemdatenträgers nicht aufheben.',
    en: 'The 2017 instructions say to decrypt and encrypt again. That’s a dead end here: on Linux, you can’t undo the encryption of an OS disk.',
  },
  linuxCan: {
    de: 'Was geht: Rufen Sie die Verschlüsselung noch einmal auf, diesmal mit einem Schlüssel. Dabei wird nichts entschlüsselt, nur das Geheimnis mit dem Schlüssel (KEK) verpackt.',
    en: 'What works: run the encryption again, this time with a key. Nothing is decrypted; only the secret is wrapped with the key (KEK).',
  },
  today: {
    de: 'Oder stellen Sie den Regelstand „Heute“ ein: Azure nimmt solche virtuellen Computer inzwischen an, so wie sie sind.',
    en: 'Or set the edition of the rules to “Today”: Azure now accepts these virtual machines as they are.',
  },
  dual: {
    de: 'Dieser virtuelle Computer wurde mit einer Entra-Anwendung verschlüsselt. Dabei muss es bleiben; das Skript fragt nach ihrer Anwendungs-ID und ihrem Geheimnis und speichert beides nicht.',
    en: 'This virtual machine was encrypted with an Entra application. It has to stay that way. The script asks for the application’s ID and secret and stores neither.',
  },
  powerShellOnly: {
    de: 'Nur in PowerShell: Die Azure CLI (2.74) gibt einen Computer mit Entra-Anwendung frei und bricht dann ab.',
    en: 'In PowerShell only: the Azure CLI (2.74) deallocates a machine with an Entra application and then fails.',
  },
  must: {
    de: 'Der virtuelle Computer muss laufen und sein VM-Agent bereit sein. Sichern Sie seine Daten vorher auf anderem Weg.',
    en: 'The virtual machine must be running and its VM agent ready. First, save its data another way.',
  },
  volumesUnknown: {
    de: 'Azure nennt gerade nicht, welche Datenträger verschlüsselt sind. Ein Skript könnte einen verschlüsseln, der es noch nicht ist.',
    en: 'Azure doesn’t currently say which disks are encrypted. A script could encrypt one that isn’t encrypted yet.',
  },
  volumesMixed: {
    de: 'Nur ein Teil der Datenträger für Daten ist verschlüsselt, und ein Skript kann nur alle oder keinen davon nennen: Es würde einen zum ersten Mal verschlüsseln oder einen verschlüsselten ohne Schlüssel (KEK) lassen. Trennen Sie die nicht verschlüsselten vorübergehend vom virtuellen Computer, und wählen Sie „Erneut prüfen“.',
    en: 'Only some of the data disks are encrypted, and a script can name only all of them or none. It would encrypt one for the first time, or leave an encrypted one without a key (KEK). Detach the disks that aren’t encrypted from the virtual machine for now, then choose “Check again”.',
  },
  volumesNone: {
    de: 'Die Verschlüsselung ist eingestellt, aber laut Azure ist kein Datenträger verschlüsselt. Ein Skript würde sie zum ersten Mal verschlüsseln.',
    en: 'Encryption is set up, but according to Azure, no disk is encrypted. A script would encrypt them for the first time.',
  },
  addKey: { de: 'Mit Schlüssel (KEK) verschlüsseln', en: 'Encrypt with a key (KEK)' },
  addKeyOfCustomer: {
    de: 'Dieses Skript kann nur der Kunde ausführen: Es legt einen Schlüssel in seinem Schlüsseltresor an, und das Recht dazu lässt sich über Azure Lighthouse nicht übertragen.',
    en: 'Only the customer can run this script: it creates a key in their key vault, and no Azure Lighthouse delegation can hold the right to do that.',
  },
  decrypt: { de: 'Der längere Weg von 2017: zuerst entschlüsseln', en: 'The longer way from 2017: decrypt first' },
  decryptThen: {
    de: 'Warten Sie, bis alle Datenträger entschlüsselt sind, und führen Sie dann das Skript darüber aus.',
    en: 'Wait until every disk is decrypted, then run the script above.',
  },
  afterwards: {
    de: 'Danach: „Erneut prüfen“ wählen, und die Sicherung aktivieren.',
    en: 'Then choose “Check again” and enable backup.',
  },
  unwritable: {
    de: 'Ein Name dieses virtuellen Computers enthält Zeichen, die in keinem Skript stehen dürfen. Führen Sie die Schritte von Hand aus.',
    en: 'A name in this virtual machine contains characters that aren’t allowed in scripts. Do the steps manually.',
  },
  settings: { de: 'Regelstand in den Einstellungen ändern', en: 'Change the edition of the rules in the settings' },
  done: { de: 'Hier ist nichts zu tun.', en: 'There’s nothing to do here.' },
});
