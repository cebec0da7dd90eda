import type { DelegationLimit } from '@tresor/support-matrix';
import { defineMessages, type Message } from '../../language/messages';

export const messages = defineMessages({
  delegated: {
    de: 'Das Abonnement {subscription} gehört einem anderen Mandanten ({tenant}). Ihr Mandant verwaltet es über Azure Lighthouse.',
    en: 'The subscription {subscription} belongs to another tenant ({tenant}). Your tenant manages it through Azure Lighthouse.',
  },
  backup: {
    de: 'Ob Azure Backup die Schlüssel lesen darf, ist von hier aus nicht zu sehen. Verschlüsselte virtuelle Computer lassen sich erst sichern, wenn der Kunde diesen Zugriff gegeben hat.',
    en: 'You can’t see from here whether Azure Backup may read the keys. Encrypted virtual machines can’t be backed up until the customer has given it that access.',
  },
  restore: {
    de: 'Die Datenträger können Sie wiederherstellen. Ob ihre Schlüssel noch da sind, ist von hier aus nicht zu sehen, und fehlende kann nur der Kunde zurückbringen.',
    en: 'You can restore the disks. You can’t see from here whether their keys are still there, and only the customer can put missing ones back.',
  },
  handOver: { de: 'Bitte an den Kunden', en: 'Request to the customer' },
  inGerman: { de: 'Bitte an den Kunden (Deutsch)', en: 'Request to the customer (German)' },
  inEnglish: { de: 'Bitte an den Kunden (Englisch)', en: 'Request to the customer (English)' },
});

/** What a delegation does not reach, in words. */
export const limitWords: Readonly<Record<DelegationLimit, Message>> = defineMessages({
  'keys-and-secrets': {
    de: 'Schlüssel und Geheimnisse in den Schlüsseltresoren des Kunden können Sie weder lesen noch schreiben, gleich welche Rolle Sie haben.',
    en: 'You can neither read nor write keys and secrets in the customer’s key vaults, whatever role you have.',
  },
  'giving-roles': {
    de: 'Personen und Diensten können Sie dort keine Rollen zuweisen: Die Rolle „Besitzer“, Rollen mit Datenzugriff und benutzerdefinierte Rollen lassen sich nicht übertragen.',
    en: 'You can’t assign roles to people or services there: the Owner role, roles with data access, and custom roles can’t be delegated.',
  },
});

/** What is sent to the customer, in the customer’s language. */
export const requests = defineMessages({
  backup: {
    de: 'Wir verwalten Ihr Abonnement „{subscription}“ über Azure Lighthouse und richten im Recovery Services-Tresor „{vault}“ die Sicherung verschlüsselter virtueller Computer ein. Auf Ihre Schlüsseltresore haben wir dabei keinen Zugriff.\n\nBitte geben Sie dem Dienst „Backup Management Service“ in jedem Schlüsseltresor, in dem diese Computer Schlüssel oder Geheimnisse haben, diese Berechtigungen:\n- Schlüssel: Abrufen, Auflisten, Sichern\n- Geheimnisse: Abrufen, Auflisten, Sichern\n\nVerwendet ein Schlüsseltresor Azure RBAC, geben Sie ihm dort stattdessen die Rolle „Key Vault Administrator“. Bitte antworten Sie, sobald das erledigt ist.\n\nWarum wir es nicht selbst können: {source}',
    en: 'We manage your subscription “{subscription}” through Azure Lighthouse and are setting up backup of encrypted virtual machines in the Recovery Services vault “{vault}”. This gives us no access to your key vaults.\n\nPlease give the service “Backup Management Service” these permissions in each key vault that holds keys or secrets of these machines:\n- Keys: Get, List, Backup\n- Secrets: Get, List, Backup\n\nIf a key vault uses Azure RBAC, assign the Key Vault Administrator role there instead. Please reply once this is done.\n\nWhy we can’t do it ourselves: {source}',
  },
  restore: {
    de: 'Wir verwalten Ihr Abonnement „{subscription}“ über Azure Lighthouse und stellen aus dem Recovery Services-Tresor „{vault}“ den verschlüsselten virtuellen Computer „{machine}“ wieder her. Auf Ihre Schlüsseltresore haben wir dabei keinen Zugriff.\n\nBitte prüfen Sie, ob Schlüssel und Geheimnis seiner Datenträger noch im Schlüsseltresor liegen, in den Versionen des Wiederherstellungspunkts. Fehlt etwas, bringen Sie es zurück: gelöschte Schlüssel und Geheimnisse durch Wiederherstellen im Schlüsseltresor, sonst aus der Konfigurationsdatei, die Azure Backup mit den Datenträgern in das Speicherkonto legt. Bitte antworten Sie, sobald das erledigt ist.\n\nWarum wir es nicht selbst können: {source}',
    en: 'We manage your subscription “{subscription}” through Azure Lighthouse and are restoring the encrypted virtual machine “{machine}” from the Recovery Services vault “{vault}”. This gives us no access to your key vaults.\n\nPlease check whether the key and the secret of its disks are still in the key vault, in the versions of the restore point. If something is missing, put it back: recover deleted keys and secrets in the key vault, or else take them from the configuration file that Azure Backup puts into the storage account with the disks. Please reply once this is done.\n\nWhy we can’t do it ourselves: {source}',
  },
});
