import { defineMessages } from '../../../language/messages';

/** Of the step for keys alone; a plan, which asks in advance, has no use for them. */
export const keyStepMessages = defineMessages({
  disksCount: {
    de: '{count, plural, =0 {noch keine} one {# Datenträger} other {# Datenträger}}',
    en: '{count, plural, =0 {none yet} one {# disk} other {# disks}}',
  },
  willBeMade: { de: 'entsteht im nächsten Schritt', en: 'created in the next step' },
  onTheWay: { de: 'noch nicht da', en: 'not there yet' },
  restored: { de: 'wiederher\u00ADgestellt', en: 'restored' },
  outOfSight: { de: 'für Sie nicht zu sehen', en: 'not visible to you' },
  gone: { de: 'nicht mehr da', en: 'no longer there' },
  disksUncounted: { de: 'Datenträger', en: 'disks' },
  notEncrypted: {
    de: 'Dieser virtuelle Computer ist nicht verschlüsselt. Hier ist nichts zu tun.',
    en: 'This virtual machine isn’t encrypted. There’s nothing to do here.',
  },
  proven: {
    de: 'Der neue virtuelle Computer läuft verschlüsselt; Schlüssel und Geheimnis sind also da.',
    en: 'The new virtual machine is running encrypted, so the key and secret are there.',
  },
  complete: {
    de: 'Schlüssel und Geheimnis sind da und passen zu diesem Wiederherstellungspunkt.',
    en: 'The key and secret are there and match this restore point.',
  },
  bringBack: { de: 'Zurückholen', en: 'Bring back' },
  working: { de: 'Schlüssel und Geheimnis kommen gerade zurück.', en: 'Bringing back the key and secret.' },
  firewalled: {
    de: 'Die Firewall des Schlüsseltresors lässt den Server von Tresor nicht durch. Darum ist nicht zu sehen, ob etwas fehlt; mit Ihren Rechten hat das nichts zu tun. Lassen Sie die Adresse des Servers in den Netzwerkeinstellungen des Schlüsseltresors zu, und wählen Sie dann „Aktualisieren“.',
    en: 'The key vault’s firewall doesn’t let the Tresor server through, so Tresor can’t tell whether anything is missing. This isn’t about your rights. Allow the server’s address in the key vault’s network settings, then choose “Refresh”.',
  },
  unreadable: {
    de: 'Ohne Leserechte auf Schlüssel und Geheimnisse ist nicht zu sehen, ob etwas fehlt. Bitten Sie darum, und wählen Sie dann „Aktualisieren“.',
    en: 'Without read access to keys and secrets, Tresor can’t tell whether anything is missing. Ask for it, then choose “Refresh”.',
  },
  notEnough: {
    de: 'Das hat noch nicht gereicht: Oben steht, was weiterhin fehlt und warum. Wählen Sie einen anderen Weg oder, wenn der Schlüsseltresor gesperrt ist, bitten Sie seine Verwalter um Hilfe.',
    en: 'That wasn’t enough: what’s still missing, and why, is shown above. Choose another way or, if the key vault is locked, ask its administrators for help.',
  },
  sameWay: {
    de: 'Dieser Weg wurde gerade gegangen und hat nicht gereicht. Wählen Sie einen anderen.',
    en: 'You just tried this way, and it wasn’t enough. Choose another one.',
  },
  letIn: {
    de: 'Im neuen Schlüsseltresor {keyVault} dürfen arbeiten: {names}.',
    en: 'These can work in the new key vault {keyVault}: {names}.',
  },
  groupOf: { de: 'die Gruppe {name}', en: 'the group {name}' },
  you: { de: 'Sie', en: 'you' },
  others: {
    de: '{count, plural, one {# weiteres Objekt, dessen Name sich nicht lesen lässt} other {# weitere Objekte, deren Namen sich nicht lesen lassen}} (Personen, Gruppen oder Anwendungen)',
    en: '{count, plural, one {# more object whose name can’t be read} other {# more objects whose names can’t be read}} (people, groups or applications)',
  },
  backDone: { de: 'Schlüssel und Geheimnis sind zurück', en: 'The key and secret are back' },
});
