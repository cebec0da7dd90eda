import type { RuleId } from '@tresor/support-matrix';
import { defineMessages, type Message } from '../../language/messages';

export const messages = defineMessages({
  intro: {
    de: 'Welche virtuellen Computer geschützt sind, welche es werden können, welche nicht und warum.',
    en: 'Which virtual machines are protected, which could be, which can’t be and why.',
  },
  noSubscription: { de: 'Sie dürfen kein Abonnement sehen.', en: 'You can’t see any subscriptions.' },
  subscription: { de: 'Abonnement', en: 'Subscription' },
  label: { de: 'Virtuelle Computer', en: 'Virtual machines' },
  filter: { de: 'Elemente filtern', en: 'Filter items' },
  empty: {
    de: 'In diesem Abonnement gibt es keinen virtuellen Computer, den Sie sehen dürfen.',
    en: 'This subscription has no virtual machines that you can see.',
  },
  emptyFilter: { de: 'Kein virtueller Computer passt zu dieser Auswahl.', en: 'No virtual machines match this selection.' },
  name: { de: 'Name des virtuellen Computers', en: 'Virtual machine name' },
  group: { de: 'Ressourcen\u00ADgruppe', en: 'Resource group' },
  region: { de: 'Region', en: 'Region' },
  system: { de: 'Betriebs\u00ADsystem', en: 'OS' },
  encryption: { de: 'Verschlüs\u00ADselung', en: 'Encryption' },
  state: { de: 'Stand', en: 'State' },
  agent: { de: 'VM-Agent', en: 'VM agent' },
  protected: { de: 'Geschützt', en: 'Protected' },
  ready: { de: 'Kann geschützt werden', en: 'Can be protected' },
  steps: { de: 'Erst nach Schritten', en: 'Needs steps first' },
  stopped: { de: 'Sicherung beendet oder angehalten', en: 'Backup stopped or paused' },
  deleted: { de: 'Sicherung gelöscht', en: 'Backup deleted' },
  refused: { de: 'Kann nicht geschützt werden', en: 'Can’t be protected' },
  refusedFor: { de: 'kann nicht geschützt werden: {reason}', en: 'can’t be protected: {reason}' },
  reasons: {
    de: 'Warum virtuelle Computer nicht geschützt werden können ({count, plural, one {ein Grund} other {# Gründe}})',
    en: 'Why virtual machines can’t be protected ({count, plural, one {one reason} other {# reasons}})',
  },
  reasonFor: {
    de: '{reason} Betroffen: {count, plural, one {ein virtueller Computer} other {# virtuelle Computer}}.',
    en: '{reason} Affected: {count, plural, one {one virtual machine} other {# virtual machines}}.',
  },
  readyIn: { de: 'kann geschützt werden, etwa von {vault}', en: 'can be protected, for example by {vault}' },
  willFail: { de: '{stand}, nächste Sicherung schlägt fehl: {steps}', en: '{stand}, next backup will fail: {steps}' },
  needsVault: { de: 'braucht einen Recovery Services-Tresor in {region}', en: 'needs a Recovery Services vault in {region}' },
  needsAccess: { de: 'Azure Backup fehlt der Zugriff auf {keyVaults}', en: 'Azure Backup doesn’t have access to {keyVaults}' },
  needsKeyVault: { de: 'Schlüsseltresor {keyVaults} ist nicht mehr da', en: 'key vault {keyVaults} is no longer there' },
  accessUnseen: {
    de: '{stand}; ob Azure Backup {keyVaults} lesen darf, ist nicht zu sehen',
    en: '{stand}; it can’t be seen whether Azure Backup can read {keyVaults}',
  },
  show: { de: 'Anzeigen', en: 'Show' },
  all: { de: 'Alle', en: 'All' },
  encrypted: { de: 'Verschlüsselte', en: 'Encrypted' },
  counts: { de: 'Verschlüsselte virtuelle Computer: {total, number}.', en: 'Encrypted virtual machines: {total, number}.' },
  byState: { de: 'Verschlüsselte virtuelle Computer nach Stand', en: 'Encrypted virtual machines by state' },
  agentsUnread: {
    de: 'VM-Agents werden gelesen, sobald eine Zeile zu sehen ist. Von {count, plural, one {einem verschlüsselten virtuellen Computer} other {# verschlüsselten virtuellen Computern}} ist der VM-Agent noch nicht bekannt.',
    en: 'VM agents are read when a row comes into view. For {count, plural, one {one encrypted virtual machine} other {# encrypted virtual machines}}, the VM agent isn’t known yet.',
  },
  readAgents: { de: 'VM-Agents lesen', en: 'Read VM agents' },
  allAgentsRead: { de: 'Alle VM-Agents sind gelesen.', en: 'All VM agents have been read.' },
  readingAgents: { de: 'VM-Agents werden gelesen …', en: 'Reading VM agents…' },
  fileName: { de: 'Bereitschaft', en: 'readiness' },
  createVault: { de: 'Recovery Services-Tresor erstellen', en: 'Create a Recovery Services vault' },
});

