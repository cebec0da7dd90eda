import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  filter: { de: 'Virtuelle Computer filtern', en: 'Filter virtual machines' },
  name: { de: 'Name', en: 'Name' },
  encryption: { de: 'Verschlüsse\u00ADlung', en: 'Encryption' },
  protection: { de: 'Sicherung', en: 'Backup' },
  protectedIn: { de: 'Gesichert in {vault}', en: 'Backed up in {vault}' },
  stoppedIn: { de: 'In {vault} beendet oder angehalten', en: 'Stopped or paused in {vault}' },
  deletedIn: { de: 'In {vault} gelöscht', en: 'Deleted in {vault}' },
  unprotected: { de: 'In keinem sichtbaren Tresor', en: 'In no vault that you can see' },
  system: { de: 'System', en: 'System' },
  group: { de: 'Ressourcen\u00ADgruppe', en: 'Resource group' },
  subscription: { de: 'Abonnement', en: 'Subscription' },
  region: { de: 'Region', en: 'Region' },
  show: { de: 'Anzeigen', en: 'Show' },
  all: { de: 'Alle', en: 'All' },
  encrypted: { de: 'Mit Azure Disk Encryption', en: 'With Azure Disk Encryption' },
  bare: { de: 'Mit Azure Disk Encryption, nicht gesichert', en: 'With Azure Disk Encryption, not backed up' },
  backedUp: { de: 'Gesichert', en: 'Backed up' },
  withoutBackup: { de: 'Nicht gesichert', en: 'Not backed up' },
  counts: {
    de: 'Virtuelle Computer: {total, number}. Gesichert: {backedUp, number}. Mit Azure Disk Encryption: {encrypted, number}, davon nicht gesichert: {bare, number}. In {subscriptions, plural, one {# Abonnement} other {# Abonnements}}.',
    en: 'Virtual machines: {total, number}. Backed up: {backedUp, number}. With Azure Disk Encryption: {encrypted, number}, of which not backed up: {bare, number}. In {subscriptions, plural, one {# subscription} other {# subscriptions}}.',
  },
  reading: { de: 'Die virtuellen Computer werden gelesen …', en: 'Reading the virtual machines…' },
  soFar: {
    de: 'Bisher sind {loaded, number} von {total, number} virtuellen Computern geladen, die übrigen folgen. Bis dahin gelten Filter und Anzahlen nur für die geladenen.',
    en: '{loaded, number} of {total, number} virtual machines are loaded so far, and the rest are on their way. Until then, filters and counts cover only what’s loaded.',
  },
  whatIsShown: {
    de: 'Gezeigt wird, was Sie lesen dürfen: Computer und Tresore ohne Leserecht fehlen, ohne dass Azure sagt, wie viele es sind. Ein Computer, den ein Tresor sichert, den Sie nicht sehen, steht deshalb hier wie ein ungesicherter. Auch ein Computer, dessen Sicherung beendet, angehalten oder gelöscht wurde, zählt zu den nicht gesicherten, selbst wenn es seine Daten noch gibt. Wie die letzte Sicherung eines gesicherten verlief, zeigt sein Sicherungselement.',
    en: 'You see what you’re allowed to read. Machines and vaults that you can’t read are missing, and Azure doesn’t say how many there are. A machine backed up in a vault you can’t see therefore looks as if it weren’t backed up. A machine whose backup was stopped, paused, or deleted also counts as not backed up, even while its data is still there. To see how the last backup of a backed-up machine went, open its backup item.',
  },
  notAll: {
    de: 'In {missing, number} von {total, plural, one {# Abonnement} other {# Abonnements}} ist kein virtueller Computer zu sehen: {names}.',
    en: 'No virtual machine is visible in {missing, number} of {total, plural, one {# subscription} other {# subscriptions}}: {names}.',
  },
  fileName: { de: 'Virtuelle-Computer', en: 'virtual-machines' },
  noneSoFar: {
    de: 'Unter den bisher geladenen virtuellen Computern passt keiner zur Auswahl.',
    en: 'None of the virtual machines loaded so far match the selection.',
  },
  emptyFilter: { de: 'Kein virtueller Computer passt zur Auswahl.', en: 'No virtual machines match the selection.' },
});
