import type { KeyVaultTargetReason } from '@tresor/contracts';
import { defineMessages, type Message } from '../../i18n/messages';

export const keyMessages = defineMessages({
  disksCount: {
    de: '{count, plural, =0 {noch keine} one {# Datenträger} other {# Datenträger}}',
    en: '{count, plural, =0 {none yet} one {# disk} other {# disks}}',
  },
  willBeMade: { de: 'entsteht im nächsten Schritt', en: 'made in the next step' },
  onTheWay: { de: 'noch nicht da', en: 'not there yet' },
  restored: { de: 'wiederhergestellt', en: 'restored' },
  outOfSight: { de: 'für Sie nicht zu sehen', en: 'not visible to you' },
  gone: { de: 'nicht mehr da', en: 'no longer there' },
  disksUncounted: { de: 'Datenträger', en: 'disks' },
  notEncrypted: {
    de: 'Dieser virtuelle Computer ist nicht verschlüsselt. Hier ist nichts zu tun.',
    en: 'This virtual machine is not encrypted. There is nothing to do here.',
  },
  complete: {
    de: 'Schlüssel und Geheimnis sind da und passen zu diesem Wiederherstellungspunkt.',
    en: 'Key and secret are there and belong to this restore point.',
  },
  ways: { de: 'Wie sollen sie zurückkommen?', en: 'How should they come back?' },
  recover: { de: 'Zurückholen, was noch da ist', en: 'Recover what is still there' },
  recoverMeans: {
    de: 'Der einfachste Weg: Gelöschtes kommt zurück, wie es war. Deaktiviertes wird aktiviert, Abgelaufenes gilt 30 Tage länger, und der Schlüsseltresor wird für die Datenträgerverschlüsselung freigegeben.',
    en: 'The simplest way: what was deleted comes back as it was. What is disabled is enabled, what has expired is valid for 30 more days, and the key vault is enabled for disk encryption.',
  },
  nothingDeleted: {
    de: 'Azure bewahrt nichts davon so auf, dass es sich zurückholen ließe.',
    en: 'Azure keeps nothing of it that could be recovered.',
  },
  restore: { de: 'Aus der Sicherung in einen Schlüsseltresor', en: 'From the backup into a key vault' },
  restoreMeans: {
    de: 'Zuerst kommt der Schlüssel, dann das Geheimnis. Beide haben Sie mit dem virtuellen Computer gesichert.',
    en: 'First the key, then the secret. Both were backed up with the virtual machine.',
  },
  noTarget: { de: 'Kein vorhandener Schlüsseltresor kommt infrage.', en: 'No existing key vault can be used.' },
  foreignKey: {
    de: 'Azure stellt einen Schlüssel nur in dem Abonnement und der Geografie wieder her, in denen er war.',
    en: 'Azure restores a key only in the subscription and the geography it was in.',
  },
  targetsLoading: { de: 'Die Schlüsseltresore werden noch geladen.', en: 'The key vaults are still loading.' },
  create: { de: 'Erst einen neuen Schlüsseltresor anlegen', en: 'Create a new key vault first' },
  createMeans: {
    de: 'Tresor legt ihn in der Region des Recovery Services-Tresors an, für Datenträgerverschlüsselung freigegeben, und stellt beide darin wieder her. Zugriff bekommen außer Ihnen und Azure Backup alle, die ihn am alten Schlüsseltresor hatten. Gibt es den nicht mehr, sind es die Besitzer der Ressourcengruppe. Tresor sieht dabei nur, was auch Sie sehen dürfen. Den Löschschutz schaltet Tresor ein, wenn der neue virtuelle Computer geprüft ist und Sie die Sicherung aktivieren.',
    en: 'Tresor creates it in the region of the vault, enabled for disk encryption, and restores both into it. Besides you and Azure Backup, everybody gets access who had it to the old key vault. Where that is gone, it is the owners of the resource group. Tresor sees only what you may see, too. Purge protection is turned on once the new virtual machine is verified and you enable its backup.',
  },
  target: { de: 'Ziel: Schlüsseltresor', en: 'Target key vault' },
  targetFilter: { de: 'Schlüsseltresore filtern', en: 'Filter key vaults' },
  location: { de: 'Standort', en: 'Location' },
  original: { de: '{name} (der ursprüngliche)', en: '{name} (the original one)' },
  chooseTarget: { de: 'Wählen Sie einen Schlüsseltresor aus.', en: 'Select a key vault.' },
  nameLoading: { de: 'Ein freier Name wird noch gesucht.', en: 'A free name is still being looked for.' },
  newName: { de: 'Name des neuen Schlüsseltresors', en: 'Name of the new key vault' },
  newNameHint: {
    de: '3 bis 24 Zeichen: Buchstaben, Ziffern, Bindestriche. In ganz Azure einmalig.',
    en: '3 to 24 characters: letters, digits, hyphens. Unique in all of Azure.',
  },
  newNameFault: {
    de: '3 bis 24 Zeichen: zuerst ein Buchstabe, dann Buchstaben, Ziffern und einzelne Bindestriche, nicht am Ende.',
    en: '3 to 24 characters: a letter first, then letters, digits and single hyphens, not at the end.',
  },
  group: { de: 'Ressourcengruppe', en: 'Resource group' },
  bringBack: { de: 'Zurückholen', en: 'Bring back' },
  working: { de: 'Schlüssel und Geheimnis kommen gerade zurück.', en: 'Key and secret are being brought back.' },
  expiring: {
    de: '„{name}“ gilt nur noch bis {time}.',
    en: '“{name}” is valid only until {time}.',
  },
  expiringTodo: {
    de: 'Verlängern Sie die Gültigkeit vorher im Schlüsseltresor. Sonst steht der virtuelle Computer danach wieder ohne gültigen Schlüssel da.',
    en: 'Extend its validity in the key vault before. Otherwise the virtual machine is without a valid key again.',
  },
  firewalled: {
    de: 'Die Firewall des Schlüsseltresors lässt den Server von Tresor nicht durch. Darum ist nicht zu sehen, ob etwas fehlt; mit Ihren Rechten hat das nichts zu tun. Lassen Sie die Adresse des Servers in den Netzwerkeinstellungen des Schlüsseltresors zu, und wählen Sie dann „Aktualisieren“.',
    en: 'The firewall of the key vault does not let the server of Tresor through. So it cannot be seen whether anything is missing; it has nothing to do with your rights. Admit the address of the server in the network settings of the key vault, then choose “Refresh”.',
  },
  unreadable: {
    de: 'Ohne Leserechte auf Schlüssel und Geheimnisse ist nicht zu sehen, ob etwas fehlt. Bitten Sie darum, und wählen Sie dann „Aktualisieren“.',
    en: 'Without read access to keys and secrets it cannot be seen whether anything is missing. Ask for it, then choose “Refresh”.',
  },
  notEnough: {
    de: 'Das hat noch nicht gereicht: Oben steht, was weiterhin fehlt und warum. Wählen Sie einen anderen Weg oder, wenn der Schlüsseltresor gesperrt ist, bitten Sie seine Verwalter um Hilfe.',
    en: 'This was not enough: above you see what is still missing and why. Choose another way or, if the key vault is closed, ask its administrators for help.',
  },
  sameWay: {
    de: 'Dieser Weg wurde gerade gegangen und hat nicht gereicht. Wählen Sie einen anderen.',
    en: 'This way was just taken and was not enough. Choose another one.',
  },
  backDone: { de: 'Schlüssel und Geheimnis sind zurück', en: 'Key and secret are back' },
});

