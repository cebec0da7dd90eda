import type { KeyVaultTargetReason } from '@tresor/contracts';
import { defineMessages, type Message } from '../language/messages';

/** Why key and secret cannot go to a key vault. */
export const targetReasons: Readonly<Record<KeyVaultTargetReason, Message>> = defineMessages({
  'other-subscription': {
    de: 'Gehört zu einem anderen Abonnement; Azure stellt Schlüssel nur im selben Abonnement wieder her.',
    en: 'Is in another subscription; Azure restores keys only to the same subscription.',
  },
  'other-region': {
    de: 'Liegt in einer anderen Region als der virtuelle Computer.',
    en: 'Is in a different region than the virtual machine.',
  },
  'not-enabled-for-disk-encryption': {
    de: 'Ist nicht für Azure Disk Encryption freigegeben.',
    en: 'Is not enabled for Azure Disk Encryption.',
  },
  'no-rights': {
    de: 'Seine Zugriffsrichtlinien erlauben Ihnen nicht, dort Schlüssel und Geheimnisse wiederherzustellen. Ändern kann sie, wer dort „Key Vault Contributor“ oder Besitzer ist.',
    en: 'Its access policies don’t let you restore keys and secrets there. A “Key Vault Contributor” or owner there can change them.',
  },
  'no-role': {
    de: 'Er arbeitet mit Azure RBAC, und Ihnen fehlen dort die Rollen „Key Vault Crypto Officer“ und „Key Vault Secrets Officer“. Zuweisen kann sie, wer dort Besitzer oder „User Access Administrator“ ist.',
    en: 'It uses Azure RBAC, and you don’t have the roles “Key Vault Crypto Officer” and “Key Vault Secrets Officer” there. An owner or “User Access Administrator” there can assign them.',
  },
  firewalled: {
    de: 'Seine Firewall lässt den Server von Tresor nicht durch. Lassen Sie dessen Adresse im Azure-Portal unter „Netzwerk“ zu.',
    en: 'Its firewall doesn’t let the Tresor server through. Allow the server’s address in the Azure portal under “Networking”.',
  },
  registering: { de: 'Azure richtet ihn gerade ein.', en: 'Azure is setting it up.' },
  'name-taken': {
    de: 'Dort gibt es unter diesem Namen schon einen anderen Schlüssel.',
    en: 'It already has another key with this name.',
  },
  deleted: { de: 'Ist gelöscht. Holen Sie ihn zuerst zurück.', en: 'Is deleted. Recover it first.' },
});

const { ofCustomer } = defineMessages({
  ofCustomer: {
    de: 'Gehört dem Kunden: Schlüssel und Geheimnisse können Sie dort nicht zurückholen, gleich welche Rolle Sie haben. Das kann nur der Kunde tun.',
    en: 'Belongs to the customer: you can’t bring keys and secrets back there, whatever role you have. Only the customer can do this.',
  },
});

/** The same where a customer has delegated the subscription: roles, access policies and firewalls let nobody from outside bring keys back. */
export const targetReasonsOfProvider: Readonly<Partial<Record<KeyVaultTargetReason, Message>>> = {
  'no-rights': ofCustomer,
  'no-role': ofCustomer,
  firewalled: ofCustomer,
};
