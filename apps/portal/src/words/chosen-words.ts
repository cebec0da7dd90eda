import { nameOf } from '@tresor/support-matrix';
import { own } from '../api/own';
import type { Formats } from '../language/formats';
import { defineMessages, type Message } from '../language/messages';
import { recordedEditionNames } from './encryption';
import { REPLICATION_WORDS } from './replication';

/** What was chosen with a command, and what came of it. */
const names: Readonly<Record<string, Message>> = defineMessages({
  edition: { de: 'Regelstand', en: 'Edition of the rules' },
  recoveryPointId: { de: 'Nummer des Wiederherstellungspunkts', en: 'Restore point number' },
  storageAccountId: { de: 'Speicherkonto', en: 'Storage account' },
  targetGroup: { de: 'Zielressourcengruppe', en: 'Target resource group' },
  policyName: { de: 'Sicherungsrichtlinie', en: 'Backup policy' },
  retainUntil: { de: 'Aufbewahren bis', en: 'Retain until' },
  aspect: { de: 'Einstellung', en: 'Setting' },
  way: { de: 'Weg', en: 'Way' },
  keyVault: { de: 'Schlüsseltresor', en: 'Key vault' },
  newMachine: { de: 'Name des neuen virtuellen Computers', en: 'New virtual machine’s name' },
  given: { de: 'Gegeben', en: 'Given' },
  disks: { de: 'Datenträger', en: 'Disks' },
  size: { de: 'Größe', en: 'Size' },
  proximityGroup: { de: 'Näherungsplatzierungsgruppe', en: 'Proximity placement group' },
  tags: { de: 'Tags', en: 'Tags' },
  addedTags: { de: 'Hinzugefügte Tags', en: 'Added tags' },
  clientId: { de: 'Entra-Anwendung', en: 'Entra application' },
  machineId: { de: 'Neuer virtueller Computer', en: 'New virtual machine' },
  secret: { de: 'Geheimnis (BEK) danach', en: 'Secret (BEK) afterwards' },
  key: { de: 'Schlüssel (KEK) danach', en: 'Key (KEK) afterwards' },
  kept: { de: 'Gelöscht, aber noch aufbewahrt (bis)', en: 'Deleted but still kept (until)' },
  unprotected: { de: 'Ohne Schutz vor endgültigem Löschen', en: 'Without purge protection' },
  azureCode: { de: 'Azures Fehlercode', en: 'Azure’s error code' },
  data: { de: 'Sicherungsdaten', en: 'Backup data' },
  location: { de: 'Standort', en: 'Location' },
  storageReplication: { de: 'Speicherreplikationstyp', en: 'Storage replication type' },
  softDelete: { de: 'Vorläufiges Löschen', en: 'Soft delete' },
  machines: { de: 'Virtuelle Computer', en: 'Virtual machines' },
  permissions: { de: 'Berechtigungen', en: 'Permissions' },
  head: { de: 'Letzter Hash des Nachweises', en: 'Last hash of the evidence' },
  records: { de: 'Einträge im Nachweis', en: 'Records in the evidence' },
  person: { de: 'Person', en: 'Person' },
  command: { de: 'Befehl', en: 'Command' },
  result: { de: 'Ergebnis', en: 'Result' },
  thing: { de: 'Betroffen', en: 'Concerns' },
  from: { de: 'Von', en: 'From' },
  before: { de: 'Vor', en: 'Before' },
  after: { de: 'Weiter ab Eintrag', en: 'Going on at entry' },
});

/** Choices that the API names in words of its own. */
const values: Readonly<Record<string, Message>> = defineMessages({
  'given.plan': {
    de: 'von selbst, wie am Anfang entschieden, mit der Anmeldung der genannten Person',
    en: 'automatically, as decided at the start, with the sign-in of the person named',
  },
  'edition.2017-01': recordedEditionNames['2017-01'],
  'edition.current': recordedEditionNames.current,
  'proximityGroup.none-of-old': { de: 'ohne die der alten virtuellen Computer', en: 'without those of the old virtual machines' },
  'proximityGroup.none': { de: 'ohne die des alten virtuellen Computers', en: 'without that of the old virtual machine' },
  'tags.none-of-old': { de: 'ohne die der alten virtuellen Computer', en: 'without those of the old virtual machines' },
  'tags.none': { de: 'ohne die des alten virtuellen Computers', en: 'without those of the old virtual machine' },
  'data.retain': { de: 'aufbewahren', en: 'retain' },
  'data.retain-by-policy': { de: 'nach der Richtlinie aufbewahren', en: 'retain as per policy' },
  'data.delete': { de: 'löschen', en: 'delete' },
  'softDelete.Enabled': { de: 'Aktiviert', en: 'Enabled' },
  'softDelete.Disabled': { de: 'Deaktiviert', en: 'Disabled' },
  'way.recover': { de: 'gelöschte wiederherstellen', en: 'recover what was deleted' },
  'way.restore': { de: 'aus der Sicherung in einen Schlüsseltresor', en: 'from the backup to a key vault' },
  'way.create': { de: 'aus der Sicherung in einen neuen Schlüsseltresor', en: 'from the backup to a new key vault' },
  'aspect.private-ip': { de: 'private IP-Adresse', en: 'private IP address' },
  'aspect.network-security-group': { de: 'Netzwerksicherheitsgruppe', en: 'network security group' },
  'aspect.dns-servers': { de: 'DNS-Server', en: 'DNS servers' },
  'aspect.ip-forwarding': { de: 'IP-Weiterleitung', en: 'IP forwarding' },
  'aspect.tags': { de: 'Tags', en: 'tags' },
  'aspect.identity': { de: 'Identität', en: 'identity' },
  'aspect.availability-set': { de: 'Verfügbarkeitsgruppe', en: 'availability set' },
  'aspect.license': { de: 'Azure-Hybridvorteil', en: 'Azure Hybrid Benefit' },
  'aspect.public-ip': { de: 'öffentliche IP-Adresse', en: 'public IP address' },
  'aspect.extensions': { de: 'Erweiterungen', en: 'extensions' },
});

/** Words that the whole product has for what Azure calls so. */
const shared: Readonly<Record<string, Readonly<Record<string, Message>>>> = { storageReplication: REPLICATION_WORDS };

const MOMENT = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;

/** ARM ids are long; their last part is what people call the thing. Moments are recorded as the API says them. */
const shown = (value: string, { dateTime }: Pick<Formats, 'dateTime'>) =>
  value.startsWith('/subscriptions/') ? nameOf(value) : value.replaceAll(MOMENT, dateTime);

/** What was chosen with a command, and what came of it, as name and value; what has no words of ours is said as it is recorded. */
export const chosenWords = (
  about: Readonly<Record<string, string>>,
  say: (message: Message) => string,
  format: Pick<Formats, 'dateTime'>,
): { name: string; value: string }[] =>
  Object.entries(about).map(([name, value]) => {
    const [label, word] = [own(names, name), own(values, `${name}.${value}`) ?? own(own(shared, name) ?? {}, value)];
    return { name: label === undefined ? name : say(label), value: word === undefined ? shown(value, format) : say(word) };
  });
