import type { DiscardItem, DiscardKind, DiscardPlan, DiscardResult } from '@tresor/contracts';
import { defineMessages, type Message } from '../../../language/messages';

export const discardMessages = defineMessages({
  means: {
    de: '„Endgültig verwerfen“ löscht, was diese Wiederherstellung in Azure angelegt hat; die Liste sagt von jedem, ob es geht oder bleibt. Der Wiederherstellungspunkt und der alte virtuelle Computer bleiben unberührt.',
    en: '“Discard permanently” deletes what this restore created in Azure; the list says of each thing whether it goes or stays. The restore point and the old virtual machine aren’t touched.',
  },
  endsRun: {
    de: 'Zurzeit läuft diese Wiederherstellung von selbst weiter. Mit dem Verwerfen endet das.',
    en: 'At the moment this restore continues on its own. Discarding it ends that.',
  },
  things: { de: 'Was diese Wiederherstellung angelegt hat', en: 'What this restore created' },
  filter: { de: 'Liste filtern', en: 'Filter the list' },
  kind: { de: 'Art', en: 'Kind' },
  name: { de: 'Name', en: 'Name' },
  place: { de: 'Ort', en: 'Place' },
  size: { de: 'Größe', en: 'Size' },
  outcome: { de: 'Bleibt oder geht', en: 'Goes or stays' },
  goes: { de: 'wird gelöscht', en: 'will be deleted' },
  total: {
    de: '{count, plural, one {# Ding} other {# Dinge}}, zusammen {size}',
    en: '{count, plural, one {# item} other {# items}}, {size} in total',
  },
  staysFor: {
    de: 'wird gelöscht; Azure bewahrt ihn noch {days} Tage auf, weil er sich nicht endgültig löschen lässt',
    en: 'will be deleted; Azure keeps it for {days} more days because it can’t be purged',
  },
  none: { de: '–', en: '–' },
  nothing: {
    de: 'Von dieser Wiederherstellung ist nichts mehr da.',
    en: 'Nothing is left of this restore.',
  },
  nothingInSight: {
    de: 'Von dieser Wiederherstellung ist nichts mehr da, soweit Sie sehen dürfen.',
    en: 'Nothing that you can see is left of this restore.',
  },
  unseen: {
    de: 'Nicht überall im Abonnement sehen Sie {kinds}. Hat diese Wiederherstellung anderswo welche angelegt, fehlen sie hier und bleiben.',
    en: 'You don’t see {kinds} everywhere in the subscription. If this restore created any elsewhere, they’re missing here and stay.',
  },
  typeName: { de: 'Zur Bestätigung: Name des virtuellen Computers, {name}', en: 'To confirm, enter the virtual machine name: {name}' },
  typeFirst: { de: 'Geben Sie zur Bestätigung {name} ein.', en: 'Type {name} to confirm.' },
  discard: { de: 'Endgültig verwerfen', en: 'Discard permanently' },
  discarding: { de: 'Azure löscht gerade.', en: 'Azure is deleting.' },
  loading: { de: 'Tresor sieht nach, was alles da ist.', en: 'Tresor is checking what’s there.' },
  notRead: { de: 'Was noch da ist, ließ sich nicht lesen.', en: 'What’s left couldn’t be read.' },
  nothingGoes: { de: 'Nichts davon dürfen oder können Sie löschen.', en: 'There’s nothing here that you can delete.' },
  done: { de: 'Was aus allem geworden ist', en: 'What happened to it' },
  until: { de: 'gelöscht; Azure bewahrt ihn bis {time} auf', en: 'deleted; Azure keeps it until {time}' },
  keptUntil: {
    de: 'gelöscht; das Speicherkonto bewahrt sie bis {time} auf, und wer dort Rechte hat, kann sie so lange zurückholen',
    en: 'deleted; the storage account keeps it until {time}, and until then anyone with rights there can bring it back',
  },
  keptAsVersion: {
    de: 'gelöscht; das Speicherkonto bewahrt frühere Versionen davon auf, bis jemand sie löscht',
    en: 'deleted; the storage account keeps former versions of it until someone deletes them',
  },
  untilHidden: {
    de: 'gelöscht; Azure bewahrt ihn noch auf. Bis wann, dürfen Sie nicht sehen.',
    en: 'deleted; Azure still keeps it. You can’t see until when.',
  },
});

