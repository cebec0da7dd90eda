import type { DataDisksAhead } from '@tresor/contracts';
import { defineMessages, type Message } from '../language/messages';

const words: Readonly<Record<DataDisksAhead, Message>> = defineMessages({
  application: {
    de: 'Linux, mit einer Entra-Anwendung verschlüsselt: Hat er verschlüsselte Datenträger für Daten, werden sie erst eingehängt, wenn jemand im Schritt „Verschlüsselung prüfen“ den geheimen Clientschlüssel der Anwendung eingibt.',
    en: 'Linux, encrypted with an Entra application: if it has encrypted data disks, they’re mounted only once someone enters the application’s client secret in the step “Check the encryption”.',
  },
  'untold-disks': {
    de: 'Die Datenträger kommen als VHD-Dateien zurück, und Azure sagt dann nicht, welche verschlüsselt waren. Hat er Datenträger für Daten, fragt der Schritt „Verschlüsselung prüfen“ danach.',
    en: 'The disks come back as VHD files, and Azure doesn’t say then which of them were encrypted. If it has data disks, the step “Check the encryption” asks about them.',
  },
});

/** What a person will be asked for if the machine has encrypted data disks, a sentence each. */
export const dataDiskWords = (unseen: readonly string[]): Message[] => KINDS.filter((one) => unseen.includes(one)).map((one) => words[one]);

const KINDS: readonly DataDisksAhead[] = ['application', 'untold-disks'];
