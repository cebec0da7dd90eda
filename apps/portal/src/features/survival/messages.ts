import type { KeySurvival, SurvivalFinding } from '@tresor/contracts';
import { defineMessages, type Message } from '../../language/messages';
import type { Status } from '../../words/status';

export const messages = defineMessages({
  intro: {
    de: 'Ob die Schlüssel des jeweils neuesten Wiederherstellungspunkts noch da und brauchbar sind, ohne etwas wiederherzustellen. Das Schlimmste zuerst.',
    en: 'Whether the keys that each newest restore point needs are still there and usable, without restoring anything. Worst first.',
  },
  looked: { de: 'Angesehen: {seen, number} von {total, number}.', en: 'Looked at: {seen, number} of {total, number}.' },
  calls: {
    de: 'Je virtuellem Computer fragt Tresor Azure etwa dreimal, jeden Schlüsseltresor einmal je 40 Computer.',
    en: 'Tresor asks Azure about three times for each virtual machine, and once for each key vault per 40 machines.',
  },
  filter: { de: 'Virtuelle Computer filtern', en: 'Filter virtual machines' },
  show: { de: 'Anzeigen', en: 'Show' },
  trouble: { de: 'Was Aufmerksamkeit braucht', en: 'What needs attention' },
  all: { de: 'Alle', en: 'All' },
  name: { de: 'Name', en: 'Name' },
  state: { de: 'Stand', en: 'State' },
  finding: { de: 'Befund', en: 'Finding' },
  keyVault: { de: 'Schlüssel\u00ADtresor', en: 'Key vault' },
  point: { de: 'Wiederher\u00ADstellungs\u00ADpunkt', en: 'Restore point' },
  fix: { de: 'Abhilfe', en: 'Fix' },
  vault: { de: 'Recovery Services-Tresor', en: 'Recovery Services vault' },
  none: { de: '–', en: '–' },
  empty: {
    de: 'In keinem Tresor, den Sie sehen dürfen, wird ein virtueller Computer gesichert.',
    en: 'No vault that you can see protects a virtual machine.',
  },
  emptyFilter: { de: 'Kein virtueller Computer passt zu dieser Auswahl.', en: 'No virtual machines match this selection.' },
  counts: {
    de: 'Virtuelle Computer: {total, number}. Aufmerksamkeit brauchen: {trouble, number}.',
    en: 'Virtual machines: {total, number}. In need of attention: {trouble, number}.',
  },
  byState: { de: 'Virtuelle Computer nach Stand', en: 'Virtual machines by state' },
  fileName: { de: 'Schluessel-im-Ernstfall', en: 'key-survival' },
  nothingFound: { de: 'Nichts zu beanstanden.', en: 'Nothing to report.' },
  notRead: { de: 'Azure hat diesen Computer nicht preisgegeben: {problem}', en: 'Azure didn’t reveal this machine: {problem}' },
  needs: { de: 'Um das zu sehen, brauchen Sie {needs}.', en: 'To see this, you need {needs}.' },
  newest: { de: 'Neuester ({time})', en: 'Newest ({time})' },
  findings: { de: 'Befunde', en: 'Findings' },
  toItem: { de: 'Zum Sicherungselement', en: 'To the backup item' },
  keptUntil: { de: 'Azure behält {keyVault} bis {until}.', en: 'Azure keeps {keyVault} until {until}.' },
  keyVaults: { de: 'Schlüsseltresore', en: 'Key vaults' },
  keyVaultsFilter: { de: 'Schlüsseltresore filtern', en: 'Filter key vaults' },
  purge: { de: 'Schutz vor endgültigem Löschen', en: 'Purge protection' },
  service: { de: 'Azure Backup', en: 'Azure Backup' },
  on: { de: 'ein', en: 'on' },
  off: { de: 'aus', en: 'off' },
  notKnown: { de: 'nicht bekannt', en: 'not known' },
  protectText: {
    de: 'So schalten Sie den Schutz vor endgültigem Löschen von {keyVaults} ein. Er lässt sich nicht wieder ausschalten.',
    en: 'This turns on purge protection for {keyVaults}. It can’t be turned off again.',
  },
  protectLabel: { de: 'Befehl der Azure CLI', en: 'Azure CLI command' },
});

