import type { EncryptionClass, Support } from '@tresor/support-matrix';
import { defineMessages, type Message } from '../language/messages';
import type { Status } from './status';

/** The kinds of encryption, short enough for a column. */
export const encryptionNames: Readonly<Record<EncryptionClass, Message>> = defineMessages({
  'ade-bek-kek': { de: 'BEK+KEK', en: 'BEK+KEK' },
  'ade-bek': { de: 'BEK', en: 'BEK' },
  'at-host': { de: 'Auf dem Host', en: 'At host' },
  'customer-managed': { de: 'Kunden\u00ADseitig verwaltet', en: 'Customer-managed' },
  'platform-keys': { de: 'Plattform\u00ADschlüssel', en: 'Platform keys' },
  none: { de: 'Keine', en: 'None' },
});

export const encryptionMeanings: Readonly<Record<EncryptionClass, Message>> = defineMessages({
  'ade-bek-kek': {
    de: 'Azure Disk Encryption verschlüsselt die Datenträger im virtuellen Computer. Das Geheimnis (BEK) öffnet sie, ein Schlüssel (KEK) schützt das Geheimnis.',
    en: 'Azure Disk Encryption encrypts the disks inside the virtual machine. The secret (BEK) unlocks them; a key (KEK) protects the secret.',
  },
  'ade-bek': {
    de: 'Azure Disk Encryption verschlüsselt die Datenträger im virtuellen Computer. Nur das Geheimnis (BEK) öffnet sie; kein Schlüssel (KEK) schützt es.',
    en: 'Azure Disk Encryption encrypts the disks inside the virtual machine. Only the secret (BEK) unlocks them; no key (KEK) protects it.',
  },
  'at-host': {
    de: 'Der Host verschlüsselt die Datenträger samt Zwischenspeicher und temporärem Datenträger. Die Dokumentation der Sicherung sagt dazu nichts; Tresor behandelt den virtuellen Computer wie einen unverschlüsselten.',
    en: 'The host encrypts the disks with their caches and the temporary disk. The backup documentation doesn’t mention this; Tresor treats the virtual machine like an unencrypted one.',
  },
  'customer-managed': {
    de: 'Azure Storage verschlüsselt die Datenträger mit einem Schlüssel Ihrer Organisation aus einem Datenträgerverschlüsselungssatz. Für die Sicherung ist nichts zu tun; die Schlüssel werden dabei nicht gesichert.',
    en: 'Azure Storage encrypts the disks with your organization’s key from a disk encryption set. There’s nothing to do for the backup; the keys aren’t backed up with it.',
  },
  'platform-keys': {
    de: 'Azure Storage verschlüsselt die Datenträger mit Schlüsseln der Plattform. Für die Sicherung ist nichts zu tun.',
    en: 'Azure Storage encrypts the disks with platform-managed keys. There’s nothing to do for the backup.',
  },
  none: {
    de: 'Azure nennt keine Verschlüsselung der Datenträger. Bei nicht verwalteten Datenträgern entscheidet ihr Speicherkonto darüber. Für die Sicherung ist nichts zu tun.',
    en: 'Azure doesn’t report any disk encryption. For unmanaged disks, it depends on their storage account. There’s nothing to do for the backup.',
  },
});

export const supportNames: Readonly<Record<Support, Message>> = defineMessages({
  supported: { de: 'unterstützt', en: 'supported' },
  limited: { de: 'mit Einschränkung', en: 'with a condition' },
  'not-supported': { de: 'nicht unterstützt', en: 'not supported' },
  'not-stated': { de: 'nicht festgelegt', en: 'not stated' },
  'not-applicable': { de: 'gab es nicht', en: 'didn’t exist' },
});

export const supportStatus: Readonly<Record<Support, Status>> = {
  supported: 'success',
  limited: 'warning',
  'not-supported': 'error',
  'not-stated': 'unknown',
  'not-applicable': 'unknown',
};

export const editionNames = defineMessages({
  '2017-01': { de: 'Januar 2017', en: 'January 2017' },
  current: { de: 'Heute', en: 'Today' },
});

/** On record, where today is long ago for those who read it. */
export const recordedEditionNames = defineMessages({
  '2017-01': editionNames['2017-01'],
  current: { de: 'der damals aktuelle', en: 'the current one at the time' },
});
