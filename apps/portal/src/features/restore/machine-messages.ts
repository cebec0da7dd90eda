import { defineMessages } from '../../i18n/messages';
import { titles } from '../../map';

export const machineMessages = defineMessages({
  name: { de: 'Name des virtuellen Computers', en: 'Virtual machine name' },
  nameHint: {
    de: 'Behält er den alten Namen und die alte Ressourcengruppe, geht die Sicherung von selbst weiter. Sonst richten Sie sie neu ein.',
    en: 'If it keeps the old name and resource group, its backup goes on by itself. Otherwise set it up anew.',
  },
  nameMissing: { de: 'Geben Sie einen Namen ein.', en: 'Enter a name.' },
  nameBlank: { de: 'Leerzeichen sind im Namen nicht erlaubt.', en: 'The name must not contain blanks.' },
  nameCharacters: {
    de: 'Erlaubt sind nur Buchstaben von A bis Z ohne Umlaute, Ziffern, Bindestrich, Unterstrich und Punkt.',
    en: 'Only letters from A to Z without umlauts or accents, digits, hyphens, underscores and periods are allowed.',
  },
  nameStart: {
    de: 'Am Anfang muss ein Buchstabe, eine Ziffer oder ein Unterstrich stehen.',
    en: 'The start must be a letter, a digit or an underscore.',
  },
  nameEnd: { de: 'Am Ende darf kein Punkt stehen.', en: 'There must be no period at the end.' },
  nameTooLong: { de: 'Der Name ist zu lang: höchstens 64 Zeichen.', en: 'The name is too long: 64 characters at most.' },
  checksWait: {
    de: 'Geprüft wird, sobald die Angaben oben vollständig und richtig sind.',
    en: 'The check begins as soon as the entries above are complete and correct.',
  },
  checksFailed: {
    de: 'Das konnte nicht geprüft werden. Den Grund lesen Sie oben.',
    en: 'This could not be checked. The reason is given above.',
  },
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
  create: titles.machine,
  creating: { de: 'Azure nimmt den Befehl gerade entgegen.', en: 'Azure is taking the command.' },
  running: { de: 'Azure erstellt {name}. Das dauert einige Minuten.', en: 'Azure is creating {name}. This takes some minutes.' },
  runningUnnamed: {
    de: 'Azure erstellt den virtuellen Computer. Das dauert einige Minuten.',
    en: 'Azure is creating the virtual machine. This takes some minutes.',
  },
  done: { de: '{name} ist erstellt.', en: '{name} is created.' },
  started: { de: 'Azure erstellt den virtuellen Computer {name}', en: 'Azure is creating the virtual machine {name}' },
  startedElsewhere: {
    de: 'Jemand anderes war schneller. Aus diesen Datenträgern entsteht nur ein virtueller Computer; {name} wird nicht erstellt.',
    en: 'Somebody else was faster. Only one virtual machine is made of these disks; {name} is not created.',
  },
  fromDisks: {
    de: 'Der neue virtuelle Computer entsteht aus den wiederhergestellten Datenträgern, mit den geprüften Schlüsseln.',
    en: 'The new virtual machine is made from the restored disks, with the keys that were checked.',
  },
  deleteFailed: { de: 'Fehlgeschlagenen virtuellen Computer löschen', en: 'Delete the failed virtual machine' },
  deleteQuestion: {
    de: '{name} wird gelöscht. Die Datenträger bleiben; danach erstellen Sie ihn mit anderen Angaben neu.',
    en: '{name} will be deleted. The disks stay; afterwards you create it with other details.',
  },
  deleteYes: { de: '{name} löschen', en: 'Delete {name}' },
  deleteNo: { de: 'Behalten', en: 'Keep it' },
  deleting: { de: 'Azure nimmt den Befehl gerade entgegen.', en: 'Azure is taking the command.' },
  locked: {
    de: 'Erst wenn Datenträger, Schlüssel und Geheimnis da sind. Vorher würde der virtuelle Computer nach dem Schlüssel fragen und nicht starten.',
    en: 'Only when disks, key and secret are there. Before that the virtual machine would ask for the key and not start.',
  },
});
