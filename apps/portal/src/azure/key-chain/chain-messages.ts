import type { KeyState } from '@tresor/contracts';
import { defineMessages, type Message } from '../../language/messages';

export const chainMessages = defineMessages({
  chain: { de: 'Schlüsselkette', en: 'Key chain' },
  chainText: {
    de: 'Ohne diese Kette bleiben die Datenträger gesperrt: Das Geheimnis (BEK) öffnet die Datenträger, der Schlüssel (KEK) öffnet das Geheimnis.',
    en: 'Without this chain, the disks stay locked: the secret (BEK) opens the disks, the key (KEK) opens the secret.',
  },
  chainTextBekOnly: {
    de: 'Ohne diese Kette bleiben die Datenträger gesperrt: Das Geheimnis (BEK) öffnet die Datenträger.',
    en: 'Without this chain, the disks stay locked: the secret (BEK) opens the disks.',
  },
  filter: { de: 'Schlüsselkette filtern', en: 'Filter the key chain' },
  link: { de: 'Glied', en: 'Link' },
  name: { de: 'Name', en: 'Name' },
  version: { de: 'Version', en: 'Version' },
  keyVaultColumn: { de: 'Schlüssel\u00ADtresor', en: 'Key vault' },
  state: { de: 'Zustand', en: 'State' },
  empty: { de: 'Hier gibt es keine Schlüssel.', en: 'There are no keys here.' },
  expires: { de: 'Läuft ab', en: 'Expires' },
  never: { de: 'nie', en: 'never' },
  expiryUnknown: { de: 'nicht bekannt', en: 'not known' },
  expiresSoon: { de: 'läuft bald ab', en: 'expires soon' },
  newerVersion: { de: 'es gibt eine neuere Version', en: 'there’s a newer version' },
  backupWillFail: {
    de: 'Azure Backup kann diese Schlüssel und Geheimnisse nicht lesen. Solange das so ist, schlägt die Sicherung fehl:',
    en: 'Azure Backup can’t read these keys and secrets. As long as that’s so, the backup fails:',
  },
  keysUnseen: {
    de: 'Ob Schlüssel und Geheimnisse lesbar sind, ist bei {count, plural, one {einem virtuellen Computer} other {# virtuellen Computern}} nicht zu sehen.',
    en: 'Whether keys and secrets can be read can’t be seen for {count, plural, one {one virtual machine} other {# virtual machines}}.',
  },
  reachable: { de: 'erreichbar', en: 'reachable' },
  machine: { de: 'Virtueller Computer', en: 'Virtual machine' },
  disks: { de: 'Datenträger', en: 'Disks' },
  secret: { de: 'Geheimnis (BEK)', en: 'Secret (BEK)' },
  key: { de: 'Schlüssel (KEK)', en: 'Key (KEK)' },
  keyVault: { de: 'Schlüsseltresor', en: 'Key vault' },
});

export const keyStates: Readonly<Record<KeyState, Message>> = defineMessages({
  present: { de: 'vorhanden', en: 'present' },
  disabled: { de: 'deaktiviert', en: 'disabled' },
  expired: { de: 'abgelaufen', en: 'expired' },
  deleted: { de: 'gelöscht, lässt sich zurückholen', en: 'deleted, can be recovered' },
  missing: { de: 'nicht mehr da', en: 'no longer there' },
  'vault-deleted': { de: 'Schlüsseltresor gelöscht, lässt sich zurückholen', en: 'key vault deleted, can be recovered' },
  'vault-missing': { de: 'Schlüsseltresor nicht mehr da', en: 'key vault no longer there' },
  unreadable: { de: 'für Sie nicht lesbar', en: 'not readable by you' },
  firewalled: { de: 'hinter einer Firewall, nicht zu sehen', en: 'behind a firewall, can’t be seen' },
  'vault-registering': { de: 'Azure richtet den Schlüsseltresor gerade ein', en: 'Azure is setting up the key vault' },
  'vault-not-enabled': {
    de: 'Schlüsseltresor nicht für Datenträgerverschlüsselung freigegeben',
    en: 'key vault not enabled for disk encryption',
  },
  'vault-other-region': { de: 'Schlüsseltresor in einer anderen Region', en: 'key vault in another region' },
  'vault-other-geography': { de: 'Schlüsseltresor in einer anderen Geografie', en: 'key vault in another geography' },
  'vault-other-subscription': { de: 'Schlüsseltresor in einem anderen Abonnement', en: 'key vault in another subscription' },
});