export const targetReasons: Readonly<Record<KeyVaultTargetReason, Message>> = defineMessages({
  'other-subscription': {
    de: 'Gehört zu einem anderen Abonnement; Azure stellt Schlüssel nur im selben Abonnement wieder her.',
    en: 'Belongs to another subscription; Azure restores keys in the same subscription only.',
  },
  'other-region': {
    de: 'Liegt in einer anderen Region als der virtuelle Computer.',
    en: 'Is in another region than the virtual machine.',
  },
  'not-enabled-for-disk-encryption': {
    de: 'Ist nicht für Azure Disk Encryption freigegeben.',
    en: 'Is not enabled for Azure Disk Encryption.',
  },
  'no-rights': {
    de: 'Seine Zugriffsrichtlinien erlauben Ihnen nicht, dort Schlüssel und Geheimnisse wiederherzustellen. Ändern kann sie, wer dort „Key Vault Contributor“ oder Besitzer ist.',
    en: 'Its access policies do not let you restore keys and secrets there. Whoever is “Key Vault Contributor” or owner there can change them.',
  },
  'no-role': {
    de: 'Er arbeitet mit Azure RBAC, und Ihnen fehlen dort die Rollen „Key Vault Crypto Officer“ und „Key Vault Secrets Officer“. Zuweisen kann sie, wer dort Besitzer oder „User Access Administrator“ ist.',
    en: 'It works with Azure RBAC, and you lack the roles “Key Vault Crypto Officer” and “Key Vault Secrets Officer” there. Whoever is owner or “User Access Administrator” there can assign them.',
  },
  firewalled: {
    de: 'Seine Firewall lässt den Server von Tresor nicht durch. Lassen Sie dessen Adresse im Azure-Portal unter „Netzwerk“ zu.',
    en: 'Its firewall does not let the server of Tresor through. Admit its address in the Azure portal under “Networking”.',
  },
  'name-taken': {
    de: 'Dort gibt es unter diesem Namen schon einen anderen Schlüssel.',
    en: 'It holds another key of this name already.',
  },
  deleted: { de: 'Ist gelöscht. Holen Sie ihn zuerst zurück.', en: 'Is deleted. Recover it first.' },
});