export const stateReasons: Readonly<Record<Exclude<DiscardPlan['state'], 'ready'>, Message>> = defineMessages({
  running: {
    de: 'Azure stellt die Datenträger noch wieder her. Warten Sie das Ende ab, oder brechen Sie den Sicherungsauftrag ab.',
    en: 'Azure is still restoring the disks. Wait until it finishes, or cancel the backup job.',
  },
  'in-use': {
    de: 'Der neue virtuelle Computer läuft von diesen Datenträgern. Solange es ihn gibt, ist hier nichts zu verwerfen.',
    en: 'The new virtual machine runs from these disks. As long as it exists, there’s nothing to discard here.',
  },
});

export const kindWords: Readonly<Record<DiscardKind, Message>> = defineMessages({
  disk: { de: 'Verwalteter Datenträger', en: 'Managed disk' },
  vhd: { de: 'VHD-Datei', en: 'VHD file' },
  file: { de: 'Datei der Wiederherstellung', en: 'Restore file' },
  'network-interface': { de: 'Netzwerk\u00ADschnittstelle', en: 'Network interface' },
  'public-ip': { de: 'Öffentliche IP-Adresse', en: 'Public IP address' },
  'key-vault': { de: 'Schlüsseltresor', en: 'Key vault' },
});

export const kindsWords: Readonly<Record<DiscardKind, Message>> = defineMessages({
  disk: { de: 'verwaltete Datenträger', en: 'managed disks' },
  vhd: { de: 'VHD-Dateien', en: 'VHD files' },
  file: { de: 'Dateien der Wiederherstellung', en: 'restore files' },
  'network-interface': { de: 'Netzwerkschnittstellen', en: 'network interfaces' },
  'public-ip': { de: 'öffentliche IP-Adressen', en: 'public IP addresses' },
  'key-vault': { de: 'Schlüsseltresore', en: 'key vaults' },
});

export const keepWords: Readonly<Record<NonNullable<DiscardItem['reason']>, Message>> = defineMessages({
  'no-right': { de: 'bleibt: Sie dürfen es nicht löschen', en: 'stays: you can’t delete it' },
  'not-visible': { de: 'bleibt: Sie dürfen nicht alles davon sehen', en: 'stays: you can’t see all of it' },
  firewalled: {
    de: 'bleibt: Die Firewall des Speicherkontos lässt den Server von Tresor nicht durch; mit Ihren Rechten hat das nichts zu tun',
    en: 'stays: the storage account’s firewall doesn’t let the Tresor server through; this isn’t about your rights',
  },
  'in-use': { de: 'bleibt: wird noch gebraucht', en: 'stays: still needed' },
  untagged: {
    de: 'bleibt: ohne das Tag „RSVaultBackup“. Setzen Sie es wieder („Datenträger wiederherstellen“ sagt, auf welchen Wert), oder löschen Sie ihn selbst.',
    en: 'stays: without the tag “RSVaultBackup”. Set it again (“Restore disks” says to which value), or delete it yourself.',
  },
});

export const resultWords: Readonly<Record<Exclude<DiscardResult['state'], 'soft-deleted'>, Message>> = defineMessages({
  removed: { de: 'gelöscht', en: 'deleted' },
  removing: { de: 'Azure löscht es gerade', en: 'Azure is deleting it' },
  'kept-untold': {
    de: 'gelöscht; ob das Speicherkonto sie noch aufbewahrt, ließ sich nicht lesen',
    en: 'deleted; whether the storage account still keeps it couldn’t be read',
  },
  left: { de: 'noch da', en: 'still there' },
  'in-doubt': { de: 'Azure hat nicht gesagt, ob es gelöscht ist', en: 'Azure didn’t say whether it’s deleted' },
});
