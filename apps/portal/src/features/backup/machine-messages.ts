import { defineMessages } from '../../language/messages';

export const machineMessages = defineMessages({
  label: { de: 'Virtuelle Computer', en: 'Virtual machines' },
  name: { de: 'Name des virtuellen Computers', en: 'Virtual machine name' },
  resourceGroup: { de: 'Ressourcen\u00ADgruppe', en: 'Resource group' },
  encryption: { de: 'Verschlüs\u00ADselung', en: 'Encryption' },
  encryptionOf: { de: '{kind}, Verschlüsselung von {name}', en: '{kind}, encryption of {name}' },
  keyVault: { de: 'Schlüssel\u00ADtresor', en: 'Key vault' },
  region: { de: 'Region', en: 'Region' },
  agent: { de: 'VM-Agent', en: 'VM agent' },
  choosable: { de: 'Auswählbar', en: 'Can be chosen' },
  refused: { de: 'Nicht auswählbar', en: 'Can’t be selected' },
  noteDetails: { de: 'Hinweis ({name})', en: 'Note ({name})' },
  note: { de: 'Hinweis', en: 'Note' },
  whatToDo: { de: 'Was tun?', en: 'What to do' },
  lookAtMachine: {
    de: 'Verschlüsselung und VM-Agent dieses virtuellen Computers ansehen',
    en: 'View the encryption and VM agent of this virtual machine',
  },
  whatToDoFor: { de: 'Was tun? ({name})', en: 'What to do ({name})' },
  filter: { de: 'Elemente filtern', en: 'Filter items' },
  filterHeading: { de: 'Anzeigen', en: 'Show' },
  all: { de: 'Alle', en: 'All' },
  onlyChoosable: { de: 'Auswählbare', en: 'Can be chosen' },
  onlyEncrypted: { de: 'Verschlüsselte', en: 'Encrypted' },
  onlySelected: { de: 'Ausgewählte', en: 'Selected' },
  limitUncounted: {
    de: 'Ein Recovery Services-Tresor schützt nach diesem Regelstand höchstens {limit, number} virtuelle Computer. Wie viele dieser schützt, ließ sich nicht lesen.',
    en: 'Under these rules, a vault protects at most {limit, number} virtual machines. How many this one protects couldn’t be read.',
  },
  empty: {
    de: 'Im Abonnement dieses Tresors gibt es keinen virtuellen Computer, den Sie sehen dürfen.',
    en: 'This vault’s subscription has no virtual machines that you can see.',
  },
  emptyFilter: { de: 'Kein virtueller Computer passt zu dieser Auswahl.', en: 'No virtual machines match this selection.' },
  stillLoading: { de: 'Die Liste wird noch geladen.', en: 'The list is still loading.' },
  notLoaded: { de: 'Die Liste konnte nicht geladen werden.', en: 'The list couldn’t be loaded.' },
  selected: { de: 'Ausgewählte virtuelle Computer', en: 'Selected virtual machines' },
  selectedCount: {
    de: '{count, plural, one {Ein virtueller Computer} other {# virtuelle Computer}} ausgewählt',
    en: '{count, plural, one {One virtual machine} other {# virtual machines}} selected',
  },
  listSelected: { de: 'Nur die ausgewählten zeigen', en: 'Show selected only' },
  listAll: { de: 'Wieder alle zeigen', en: 'Show all again' },
  nothingSelected: { de: 'Wählen Sie mindestens einen virtuellen Computer.', en: 'Select at least one virtual machine.' },
  limit: {
    de: 'Ein Recovery Services-Tresor schützt nach diesem Regelstand höchstens {limit, number} virtuelle Computer. Dieser schützt {count, number}, also können Sie {room, plural, =0 {keinen mehr} one {höchstens einen} other {höchstens #}} auswählen.',
    en: 'Under these rules, a vault protects at most {limit, number} virtual machines. This one protects {count, number}, so you can select {room, plural, =0 {no more} other {at most #}}.',
  },
  ownSubscription: {
    de: 'Aufgeführt sind die virtuellen Computer im Abonnement des Recovery Services-Tresors. Die anderer Abonnements sichert Azure heute auch, wenn sie nicht mit Azure Disk Encryption verschlüsselt sind; das richten Sie mit Az PowerShell ab Version 16.2.0 ein.',
    en: 'This list shows the virtual machines in the vault’s subscription. Azure now also backs up machines in other subscriptions that don’t use Azure Disk Encryption; set that up with Az PowerShell 16.2.0 or later.',
  },
  overLimit: {
    de: 'Der Recovery Services-Tresor nimmt {room, plural, =0 {keinen virtuellen Computer mehr} one {nur noch # virtuellen Computer} other {nur noch # virtuelle Computer}} auf. Verkleinern Sie die Auswahl.',
    en: 'The vault has {room, plural, =0 {no room for another virtual machine} one {room for only # more virtual machine} other {room for only # more virtual machines}}. Make the selection smaller.',
  },
  overBatch: {
    de: 'Auf einmal lassen sich höchstens {limit, number} virtuelle Computer aktivieren.',
    en: 'You can enable at most {limit, number} virtual machines at a time.',
  },
  validating: { de: 'Die ausgewählten VMs werden überprüft …', en: 'Checking the selected VMs…' },
  refusedAfterAll: {
    de: '{count, plural, one {Ein ausgewählter virtueller Computer kann} other {# ausgewählte virtuelle Computer können}} doch nicht gesichert werden und {count, plural, one {wurde} other {wurden}} aus der Auswahl genommen: {names}. Der Grund steht unter {count, plural, one {seinem Namen} other {ihren Namen}}.',
    en: '{count, plural, one {One selected virtual machine} other {# selected virtual machines}} can’t be backed up after all and {count, plural, one {was} other {were}} removed from the selection: {names}. The reason is shown under {count, plural, one {its name} other {their names}}.',
  },
  ok: { de: 'OK', en: 'OK' },
});
