import type { SoftDeleteChoice, StorageReplication } from '@tresor/contracts';
import type { VaultNameFault } from '@tresor/support-matrix';
import { defineMessages, type Message } from '../../../language/messages';

export const messages = defineMessages({
  vault: { de: 'Recovery Services-Tresor', en: 'Recovery Services vault' },
  name: { de: 'Name', en: 'Name' },
  nameHint: {
    de: '2 bis 50 Zeichen: Buchstaben ohne Umlaute, Ziffern und Bindestriche; am Anfang ein Buchstabe.',
    en: '2 to 50 characters: letters, digits, and hyphens. Start with a letter.',
  },
  nameFits: { de: 'Dieser Name passt.', en: 'This name works.' },
  nameTaken: {
    de: 'Einen Tresor dieses Namens gibt es in diesem Abonnement schon.',
    en: 'This subscription already has a vault with this name.',
  },
  subscription: { de: 'Abonnement', en: 'Subscription' },
  group: { de: 'Ressourcengruppe', en: 'Resource group' },
  existing: { de: 'Vorhandene', en: 'Existing' },
  newGroup: { de: 'Neu', en: 'New' },
  groupName: { de: 'Name der neuen Ressourcengruppe', en: 'Name of the new resource group' },
  groupFault: {
    de: 'Bis zu 90 Buchstaben, Ziffern und _ - . ( ), am Ende kein Punkt.',
    en: 'Up to 90 letters, digits, and _ - . ( ), no period at the end.',
  },
  groupTaken: {
    de: 'Diese Ressourcengruppe gibt es schon. Wählen Sie sie unter „Vorhandene“.',
    en: 'This resource group already exists. Choose it under “Existing”.',
  },
  location: { de: 'Standort', en: 'Location' },
  locationHint: {
    de: 'Ein Tresor schützt nur virtuelle Computer seiner Region und seines Abonnements. Die Zahl sagt, wie viele dort noch kein Tresor schützt.',
    en: 'A vault protects only virtual machines in its region and subscription. The number shows how many there aren’t protected by a vault yet.',
  },
  locationOption: {
    de: '{region} – {count, plural, =0 {kein virtueller Computer} one {# virtueller Computer} other {# virtuelle Computer}}',
    en: '{region} – {count, plural, =0 {no virtual machine} one {# virtual machine} other {# virtual machines}}',
  },
  couldProtect: {
    de: '{count, plural, =0 {In dieser Region gibt es keinen virtuellen Computer, den dieser Tresor schützen könnte.} one {Dieser Tresor könnte einen virtuellen Computer schützen.} other {Dieser Tresor könnte # virtuelle Computer schützen.}}',
    en: '{count, plural, =0 {This region has no virtual machines that this vault could protect.} one {This vault could protect one virtual machine.} other {This vault could protect # virtual machines.}}',
  },
  choose: { de: 'Auswählen', en: 'Select' },
  readOnly: { de: 'zurzeit nur lesbar', en: 'read-only at the moment' },
  replication: { de: 'Speicherreplikationstyp', en: 'Storage replication type' },
  replicationHint: {
    de: 'Lässt sich nur ändern, solange der Tresor nichts schützt.',
    en: 'You can change it only while the vault protects nothing.',
  },
  softDelete: { de: 'Vorläufiges Löschen', en: 'Soft delete' },
  softDeleteMeans: {
    de: 'Gelöschte Sicherungsdaten lassen sich noch {days} Tage lang zurückholen.',
    en: 'You can recover deleted backup data for {days} days.',
  },
  softDeleteOff: {
    de: 'Ohne vorläufiges Löschen sind gelöschte Sicherungsdaten sofort und für immer verloren.',
    en: 'Without soft delete, deleted backup data is lost immediately and permanently.',
  },
  neverOff: {
    de: 'Ausschalten lässt Azure das vorläufige Löschen heute nicht mehr.',
    en: 'Azure no longer lets you turn soft delete off.',
  },
  alwaysOn: {
    de: 'Das vorläufige Löschen dieses Tresors ist immer aktiviert und lässt sich nicht ausschalten.',
    en: 'Soft delete is always on for this vault and can’t be turned off.',
  },
  create: { de: 'Erstellen', en: 'Create' },
  creating: { de: 'Wird erstellt …', en: 'Creating…' },
  discard: { de: 'Verwerfen', en: 'Discard' },
  needsName: { de: 'Geben Sie einen Namen ein.', en: 'Enter a name.' },
  needsSubscription: { de: 'Wählen Sie ein Abonnement.', en: 'Choose a subscription.' },
  unregistered: {
    de: 'Erst muss der Ressourcenanbieter der Tresore im Abonnement registriert sein.',
    en: 'First, the resource provider of vaults has to be registered in the subscription.',
  },
  needsGroup: { de: 'Wählen Sie eine Ressourcengruppe.', en: 'Choose a resource group.' },
  regionFull: {
    de: 'In diesem Abonnement gibt es am gewählten Standort schon so viele Recovery Services-Tresore, wie der Regelstand zulässt: {limit, number}. Wählen Sie einen anderen Standort oder ein anderes Abonnement.',
    en: 'This subscription already has as many Recovery Services vaults in the chosen location as the edition of the rules allows: {limit, number}. Choose another location or subscription.',
  },
  needsLocation: { de: 'Wählen Sie einen Standort.', en: 'Choose a location.' },
  noticeCreating: { de: 'Tresor „{name}“ wird erstellt', en: 'Creating vault “{name}”' },
  noticeCreated: { de: 'Tresor „{name}“ wurde erstellt', en: 'Vault “{name}” was created' },
  noticeUnseen: { de: 'Was aus dem Tresor „{name}“ wurde, ist nicht zu sehen', en: 'What became of vault “{name}” can’t be seen' },
  noticeFailed: { de: 'Tresor „{name}“ konnte nicht erstellt werden', en: 'Couldn’t create vault “{name}”' },
  general: { de: 'Allgemein', en: 'General' },
  servers: { de: 'Verwaltungsserver', en: 'Management servers' },
  managementServers: { de: 'Sicherungsverwaltungsserver', en: 'Backup Management Servers' },
  productionServers: { de: 'Produktionsserver', en: 'Production Servers' },
  notHere: {
    de: 'Das gehört nicht zur Sicherung virtueller Computer; öffnen Sie dafür den Tresor im Azure-Portal.',
    en: 'This isn’t part of backing up virtual machines. To use it, open the vault in the Azure portal.',
  },
  save: { de: 'Speichern', en: 'Save' },
  saving: { de: 'Wird gespeichert …', en: 'Saving…' },
  unchanged: { de: 'Noch ist nichts geändert.', en: 'Nothing has changed yet.' },
  saved: { de: 'Sicherungskonfiguration von „{name}“ wurde gespeichert', en: 'Backup configuration of “{name}” was saved' },
  locked: {
    de: '{count, plural, =0 {Der Speicherreplikationstyp lässt sich nicht mehr ändern: der Tresor schützt schon etwas.} one {Der Speicherreplikationstyp lässt sich nicht mehr ändern: der Tresor schützt ein Element.} other {Der Speicherreplikationstyp lässt sich nicht mehr ändern: der Tresor schützt # Elemente.}}',
    en: '{count, plural, =0 {You can’t change the storage replication type anymore: the vault already protects something.} one {You can’t change the storage replication type anymore: the vault protects one item.} other {You can’t change the storage replication type anymore: the vault protects # items.}}',
  },
  lockedRemedy: {
    de: 'Brauchen Sie einen anderen Typ, erstellen Sie einen neuen Tresor: die Replikation gilt für alle Wiederherstellungspunkte eines Tresors.',
    en: 'If you need another type, create a new vault: replication applies to all recovery points in a vault.',
  },
  andMore: { de: 'und {count, plural, one {# weiterer} other {# weitere}}', en: 'and {count, number} more' },
  unknownWord: { de: 'Zurzeit: {word}', en: 'Currently: {word}' },
  blocked: {
    de: '{count, plural, one {Ein Sicherungselement liegt noch in diesem Tresor. Beenden Sie seine Sicherung und löschen Sie seine Daten.} other {# Sicherungselemente liegen noch in diesem Tresor. Beenden Sie ihre Sicherung und löschen Sie ihre Daten.}}',
    en: '{count, plural, one {One backup item is still in this vault. Stop its backup and delete its data.} other {# backup items are still in this vault. Stop their backup and delete their data.}}',
  },
  keptSoftDeleted: {
    de: 'Vorläufig gelöschte Daten liegen noch bis zu {days, plural, one {# Tag} other {# Tage}} im Tresor; von hier aus löschen Sie ihn erst danach.',
    en: 'Soft-deleted data stays in the vault for up to {days, plural, one {# more day} other {# more days}}; from here, you can delete the vault only after that.',
  },
  immutable: {
    de: 'Dieser Tresor ist unveränderlich: Daten lassen sich nicht löschen, bevor ihre Aufbewahrung endet.',
    en: 'This vault is immutable: you can’t delete data before its retention ends.',
  },
  notEmpty: { de: 'Der Tresor ist nicht leer.', en: 'The vault isn’t empty.' },
  deleteMeans: {
    de: 'Im Tresor „{name}“ liegt kein virtueller Computer mehr. Liegt anderes darin (etwa Datenbanken oder Dateifreigaben), lehnt Azure das Löschen ab. Sonst werden mit ihm seine Richtlinien und die Liste seiner Aufträge gelöscht. Von hier aus lässt sich das nicht rückgängig machen.',
    en: 'The vault “{name}” holds no virtual machine anymore. If it holds anything else (such as databases or file shares), Azure refuses to delete it. Otherwise, its policies and job list are deleted with it. You can’t undo this from here.',
  },
  delete: { de: 'Löschen', en: 'Delete' },
  deleting: { de: 'Wird gelöscht …', en: 'Deleting…' },
  deleteUnknown: {
    de: 'Azure hat nicht geantwortet. Vielleicht ist der Tresor schon gelöscht. Sehen Sie in der Liste nach, bevor Sie es noch einmal versuchen.',
    en: 'Azure didn’t respond. The vault may already be deleted. Check the list before you try again.',
  },
  toVaults: { de: 'Zu den Recovery Services-Tresoren', en: 'Go to the Recovery Services vaults' },
  deleted: { de: 'Tresor „{name}“ wird gelöscht', en: 'Deleting vault “{name}”' },
});

