import { defineMessages } from '../../../language/messages';

export const checkMessages = defineMessages({
  vault: { de: 'Recovery Services-Tresor', en: 'Recovery Services vault' },
  vaultProof: { de: '{vault} ist da, im Abonnement {subscription}.', en: '{vault} exists in the subscription {subscription}.' },
  replication: { de: 'Speicherreplikationstyp', en: 'Storage replication type' },
  replicationLocked: {
    de: '{type}; steht fest, weil schon Elemente geschützt sind.',
    en: '{type}. Fixed because items are already protected.',
  },
  replicationOpen: {
    de: '{type}. Das lässt sich nur ändern, bis das erste Element geschützt ist: Entscheiden Sie jetzt.',
    en: '{type}. You can change this only until the first item is protected. Decide now.',
  },
  replicationUnknown: { de: 'Azure sagt Ihnen den Typ nicht.', en: 'Azure doesn’t show you the type.' },
  toConfiguration: { de: 'Sicherungskonfiguration öffnen', en: 'Open the backup configuration' },
  softDelete: { de: 'Vorläufiges Löschen', en: 'Soft delete' },
  softDeleteOn: {
    de: 'Ist eingeschaltet: Gelöschte Sicherungen lassen sich zurückholen.',
    en: 'On: you can recover deleted backups.',
  },
  softDeleteOff: { de: 'Ist ausgeschaltet: Was gelöscht wird, ist sofort fort.', en: 'Off: anything deleted is gone immediately.' },
  softDeleteUnknown: { de: 'Azure sagt nicht, ob es eingeschaltet ist.', en: 'Azure doesn’t say whether it is on.' },
  policy: { de: 'Sicherungsrichtlinie', en: 'Backup policy' },
  policyProof: {
    de: '{count, plural, one {Eine Sicherungsrichtlinie ist da.} other {# Sicherungsrichtlinien sind da.}}',
    en: '{count, plural, one {There’s one backup policy.} other {There are # backup policies.}}',
  },
  noPolicy: { de: 'Es gibt noch keine.', en: 'There isn’t one yet.' },
  toPolicies: { de: 'Sicherungsrichtlinien öffnen', en: 'Open the backup policies' },
  room: { de: 'Platz im Recovery Services-Tresor', en: 'Room in the vault' },
  roomProof: {
    de: 'Er schützt {count, number} von höchstens {limit, number} virtuellen Computern; {room, number} weitere haben Platz.',
    en: 'It protects {count, number} of at most {limit, number} virtual machines, with room for {room, number} more.',
  },
  toNewVault: { de: 'Recovery Services-Tresor erstellen', en: 'Create a Recovery Services vault' },
  machines: { de: 'Verschlüsselte virtuelle Computer', en: 'Encrypted virtual machines' },
  machinesProof: {
    de: '{count, plural, one {Ein virtueller Computer wird} other {# virtuelle Computer werden}} hier geprüft.',
    en: '{count, plural, one {One virtual machine is} other {# virtual machines are}} checked here.',
  },
  noMachines: {
    de: 'In Region und Abonnement dieses Recovery Services-Tresors gibt es keinen verschlüsselten virtuellen Computer, der noch zu schützen wäre.',
    en: 'This vault’s region and subscription have no encrypted virtual machines left to protect.',
  },
  toReadiness: { de: 'Bereitschaft aller virtuellen Computer ansehen', en: 'View the readiness of all virtual machines' },
  resourceManager: { de: 'Bereitstellung über Resource Manager', en: 'Deployed through Resource Manager' },
  notInThisVault: {
    de: 'Noch kein Sicherungselement in diesem Recovery Services-Tresor',
    en: 'No backup item in this vault yet',
  },
  inNoOtherVault: {
    de: 'Kein Sicherungselement in einem anderen Recovery Services-Tresor, den Sie sehen',
    en: 'No backup item in another vault that you can see',
  },
  bekAndKek: { de: 'Verschlüsselt mit BEK und KEK', en: 'Encrypted with BEK and KEK' },
  keyVaultSubscription: { de: 'Schlüsseltresor im selben Abonnement', en: 'Key vault in the same subscription' },
  keyVaultRegion: { de: 'Schlüsseltresor in derselben Region', en: 'Key vault in the same region' },
  unmanagedDisks: { de: 'Zahl der nicht verwalteten Datenträger', en: 'Number of unmanaged disks' },
  dataDisks: { de: 'Zahl der Datenträger', en: 'Number of disks' },
  diskSize: { de: 'Größe der Datenträger', en: 'Size of the disks' },
  agentInstalled: { de: 'VM-Agent installiert', en: 'VM agent installed' },
  agentReady: { de: 'VM-Agent bereit', en: 'VM agent ready' },
  agentAge: { de: 'VM-Agent aktuell genug', en: 'VM agent recent enough' },
  allMachines: {
    de: '{count, plural, one {Der virtuelle Computer erfüllt} other {Alle # virtuellen Computer erfüllen}} das.',
    en: '{count, plural, one {The virtual machine meets} other {All # virtual machines meet}} this.',
  },
  allAgents: {
    de: '{count, plural, one {Der virtuelle Computer mit VM-Agent erfüllt} other {Alle # virtuellen Computer mit VM-Agent erfüllen}} das.',
    en: '{count, plural, one {The virtual machine with a VM agent meets} other {All # virtual machines with a VM agent meet}} this.',
  },
  agentsUnseen: {
    de: 'Von {count, plural, one {einem virtuellen Computer} other {# virtuellen Computern}} ist der VM-Agent nicht bekannt.',
    en: 'For {count, plural, one {one virtual machine} other {# virtual machines}}, the VM agent isn’t known.',
  },
  keyVaultRegionsUnseen: {
    de: 'Von {count, plural, one {einem virtuellen Computer} other {# virtuellen Computern}} ist nicht zu sehen, in welcher Region der Schlüsseltresor liegt.',
    en: 'For {count, plural, one {one virtual machine} other {# virtual machines}}, it can’t be seen which region the key vault is in.',
  },
  concerned: { de: 'Betroffen: {names}.', en: 'Affected: {names}.' },
  toMachine: { de: 'Abhilfe für {name} ansehen', en: 'See the remedy for {name}' },
  toItem: { de: 'Sicherungselement von {name} öffnen', en: 'Open the backup item of {name}' },
  access: { de: 'Zugriff auf Schlüsseltresor {name}', en: 'Access to key vault {name}' },
  allAccess: { de: 'Zugriff auf die Schlüsseltresore', en: 'Access to the key vaults' },
  allAccessUnread: {
    de: 'Was Azure Backup in den Schlüsseltresoren darf, ließ sich nicht lesen.',
    en: 'What Azure Backup can do in the key vaults couldn’t be read.',
  },
  accessGranted: { de: 'Azure Backup darf, was es braucht.', en: 'Azure Backup has the permissions it needs.' },
  accessLacking: { de: 'Azure Backup fehlt: {permissions}.', en: 'Azure Backup is missing: {permissions}.' },
  accessUnreadable: { de: 'Sie dürfen den Schlüsseltresor nicht lesen.', en: 'You can’t read the key vault.' },
  accessUnknown: {
    de: 'Sie dürfen nicht sehen, was Azure Backup dort darf.',
    en: 'You can’t see what Azure Backup can do there.',
  },
  keyVaultMissing: { de: 'Diesen Schlüsseltresor gibt es nicht mehr.', en: 'This key vault no longer exists.' },
  toKeyVault: { de: 'Zugriff auf {name} prüfen und erteilen', en: 'Check and grant access to {name}' },
  diskEncryption: { de: 'Datenträgerverschlüsselung in {name}', en: 'Disk encryption in {name}' },
  notForDiskEncryption: {
    de: 'Der Schlüsseltresor ist nicht für Azure Disk Encryption freigegeben; eine Wiederherstellung scheitert daran.',
    en: 'The key vault isn’t enabled for Azure Disk Encryption; this makes a restore fail.',
  },
  retirement: { de: 'Azure Disk Encryption endet am 15. September 2028', en: 'Azure Disk Encryption retires on 15 September 2028' },
  retirementProof: {
    de: 'Das betrifft {count, plural, one {den geprüften virtuellen Computer} other {alle # geprüften virtuellen Computer}} und ihre Sicherungen.',
    en: 'This affects {count, plural, one {the virtual machine checked} other {all # virtual machines checked}} and their backups.',
  },
});

