import { defineMessages } from '../../../language/messages';

export const keyMessages = defineMessages({
  ways: { de: 'Wie sollen sie zurückkommen?', en: 'How should they come back?' },
  recover: { de: 'Zurückholen, was noch da ist', en: 'Recover what is still there' },
  recoverMeans: {
    de: 'Der einfachste Weg: Gelöschtes kommt zurück, wie es war, außer den Rollen, die an einem gelöschten Schlüsseltresor selbst vergeben waren: Azure Backup und alle anderen brauchen sie neu. Deaktiviertes wird aktiviert, Abgelaufenes gilt 30 Tage länger, und der Schlüsseltresor wird für die Datenträgerverschlüsselung freigegeben.',
    en: 'The simplest way: anything deleted comes back as it was, except for roles that were assigned at a deleted key vault itself: Azure Backup and everyone else need them again. Anything disabled is enabled, anything expired is valid for 30 more days, and the key vault is enabled for disk encryption.',
  },
  nothingDeleted: {
    de: 'Azure bewahrt nichts davon so auf, dass es sich zurückholen ließe.',
    en: 'Azure isn’t keeping any of it in a way that can be recovered.',
  },
  isolated: {
    de: 'Dieser virtuelle Computer entsteht abgeschottet. Seine Schlüssel kommen nur in Schlüsseltresore seiner eigenen Ressourcengruppe.',
    en: 'This virtual machine is made in isolation. Its keys go only to key vaults of its own resource group.',
  },
  restore: { de: 'Aus der Sicherung in einen Schlüsseltresor', en: 'From the backup to a key vault' },
  restoreMeans: {
    de: 'Zuerst kommt der Schlüssel, dann das Geheimnis. Beide haben Sie mit dem virtuellen Computer gesichert.',
    en: 'The key first, then the secret. Both were backed up with the virtual machine.',
  },
  noTarget: { de: 'Kein vorhandener Schlüsseltresor kommt infrage.', en: 'No existing key vault can be used.' },
  foreignKey: {
    de: 'Azure stellt einen Schlüssel nur in dem Abonnement und der Geografie wieder her, in denen er war.',
    en: 'Azure restores a key only to the subscription and geography it was in.',
  },
  targetsLoading: { de: 'Die Schlüsseltresore werden noch geladen.', en: 'The key vaults are still loading.' },
  targetsUnread: {
    de: 'Die Schlüsseltresore ließen sich nicht laden. Wählen Sie „Aktualisieren“.',
    en: 'The key vaults couldn’t be read. Choose “Refresh”.',
  },
  create: { de: 'Erst einen neuen Schlüsseltresor anlegen', en: 'Create a new key vault first' },
  createMeans: {
    de: 'Tresor legt ihn in der Region des Recovery Services-Tresors an, für Datenträgerverschlüsselung freigegeben, und stellt beide darin wieder her. Zugriff bekommen außer Ihnen und Azure Backup alle, die ihn am alten Schlüsseltresor hatten. Ohne ihn sind es die Besitzer der Ressourcengruppe. Tresor sieht dabei nur, was Sie sehen. Der neue ist aus allen Netzwerken erreichbar, auch wenn der alte hinter einer Firewall stand: Schränken Sie das danach im Azure-Portal unter „Netzwerk“ ein. Den Löschschutz schaltet Tresor ein, wenn der neue virtuelle Computer geprüft ist und Sie die Sicherung aktivieren.',
    en: 'Tresor creates it in the vault’s region, enabled for disk encryption, and restores both to it. You, Azure Backup, and everyone who had access to the old key vault get access. Without it, the owners of the resource group do. Tresor sees only what you see. The new one is reachable from all networks, even if the old one was behind a firewall: restrict that in the Azure portal under “Networking” afterwards. Purge protection is turned on once the new virtual machine is verified and you enable its backup.',
  },
  target: { de: 'Ziel: Schlüsseltresor', en: 'Target key vault' },
  targetFilter: { de: 'Schlüsseltresore filtern', en: 'Filter key vaults' },
  location: { de: 'Standort', en: 'Location' },
  original: { de: '{name} (der ursprüngliche)', en: '{name} (the original one)' },
  chooseTarget: { de: 'Wählen Sie einen Schlüsseltresor aus.', en: 'Select a key vault.' },
  nameLoading: { de: 'Ein freier Name wird noch gesucht.', en: 'Still looking for an available name.' },
  newName: { de: 'Name des neuen Schlüsseltresors', en: 'Name of the new key vault' },
  newNameHint: {
    de: '3 bis 24 Zeichen: Buchstaben, Ziffern, Bindestriche. In ganz Azure einmalig.',
    en: '3 to 24 characters: letters, digits, hyphens. Unique across Azure.',
  },
  newNameFault: {
    de: '3 bis 24 Zeichen: zuerst ein Buchstabe, dann Buchstaben, Ziffern und einzelne Bindestriche, nicht am Ende.',
    en: '3 to 24 characters: a letter first, then letters, digits, and single hyphens, not at the end.',
  },
  group: { de: 'Ressourcengruppe', en: 'Resource group' },
  expiring: {
    de: '„{name}“ gilt nur noch bis {time}.',
    en: '“{name}” is valid only until {time}.',
  },
  expiringTodo: {
    de: 'Verlängern Sie die Gültigkeit vorher im Schlüsseltresor. Sonst steht der virtuelle Computer danach wieder ohne gültigen Schlüssel da.',
    en: 'Extend its validity in the key vault before then. Otherwise, the virtual machine won’t have a valid key again.',
  },
});