/** Said at the field, and beside the button that stands below all fields. */
export const nameFaults: Record<Exclude<VaultNameFault, 'missing'>, Message> = {
  character: {
    de: 'Der Name darf nur Buchstaben ohne Umlaute, Ziffern und Bindestriche enthalten.',
    en: 'The name can contain only letters, digits, and hyphens.',
  },
  'letter-first': { de: 'Der Name muss mit einem Buchstaben beginnen.', en: 'The name must start with a letter.' },
  'too-short': { de: 'Der Name ist zu kurz: mindestens 2 Zeichen.', en: 'The name is too short: at least 2 characters.' },
  'too-long': { de: 'Der Name ist zu lang: höchstens 50 Zeichen.', en: 'The name is too long: at most 50 characters.' },
};

export const replicationNames: Record<StorageReplication, Message> = {
  LocallyRedundant: { de: 'Lokal redundant', en: 'Locally-redundant' },
  GeoRedundant: { de: 'Georedundant', en: 'Geo-redundant' },
  ZoneRedundant: { de: 'Zonenredundant', en: 'Zone-redundant' },
};

export const replicationMeanings: Record<StorageReplication, Message> = {
  LocallyRedundant: { de: 'Kopien in einem Rechenzentrum der Region.', en: 'Copies in one data center of the region.' },
  GeoRedundant: { de: 'Kopien auch in der gepaarten Region. Die Vorgabe.', en: 'Copies in the paired region, too. Default.' },
  ZoneRedundant: { de: 'Kopien in mehreren Zonen der Region.', en: 'Copies in several zones of the region.' },
};

export const softDeleteNames: Record<SoftDeleteChoice, Message> = {
  Enabled: { de: 'Aktiviert', en: 'Enabled' },
  Disabled: { de: 'Deaktiviert', en: 'Disabled' },
};