export const pageMessages = defineMessages({
  blocks: { de: 'Verhindert die Sicherung ({count, number})', en: 'Prevents the backup ({count, number})' },
  warning: { de: 'Zu beachten ({count, number})', en: 'Keep in mind ({count, number})' },
  unknown: { de: 'Nicht bekannt ({count, number})', en: 'Not known ({count, number})' },
  done: { de: 'Erfüllt ({count, number})', en: 'Met ({count, number})' },
  ofDraft: {
    de: 'Geprüft werden die virtuellen Computer, die Sie ausgewählt haben.',
    en: 'The virtual machines you selected are checked.',
  },
  ofRegion: {
    de: 'Geprüft werden die verschlüsselten virtuellen Computer in Region und Abonnement dieses Recovery Services-Tresors, die noch nicht geschützt sind.',
    en: 'The encrypted virtual machines in this vault’s region and subscription that aren’t protected yet are checked.',
  },
  agentsOf: {
    de: 'VM-Agents werden für die ersten {count, number} gelesen.',
    en: 'VM agents are read for the first {count, number}.',
  },
  checkAgain: { de: 'Erneut prüfen', en: 'Check again' },
  exportCsv: { de: 'Als CSV speichern', en: 'Save as CSV' },
  exportJson: { de: 'Als JSON speichern', en: 'Save as JSON' },
  print: { de: 'Drucken', en: 'Print' },
  stillLoading: { de: 'Es wird noch geprüft.', en: 'Still checking.' },
  check: { de: 'Voraussetzung', en: 'Prerequisite' },
  state: { de: 'Stand', en: 'State' },
  proof: { de: 'Beleg', en: 'Proof' },
  source: { de: 'Quelle', en: 'Source' },
  remedy: { de: 'Abhilfe', en: 'Remedy' },
  fileName: { de: 'Voraussetzungen', en: 'prerequisites' },
});