export const stateWords: Readonly<Record<KeySurvival['state'], Message>> = defineMessages({
  lost: { de: 'Nicht zu retten', en: 'Can’t be saved' },
  gone: { de: 'Weg, aber in der Sicherung', en: 'Gone, but in the backup' },
  recoverable: { de: 'Gelöscht, rückholbar', en: 'Deleted, recoverable' },
  unusable: { de: 'Da, aber unbrauchbar', en: 'There, but not usable' },
  unknown: { de: 'Nicht feststellbar', en: 'Can’t be determined' },
  'without-point': { de: 'Kein Wiederher\u00ADstellungs\u00ADpunkt', en: 'No restore point' },
  'at-risk': { de: 'Gefährdet', en: 'At risk' },
  sound: { de: 'In Ordnung', en: 'In order' },
  plain: { de: 'Nicht verschlüsselt', en: 'Not encrypted' },
});

export const STATE_STATUS: Readonly<Record<KeySurvival['state'], Status>> = {
  lost: 'error',
  gone: 'error',
  recoverable: 'warning',
  unusable: 'warning',
  unknown: 'unknown',
  'without-point': 'warning',
  'at-risk': 'warning',
  sound: 'success',
  plain: 'info',
};

/** What each rule found. */
export const findingWords = defineMessages({
  'no-point': { de: 'Es gibt keinen Wiederherstellungspunkt.', en: 'There’s no restore point.' },
  'snapshot-outdated': {
    de: 'Der Punkt ist nur eine Momentaufnahme, und der Schlüssel wurde inzwischen erneuert: Azure gibt die Datenträger nicht mehr heraus.',
    en: 'The point is only a snapshot, and the key has been rotated since: Azure no longer returns the disks.',
  },
  'not-in-backup': { de: 'Was fehlt, enthält auch die Sicherung nicht.', en: 'The backup doesn’t hold what is missing, either.' },
  'key-elsewhere': {
    de: 'Der Schlüssel (KEK) liegt in einer anderen Geografie oder einem anderen Abonnement. Azure stellt ihn hier nicht wieder her.',
    en: 'The key (KEK) is in another geography or subscription. Azure doesn’t restore it here.',
  },
  'key-vault-gone': {
    de: '{count, plural, one {Den Schlüsseltresor {keyVaults} gibt es nicht mehr.} other {Die Schlüsseltresore {keyVaults} gibt es nicht mehr.}}',
    en: '{count, plural, one {The key vault {keyVaults} no longer exists.} other {The key vaults {keyVaults} no longer exist.}}',
  },
  'secret-gone': { de: 'Das Geheimnis (BEK) ist nicht mehr in {keyVaults}.', en: 'The secret (BEK) is no longer in {keyVaults}.' },
  'key-gone': { de: 'Der Schlüssel (KEK) ist nicht mehr in {keyVaults}.', en: 'The key (KEK) is no longer in {keyVaults}.' },
  'key-vault-elsewhere': {
    de: '{count, plural, one {Der Schlüsseltresor {keyVaults} liegt nicht in Region und Abonnement des Computers.} other {Die Schlüsseltresore {keyVaults} liegen nicht in Region und Abonnement des Computers.}}',
    en: '{count, plural, one {The key vault {keyVaults} isn’t in the machine’s region and subscription.} other {The key vaults {keyVaults} aren’t in the machine’s region and subscription.}}',
  },
  'key-vault-deleted': {
    de: '{count, plural, one {Der Schlüsseltresor {keyVaults} ist gelöscht.} other {Die Schlüsseltresore {keyVaults} sind gelöscht.}}',
    en: '{count, plural, one {The key vault {keyVaults} is deleted.} other {The key vaults {keyVaults} are deleted.}}',
  },
  'secret-deleted': {
    de: 'Das Geheimnis (BEK) ist gelöscht, lässt sich aber zurückholen.',
    en: 'The secret (BEK) is deleted but can be recovered.',
  },
  'key-deleted': {
    de: 'Der Schlüssel (KEK) ist gelöscht, lässt sich aber zurückholen.',
    en: 'The key (KEK) is deleted but can be recovered.',
  },
  'secret-disabled': { de: 'Das Geheimnis (BEK) ist deaktiviert.', en: 'The secret (BEK) is disabled.' },
  'key-disabled': { de: 'Der Schlüssel (KEK) ist deaktiviert.', en: 'The key (KEK) is disabled.' },
  'secret-expired': { de: 'Das Geheimnis (BEK) ist abgelaufen.', en: 'The secret (BEK) has expired.' },
  'key-expired': { de: 'Der Schlüssel (KEK) ist abgelaufen.', en: 'The key (KEK) has expired.' },
  'key-vault-not-enabled': {
    de: '{count, plural, one {{keyVaults} ist nicht für die Datenträgerverschlüsselung freigegeben.} other {{keyVaults} sind nicht für die Datenträgerverschlüsselung freigegeben.}}',
    en: '{count, plural, one {{keyVaults} isn’t enabled for disk encryption.} other {{keyVaults} aren’t enabled for disk encryption.}}',
  },
  'keys-untold': { de: 'Azure sagt nicht, mit welchen Schlüsseln verschlüsselt wurde.', en: 'Azure doesn’t tell which keys encrypted it.' },
  'key-vault-unreadable': { de: 'Sie dürfen {keyVaults} nicht lesen.', en: 'You can’t read {keyVaults}.' },
  'keys-unreadable': {
    de: 'Sie dürfen Schlüssel und Geheimnisse in {keyVaults} nicht lesen.',
    en: 'You can’t read keys and secrets in {keyVaults}.',
  },
  'keys-firewalled': {
    de: '{count, plural, one {Die Firewall von {keyVaults} lässt den Server von Tresor nicht durch.} other {Die Firewalls von {keyVaults} lassen den Server von Tresor nicht durch.}}',
    en: '{count, plural, one {The firewall of {keyVaults} doesn’t let the Tresor server through.} other {The firewalls of {keyVaults} don’t let the Tresor server through.}}',
  },
  'key-vault-registering': { de: 'Azure richtet {keyVaults} gerade ein.', en: 'Azure is setting up {keyVaults}.' },
  'service-shut-out': {
    de: 'Azure Backup darf {keyVaults} nicht so lesen, wie eine Sicherung es braucht: Neue Sicherungen scheitern.',
    en: 'Azure Backup can’t read {keyVaults} as a backup requires: new backups fail.',
  },
  'no-purge-protection': {
    de: 'Der Schutz vor endgültigem Löschen von {keyVaults} ist aus.',
    en: 'Purge protection for {keyVaults} is off.',
  },
  'expires-soon': { de: 'Ein Schlüssel oder Geheimnis läuft bald ab.', en: 'A key or secret expires soon.' },
  'newer-version': {
    de: 'Es gibt eine neuere Version; der Punkt braucht die alte, und sie ist da.',
    en: 'There’s a newer version; the point needs the old one, and it’s there.',
  },
  'service-unseen': {
    de: 'Sie dürfen nicht sehen, ob Azure Backup {keyVaults} lesen darf.',
    en: 'You can’t see whether Azure Backup can read {keyVaults}.',
  },
}) satisfies Readonly<Record<SurvivalFinding, unknown>>;

export const fixWords = defineMessages({
  restore: { de: 'Wiederherstellen und Schlüssel zurückholen', en: 'Restore and bring the keys back' },
  point: { de: 'Wiederherstellungspunkte ansehen', en: 'View the restore points' },
  item: { de: 'Sicherungselement ansehen', en: 'View the backup item' },
  access: { de: 'Azure Backup Zugriff geben', en: 'Give Azure Backup access' },
  rights: { de: 'Rechte ansehen', en: 'View rights' },
  encryption: { de: 'Verschlüsselung ansehen', en: 'View the encryption' },
  protect: { de: 'Schutz einschalten', en: 'Turn on protection' },
});

export const placeStates = defineMessages({
  there: { de: 'vorhanden', en: 'present' },
  deleted: { de: 'gelöscht', en: 'deleted' },
  missing: { de: 'nicht mehr da', en: 'no longer there' },
  unreadable: { de: 'für Sie nicht lesbar', en: 'not readable by you' },
  registering: { de: 'wird eingerichtet', en: 'being set up' },
});
