import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  note: {
    de: 'Gilt in diesem Browser und sofort.',
    en: 'Applies in this browser, at once.',
  },
  edition: { de: 'Regelstand', en: 'Edition of the rules' },
  edition2017: { de: 'Januar 2017', en: 'January 2017' },
  edition2017Body: {
    de: 'Die Regeln des Artikels: Virtuelle Computer brauchen BEK und KEK; nur mit BEK verschlüsselte werden abgelehnt.',
    en: 'The rules of the article: virtual machines need BEK and KEK; those encrypted with a BEK only are refused.',
  },
  editionCurrent: { de: 'Heute', en: 'Today' },
  editionCurrentBody: {
    de: 'Die heutigen Regeln von Azure Backup: Auch nur mit BEK verschlüsselte Computer lassen sich sichern. Azure Disk Encryption endet am 15. September 2028; danach werden verschlüsselte Datenträger nach einem Neustart nicht mehr entsperrt. Planen Sie den Wechsel zur Verschlüsselung auf dem Host.',
    en: 'The rules of Azure Backup today: machines encrypted with a BEK only can be backed up as well. Azure Disk Encryption retires on 15 September 2028; after that, encrypted disks do not unlock after a restart. Plan the move to encryption at host.',
  },
  truth: { de: 'Was über Azure belegt ist, und woher', en: 'What is known of Azure, and from where' },
  matrix: {
    de: 'Alle Regeln beider Regelstände mit Quelle und Datum (Supportmatrix)',
    en: 'All rules of both editions with source and date (support matrix)',
  },
  language: { de: 'Sprache', en: 'Language' },
  theme: { de: 'Design', en: 'Theme' },
  themeSystem: { de: 'Wie im Betriebssystem', en: 'As in the operating system' },
  themeLight: { de: 'Hell', en: 'Light' },
  themeDark: { de: 'Dunkel', en: 'Dark' },
});
