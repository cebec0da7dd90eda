import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  glance: { de: 'Auf einen Blick', en: 'At a glance' },
  backups: { de: 'Sicherungen der letzten 14 Tage', en: 'Backups of the last 14 days' },
  protection: { de: 'Geschützte virtuelle Computer nach Verschlüsselung', en: 'Protected virtual machines by encryption' },
  protectionInPlace: {
    de: 'Virtuelle Computer dieses Abonnements und dieser Region nach Verschlüsselung',
    en: 'Virtual machines of this subscription and region by encryption',
  },
  machine: { de: 'Virtueller Computer', en: 'Virtual machine' },
  kind: { de: 'Verschlüsselung', en: 'Encryption' },
  share: { de: 'Anteil', en: 'Share' },
  ofAll: { de: '{done, number} von {total, number} geschützt', en: '{done, number} of {total, number} protected' },
  protected: { de: 'Geschützt', en: 'Protected' },
  unprotected: { de: 'Nicht geschützt', en: 'Not protected' },
  markOf: { de: '{machine}, {day}: {mark}', en: '{machine}, {day}: {mark}' },
  more: {
    de: '{count, plural, one {Ein weiterer virtueller Computer} other {# weitere virtuelle Computer}}: alle Sicherungsaufträge ansehen',
    en: '{count, plural, one {One more virtual machine} other {# more virtual machines}}: view all backup jobs',
  },
  nothing: { de: 'Es wird noch nichts gesichert.', en: 'Nothing is backed up yet.' },
  noMachines: { de: 'Es gibt keinen virtuellen Computer, den Sie sehen dürfen.', en: 'There are no virtual machines that you can see.' },
  notRead: { de: 'Das ließ sich nicht lesen.', en: 'This couldn’t be read.' },
  loading: { de: 'Wird geladen …', en: 'Loading…' },
  newestOnly: {
    de: 'Gezeigt sind die neuesten {shown, number} von {total, number} Aufträgen: Ältere Tage können leer wirken, ohne es zu sein.',
    en: 'Only the newest {shown, number} of {total, number} jobs are shown: older days may look empty without being so.',
  },
});

export const markWords = defineMessages({
  done: { de: 'gesichert', en: 'backed up' },
  failed: { de: 'fehlgeschlagen', en: 'failed' },
  warning: { de: 'mit Warnung oder abgebrochen', en: 'with a warning or canceled' },
  running: { de: 'läuft', en: 'running' },
  none: { de: 'keine Sicherung', en: 'no backup' },
});