/** Why a machine can't be protected, in as many words as a row of a list has room for; in full it is said once above the list. */
export const REFUSED: Readonly<Partial<Record<RuleId, Message>>> = defineMessages({
  'classic-deployment-model': { de: 'klassisch bereitgestellt', en: 'classic deployment model' },
  'disk-encryption-ended': { de: 'Azure Disk Encryption ist zu Ende', en: 'Azure Disk Encryption has retired' },
  'bek-only': { de: 'nur mit BEK verschlüsselt', en: 'encrypted with a BEK only' },
  'confidential-vm': { de: 'vertraulicher virtueller Computer', en: 'confidential VM' },
  'key-vault-in-other-subscription': { de: 'Schlüsseltresor in einem anderen Abonnement', en: 'key vault in another subscription' },
  'key-vault-in-other-region': { de: 'Schlüsseltresor in einer anderen Region', en: 'key vault in another region' },
  'too-many-unmanaged-disks': { de: 'zu viele nicht verwaltete Datenträger', en: 'too many unmanaged disks' },
  'too-many-data-disks': { de: 'zu viele Datenträger', en: 'too many data disks' },
  'disk-too-large': { de: 'ein Datenträger ist zu groß', en: 'a disk is too large' },
  'agent-missing': { de: 'kein VM-Agent', en: 'no VM agent' },
  'agent-not-ready': { de: 'VM-Agent nicht bereit', en: 'VM agent not ready' },
  'agent-too-old': { de: 'VM-Agent zu alt', en: 'VM agent too old' },
});

export const retirementMessages = defineMessages({
  heading: { de: 'Azure Disk Encryption endet', en: 'Azure Disk Encryption retires' },
  headingOver: { de: 'Azure Disk Encryption ist zu Ende', en: 'Azure Disk Encryption has retired' },
  countdown: {
    de: 'Am {date}, in {days, plural, one {einem Tag} other {# Tagen}}: Danach entsperren sich verschlüsselte Datenträger nach einem Neustart nicht mehr. Betroffen: {count, plural, one {ein virtueller Computer} other {# virtuelle Computer}} dieses Abonnements.',
    en: 'On {date}, in {days, plural, one {one day} other {# days}}: from then on, encrypted disks no longer unlock after a restart. Affected: {count, plural, one {one virtual machine} other {# virtual machines}} of this subscription.',
  },
  over: {
    de: 'Seit {date} entsperren sich verschlüsselte Datenträger nach einem Neustart nicht mehr. Betroffen: {count, plural, one {ein virtueller Computer} other {# virtuelle Computer}} dieses Abonnements. Starten Sie sie nicht neu.',
    en: 'Since {date}, encrypted disks no longer unlock after a restart. Affected: {count, plural, one {one virtual machine} other {# virtual machines}} of this subscription. Don’t restart them.',
  },
  backups: {
    de: 'Das gilt auch für Sicherungen: Stellen Sie bis dahin wieder her, was Sie aus alten Wiederherstellungspunkten noch brauchen.',
    en: 'This applies to backups, too: before then, restore what you still need from old restore points.',
  },
  backupsOver: {
    de: 'Das gilt auch für Sicherungen: Azure Backup sichert solche virtuellen Computer nicht mehr, und Wiederherstellungen gelingen womöglich nicht.',
    en: 'This applies to backups, too: Azure Backup no longer backs up such virtual machines, and restores might not work.',
  },
  whole: { de: 'Alle Computer, mit Reihenfolge, Terminen und Skripten', en: 'All machines, with order, dates, and scripts' },
  steps: { de: 'So wechseln Sie zur Verschlüsselung auf dem Host', en: 'How to move to encryption at host' },
  stepsFor: { de: 'Schritte', en: 'Steps' },
  plan: {
    de: 'Es gibt keine Umwandlung an Ort und Stelle: Neue Datenträger und ein neuer virtueller Computer entstehen, und es gibt eine Ausfallzeit. Sichern Sie vorher, und üben Sie an einem unwichtigen Computer.',
    en: 'There’s no in-place conversion: you get new disks and a new virtual machine, and there’s downtime. Back up first, and practice on an unimportant machine.',
  },
  size: {
    de: 'Prüfen Sie, ob die Größe des virtuellen Computers die Verschlüsselung auf dem Host kann.',
    en: 'Check that the virtual machine’s size supports encryption at host.',
  },
  windows: {
    de: 'Windows: Azure Disk Encryption aufheben, die entschlüsselten Datenträger durch Hochladen auf neue kopieren, denn eine Momentaufnahme behielte das Kennzeichen der alten Verschlüsselung, und damit einen neuen virtuellen Computer mit Verschlüsselung auf dem Host erstellen.',
    en: 'Windows: disable Azure Disk Encryption, copy the decrypted disks to new ones by upload, because a snapshot would keep the mark of the old encryption, and use those to create a new virtual machine with encryption at host.',
  },
  linux: {
    de: 'Linux mit verschlüsseltem Betriebssystemdatenträger: Der lässt sich nicht entschlüsseln. Erstellen Sie einen neuen virtuellen Computer mit frischem Betriebssystemdatenträger und Verschlüsselung auf dem Host, und ziehen Sie Programme, Einstellungen und Daten um. Auch seine anderen Datenträger lassen sich dann nicht entschlüsseln.',
    en: 'Linux with an encrypted OS disk: it can’t be decrypted, and neither can its other disks. Create a new virtual machine with a fresh OS disk and encryption at host, and move your programs, settings, and data.',
  },
  protect: {
    de: 'Aktivieren Sie die Sicherung des neuen virtuellen Computers, und warten Sie den ersten Wiederherstellungspunkt ab, bevor Sie den alten löschen.',
    en: 'Enable backup of the new virtual machine, and wait for its first restore point before you delete the old one.',
  },
});
