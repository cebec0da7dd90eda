import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  note: {
    de: 'Gilt in diesem Browser und sofort.',
    en: 'Applies immediately, in this browser.',
  },
  edition: { de: 'Regelstand', en: 'Edition of the rules' },
  edition2017: { de: 'Januar 2017', en: 'January 2017' },
  edition2017Body: {
    de: 'Die Regeln des Artikels: Virtuelle Computer brauchen BEK und KEK; nur mit BEK verschlüsselte werden abgelehnt.',
    en: 'The rules of the article: virtual machines need BEK and KEK; those encrypted with only a BEK are refused.',
  },
  editionCurrent: { de: 'Heute', en: 'Today' },
  editionCurrentBody: {
    de: 'Die heutigen Regeln von Azure Backup: Auch nur mit BEK verschlüsselte Computer lassen sich sichern. Das Ende von Azure Disk Encryption ist der 15. September 2028; danach werden verschlüsselte Datenträger nach einem Neustart nicht mehr entsperrt. Planen Sie den Wechsel zur Verschlüsselung auf dem Host.',
    en: 'Today’s Azure Backup rules: machines encrypted with only a BEK can be backed up, too. The retirement date of Azure Disk Encryption is September 15, 2028; from then on, encrypted disks no longer unlock after a restart. Plan your move to encryption at host.',
  },
  audit: {
    de: 'Wer was verlangt hat, und was daraus wurde (Prüfprotokoll)',
    en: 'Who asked for what, and what came of it (audit log)',
  },
  doctor: {
    de: 'Prüfen, ob Server, Netz und Mandant in Ordnung sind (Diagnose)',
    en: 'Check whether server, network, and tenant are in order (diagnosis)',
  },
  matrix: {
    de: 'Alle Regeln beider Regelstände mit Quelle und Datum (Supportmatrix)',
    en: 'All rules of both editions, with source and date (support matrix)',
  },
  evidence: { de: 'Nachweise', en: 'Evidence' },
  evidenceBody: {
    de: 'Mit diesem Schlüssel unterschreibt diese Installation Nachweise von Wiederherstellungen. Geben Sie den Fingerabdruck auf anderem Weg weiter als die Nachweise.',
    en: 'This installation signs evidence of restores with this key. Hand out its fingerprint by another way than the evidence.',
  },
  noKey: {
    de: 'Diese Installation hat keinen Schlüssel für Nachweise. Wer den Server betreibt, nennt ihn in der Einstellung TRESOR_EVIDENCE_KEY.',
    en: 'This installation has no key for evidence. The people who run the server name it in the setting TRESOR_EVIDENCE_KEY.',
  },
  fingerprint: { de: 'Fingerabdruck (SHA-256)', en: 'Fingerprint (SHA-256)' },
  publicKey: { de: 'Öffentlicher Schlüssel (Ed25519)', en: 'Public key (Ed25519)' },
  earlier: { de: 'Früherer Schlüssel', en: 'Earlier key' },
  check: { de: 'Einen Nachweis prüfen (JSON-Datei)', en: 'Check evidence (JSON file)' },
  checkBody: {
    de: 'Die Datei wird in diesem Browser geprüft und nirgends hochgeladen.',
    en: 'The file is checked in this browser and isn’t uploaded anywhere.',
  },
  unreadable: { de: 'Die Datei ist nicht zu lesen.', en: 'The file can’t be read.' },
  language: { de: 'Sprache', en: 'Language' },
  theme: { de: 'Design', en: 'Theme' },
  themeSystem: { de: 'Wie im Betriebssystem', en: 'Same as the operating system' },
  themeLight: { de: 'Hell', en: 'Light' },
  themeDark: { de: 'Dunkel', en: 'Dark' },
});
