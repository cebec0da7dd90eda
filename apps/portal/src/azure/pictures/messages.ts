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
  keyExpiry: { de: 'Ablauf der Schlüssel und Geheimnisse', en: 'Expiry of keys and secrets' },
  keyName: { de: 'Schlüssel oder Geheimnis', en: 'Key or secret' },
  keyNamed: { de: 'Schlüssel {name}', en: 'Key {name}' },
  secretNamed: { de: 'Geheimnis {name}', en: 'Secret {name}' },
  expires: { de: 'Läuft ab', en: 'Expires' },
  timeLine: { de: 'Zeitachse', en: 'Time line' },
  noExpiry: {
    de: 'Kein Schlüssel und kein Geheimnis, das Sie sehen, läuft ab.',
    en: 'No key or secret that you can see expires.',
  },
  moreKeys: {
    de: '{count, plural, one {Ein weiterer läuft} other {# weitere laufen}} später ab.',
    en: '{count, plural, one {One more expires} other {# more expire}} later.',
  },
  pointsKept: { de: 'Aufbewahrung der Wiederherstellungspunkte', en: 'How long restore points are kept' },
  aboutKept: {
    de: 'Punkte der letzten 366 Tage mit dem Ende, das Azure nennt, und der Regel der Richtlinie {policy}, die es ergibt. Der neueste Punkt bleibt, bis es einen neueren gibt.',
    en: 'Points of the last 366 days with the end that Azure tells, and the rule of the policy {policy} that leads to it. The newest point stays until there’s a newer one.',
  },
  noPolicy: {
    de: 'Die Sicherung ist beendet: Die Punkte folgen keiner Richtlinie mehr.',
    en: 'Backup is stopped: the points no longer follow a policy.',
  },
  noPoints: {
    de: 'In den letzten 366 Tagen ist kein Wiederherstellungspunkt entstanden.',
    en: 'No restore point was created in the last 366 days.',
  },
  taken: { de: 'Punkt von', en: 'Point taken' },
  rule: { de: 'Regel', en: 'Rule' },
  staysUntil: { de: 'Bleibt bis', en: 'Kept until' },
  daysLeft: { de: '{count, plural, one {noch # Tag} other {noch # Tage}}', en: '{count, plural, one {# day left} other {# days left}}' },
  endUnknown: { de: 'nicht bekannt', en: 'not known' },
  otherRule: { de: 'keine Regel der heutigen Richtlinie', en: 'no rule of today’s policy' },
  morePoints: {
    de: '{count, plural, one {Ein älterer Punkt} other {# ältere Punkte}}: alle ansehen',
    en: '{count, plural, one {One older point} other {# older points}}: view all',
  },
  nothing: { de: 'Soweit Sie sehen dürfen, wird nichts gesichert.', en: 'Nothing is backed up, as far as you can see.' },
  noMachines: { de: 'Es gibt keinen virtuellen Computer, den Sie sehen dürfen.', en: 'There are no virtual machines that you can see.' },
  notRead: { de: 'Das ließ sich nicht lesen.', en: 'This couldn’t be read.' },
  loading: { de: 'Wird geladen …', en: 'Loading…' },
  newestOnly: {
    de: 'Gezeigt sind die neuesten {shown, number} von {total, number} Aufträgen: Ältere Tage können leer wirken, ohne es zu sein.',
    en: 'Only the newest {shown, number} of {total, number} jobs are shown: older days may look empty without being so.',
  },
});

/** The rules of a policy. */
export const levelWords = defineMessages({
  daily: { de: 'täglich', en: 'daily' },
  weekly: { de: 'wöchentlich', en: 'weekly' },
  monthly: { de: 'monatlich', en: 'monthly' },
  yearly: { de: 'jährlich', en: 'yearly' },
});

export const expiryWords = defineMessages({
  past: { de: 'abgelaufen', en: 'expired' },
  soon: { de: 'läuft in den nächsten 31 Tagen ab', en: 'expires within the next 31 days' },
  later: { de: 'läuft später ab', en: 'expires later' },
});

export const markWords = defineMessages({
  done: { de: 'gesichert', en: 'backed up' },
  failed: { de: 'fehlgeschlagen', en: 'failed' },
  warning: { de: 'mit Warnung oder abgebrochen', en: 'with a warning or canceled' },
  running: { de: 'läuft', en: 'running' },
  none: { de: 'keine Sicherung', en: 'no backup' },
});
