import type { MachineCheck } from '@tresor/contracts';
import { defineMessages, type Message } from '../../i18n/messages';

export const machineMessages = defineMessages({
  name: { de: 'Name des virtuellen Computers', en: 'Virtual machine name' },
  nameHint: {
    de: 'Behält er den alten Namen und die alte Ressourcengruppe, geht die Sicherung von selbst weiter. Sonst richten Sie sie neu ein.',
    en: 'If it keeps the old name and resource group, its backup goes on by itself. Otherwise set it up anew.',
  },
  nameMissing: { de: 'Geben Sie einen Namen ein.', en: 'Enter a name.' },
  group: { de: 'Ressourcengruppe', en: 'Resource group' },
  notAllowed: { de: 'hier dürfen Sie keine VM erstellen', en: 'you may not create a VM here' },
  size: { de: 'Größe', en: 'Size' },
  subnet: { de: 'Virtuelles Netzwerk und Subnetz', en: 'Virtual network and subnet' },
  subnetOption: { de: '{network} / {subnet} ({group})', en: '{network} / {subnet} ({group})' },
  noSubnet: {
    de: 'In der Region gibt es kein Subnetz. Legen Sie in Azure ein virtuelles Netzwerk an und wählen Sie „Aktualisieren“.',
    en: 'There is no subnet in the region. Create a virtual network in Azure and choose “Refresh”.',
  },
  publicIp: { de: 'Öffentliche IP-Adresse anlegen', en: 'Create a public IP address' },
  checks: { de: 'Vorab geprüft', en: 'Checked beforehand' },
  checking: { de: 'Tresor prüft, ob etwas im Weg steht.', en: 'Tresor checks whether anything stands in the way.' },
  clear: {
    de: 'Nichts steht im Weg, soweit es sich vorher sehen lässt: Name, Größe, Kontingent, Subnetz, Rechte, Schlüsseltresor.',
    en: 'Nothing stands in the way, as far as can be seen beforehand: name, size, quota, subnet, rights, key vault.',
  },
  inTheWay: { de: 'Das steht noch im Weg.', en: 'This still stands in the way.' },
  create: { de: 'Virtuellen Computer erstellen', en: 'Create virtual machine' },
  creating: { de: 'Azure nimmt den Befehl gerade entgegen.', en: 'Azure is taking the command.' },
  running: { de: 'Azure erstellt {name}. Das dauert einige Minuten.', en: 'Azure is creating {name}. This takes some minutes.' },
  runningUnnamed: {
    de: 'Azure erstellt den virtuellen Computer. Das dauert einige Minuten.',
    en: 'Azure is creating the virtual machine. This takes some minutes.',
  },
  done: { de: '{name} ist erstellt.', en: '{name} is created.' },
  started: { de: 'Azure erstellt den virtuellen Computer {name}', en: 'Azure is creating the virtual machine {name}' },
  fromDisks: {
    de: 'Er entsteht aus den wiederhergestellten Datenträgern, mit den geprüften Schlüsseln.',
    en: 'It is made from the restored disks, with the keys that were checked.',
  },
  locked: {
    de: 'Erst wenn Datenträger, Schlüssel und Geheimnis da sind. Vorher würde der virtuelle Computer nach dem Schlüssel fragen und nicht starten.',
    en: 'Only when disks, key and secret are there. Before that the virtual machine would ask for the key and not start.',
  },
});

export const checkWords: Readonly<Record<MachineCheck, Message>> = defineMessages({
  'name-taken': {
    de: 'Den Namen gibt es in dieser Ressourcengruppe schon. Wählen Sie einen anderen Namen, oder löschen Sie zuerst den alten virtuellen Computer.',
    en: 'The name exists in this resource group already. Choose another one, or delete the old virtual machine first.',
  },
  'size-not-available': {
    de: 'Die Größe gibt es in dieser Region nicht. Wählen Sie eine andere.',
    en: 'The size is not available in this region. Choose another one.',
  },
  quota: {
    de: 'Das Kontingent des Abonnements reicht für diese Größe nicht. Wählen Sie eine kleinere, oder lassen Sie es erhöhen.',
    en: 'The quota of the subscription is too small for this size. Choose a smaller one, or have it raised.',
  },
  'subnet-missing': {
    de: 'Das Subnetz gibt es nicht mehr. Wählen Sie ein anderes.',
    en: 'The subnet no longer exists. Choose another one.',
  },
  'subnet-other-region': {
    de: 'Das Subnetz liegt in einer anderen Region. Wählen Sie ein anderes.',
    en: 'The subnet is in another region. Choose another one.',
  },
  'no-deploy-right': {
    de: 'Ihnen fehlt am Schlüsseltresor das Recht „Microsoft.KeyVault/vaults/deploy/action“. Ohne dieses Recht startet kein verschlüsselter virtueller Computer. Bitten Sie die Administration darum.',
    en: 'You lack the right “Microsoft.KeyVault/vaults/deploy/action” on the key vault. Without it no encrypted virtual machine starts. Ask the administrator for it.',
  },
  'key-vault-not-enabled-for-disk-encryption': {
    de: 'Der Schlüsseltresor ist nicht für Azure Disk Encryption freigegeben. Wer ihn verwaltet, stellt das unter „Zugriffsrichtlinien“ ein.',
    en: 'The key vault is not enabled for Azure Disk Encryption. Whoever manages it sets this under “Access policies”.',
  },
  'key-vault-other-region': {
    de: 'Der Schlüsseltresor liegt in einer anderen Region. Stellen Sie Schlüssel und Geheimnis in einem der richtigen Region wieder her.',
    en: 'The key vault is in another region. Restore key and secret into one of the right region.',
  },
  'no-right-to-create': {
    de: 'Sie dürfen in dieser Ressourcengruppe keinen virtuellen Computer erstellen. Bitten Sie um die Rolle „Mitwirkender für virtuelle Computer“.',
    en: 'You may not create a virtual machine in this resource group. Ask for the role “Virtual Machine Contributor”.',
  },
  'no-right-to-join-subnet': {
    de: 'Sie dürfen in dieses Subnetz nichts stellen. Wählen Sie ein anderes, oder bitten Sie um „Microsoft.Network/virtualNetworks/subnets/join/action“.',
    en: 'You may not put anything into this subnet. Choose another one, or ask for “Microsoft.Network/virtualNetworks/subnets/join/action”.',
  },
  'keys-not-verified': {
    de: 'Schlüssel und Geheimnis sind noch nicht da. Holen Sie sie im Schritt davor zurück.',
    en: 'Key and secret are not there yet. Bring them back in the step before.',
  },
});
