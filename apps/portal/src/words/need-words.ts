import type { ReadNeed } from '@tresor/contracts';
import { defineMessages, type Message } from '../language/messages';

/** A subscription, of which the reader sees no more than its id. */
export const { unseenName } = defineMessages({
  unseenName: { de: '{id} (seinen Namen dürfen Sie nicht sehen)', en: '{id} (you can’t see its name)' },
});

/** The same where a customer has delegated the subscription, as far as no role there reaches it. */
export const needWordsOfProvider: Readonly<Partial<Record<ReadNeed['right'], Message<'places'>>>> = defineMessages({
  'read-keys': {
    de: 'die Hilfe des Kunden bei {places} (Schlüssel und Geheimnisse können Sie dort nicht lesen, gleich welche Rolle Sie haben)',
    en: 'the customer’s help with {places} (you can’t read keys and secrets there, whatever role you have)',
  },
  'pass-firewall': {
    de: 'die Hilfe des Kunden bei {places} (die Firewall lässt den Server von Tresor nicht durch, und Schlüssel und Geheimnisse können Sie dort auch sonst nicht lesen, gleich welche Rolle Sie haben)',
    en: 'the customer’s help with {places} (the firewall keeps the Tresor server out, and you can’t read keys and secrets there anyway, whatever role you have)',
  },
  'pass-storage-firewall': {
    de: 'die Hilfe des Kunden beim Speicherkonto {places} (die Firewall lässt den Server von Tresor nicht durch, und Blobs können Sie dort mit Ihrer Anmeldung auch sonst nicht lesen, gleich welche Rolle Sie haben)',
    en: 'the customer’s help with the storage account {places} (the firewall keeps the Tresor server out, and you can’t read blobs there with your sign-in anyway, whatever role you have)',
  },
  'read-blobs': {
    de: 'die Hilfe des Kunden beim Speicherkonto {places} (Blobs können Sie dort mit Ihrer Anmeldung nicht lesen, gleich welche Rolle Sie haben)',
    en: 'the customer’s help with the storage account {places} (you can’t read blobs there with your sign-in, whatever role you have)',
  },
});

/** What somebody needs who is to see more. */
export const needWords: Readonly<Record<ReadNeed['right'], Message<'places'>>> = defineMessages({
  'read-disks': { de: 'die Rolle „Leser“ auf der Ressourcengruppe {places}', en: 'the role “Reader” on the resource group {places}' },
  'read-machines': {
    de: 'die Rolle „Leser“ für virtuelle Computer auf {places}',
    en: 'the role “Reader” for virtual machines on {places}',
  },
  'read-key-vaults': { de: 'die Rolle „Leser“ auf dem Abonnement {places}', en: 'the role “Reader” on the subscription {places}' },
  'read-keys': {
    de: 'Leserechte auf Schlüssel und Geheimnisse in {places}',
    en: 'read access to keys and secrets in {places}',
  },
  'pass-firewall': {
    de: 'Durchlass in der Firewall von {places} für die Adresse des Servers von Tresor (im Azure-Portal unter „Netzwerk“; mit Ihren Rechten hat das nichts zu tun)',
    en: 'an opening in the firewall of {places} for the Tresor server’s address (in the Azure portal under “Networking”; this isn’t about your rights)',
  },
  'read-blobs': {
    de: 'die Rolle „Storage-Blobdatenleser“ auf dem Speicherkonto {places}',
    en: 'the role “Storage Blob Data Reader” on the storage account {places}',
  },
  'pass-storage-firewall': {
    de: 'Durchlass in der Firewall des Speicherkontos {places} für die Adresse oder das Netzwerk des Servers von Tresor (im Azure-Portal unter „Netzwerk“; mit Ihren Rechten hat das nichts zu tun)',
    en: 'an opening in the firewall of the storage account {places} for the Tresor server’s address or network (in the Azure portal under “Networking”; this isn’t about your rights)',
  },
  'read-activity': {
    de: 'das Recht, das Aktivitätsprotokoll zu lesen (Rolle „Leser“ auf {places})',
    en: 'the right to read the activity log (role “Reader” on {places})',
  },
});
