import { defineMessages } from '../../../language/messages';
import { titles } from '../../../map/map';

export const machineMessages = defineMessages({
  name: { de: 'Name des virtuellen Computers', en: 'Virtual machine name' },
  nameHint: {
    de: 'Behält er den alten Namen und die alte Ressourcengruppe, geht die Sicherung von selbst weiter. Sonst richten Sie sie neu ein.',
    en: 'If it keeps the old name and resource group, its backup continues automatically. Otherwise, set up the backup again.',
  },
  nameMissing: { de: 'Geben Sie einen Namen ein.', en: 'Enter a name.' },
  nameBlank: { de: 'Leerzeichen sind im Namen nicht erlaubt.', en: 'The name can’t contain spaces.' },
  nameCharacters: {
    de: 'Erlaubt sind nur Buchstaben von A bis Z ohne Umlaute, Ziffern, Bindestrich, Unterstrich und Punkt.',
    en: 'Only letters from A to Z without umlauts or accents, digits, hyphens, underscores, and periods are allowed.',
  },
  nameStart: {
    de: 'Am Anfang muss ein Buchstabe, eine Ziffer oder ein Unterstrich stehen.',
    en: 'Start with a letter, digit, or underscore.',
  },
  nameEnd: { de: 'Am Ende darf kein Punkt stehen.', en: 'The name can’t end with a period.' },
  nameTooLong: { de: 'Der Name ist zu lang: höchstens 64 Zeichen.', en: 'The name is too long: at most 64 characters.' },
  checksWait: {
    de: 'Geprüft wird, sobald die Angaben oben vollständig und richtig sind.',
    en: 'The check starts when the entries above are complete and correct.',
  },
  checksFailed: {
    de: 'Das konnte nicht geprüft werden. Den Grund lesen Sie oben.',
    en: 'This couldn’t be checked. See the reason above.',
  },
  group: { de: 'Ressourcengruppe', en: 'Resource group' },
  notAllowed: { de: 'hier dürfen Sie keine VM erstellen', en: 'you can’t create a VM here' },
  size: { de: 'Größe', en: 'Size' },
  chooseSize: { de: 'Größe wählen', en: 'Choose a size' },
  'size-not-available': {
    de: 'Der alte virtuelle Computer hatte {old}. Diese Größe gibt es in dieser Region nicht.',
    en: 'The old virtual machine had {old}. This size isn’t available in this region.',
  },
  'size-restricted': {
    de: 'Der alte virtuelle Computer hatte {old}. Diese Größe bietet Azure dem Abonnement hier nicht an.',
    en: 'The old virtual machine had {old}. Azure doesn’t offer this size to the subscription here.',
  },
  'size-other-generation': {
    de: 'Der alte virtuelle Computer hatte {old}. Mit dieser Größe startet der wiederhergestellte Datenträger des Betriebssystems nicht.',
    en: 'The old virtual machine had {old}. The restored operating system disk doesn’t start on this size.',
  },
  'size-too-few-disks': {
    de: 'Der alte virtuelle Computer hatte {old}. Diese Größe nimmt nicht so viele Datenträger auf.',
    en: 'The old virtual machine had {old}. This size doesn’t take as many disks.',
  },
  similarSize: {
    de: 'Vorgeschlagen ist {size}: Sie hat von allem mindestens so viel.',
    en: '{size} is proposed: it has at least as much of everything.',
  },
  noSimilarSize: { de: 'Wählen Sie eine andere.', en: 'Choose another one.' },
  subnet: { de: 'Virtuelles Netzwerk und Subnetz', en: 'Virtual network and subnet' },
  subnetOption: { de: '{network} / {subnet} ({group})', en: '{network} / {subnet} ({group})' },
  noSubnet: {
    de: 'In der Region gibt es kein Subnetz. Legen Sie in Azure ein virtuelles Netzwerk an und wählen Sie „Aktualisieren“.',
    en: 'The region has no subnet. Create a virtual network in Azure and choose “Refresh”.',
  },
  publicIp: { de: 'Öffentliche IP-Adresse anlegen', en: 'Create a public IP address' },
  withTags: { de: 'Mit den Tags des alten virtuellen Computers erstellen', en: 'Create it with the old virtual machine’s tags' },
  tagsMean: {
    de: '{tags}. Auch Netzwerkschnittstelle und öffentliche IP-Adresse bekommen sie. Was sich nach Tags richtet, behandelt ihn damit wie den alten, etwa Richtlinien, Sicherung, Zeitpläne, Überwachung und Abrechnung. Soll das vorerst nicht so sein, lassen Sie sie weg; übernehmen können Sie sie unter „Nacharbeiten“.',
    en: '{tags}. Its network interface and public IP address get them, too. What goes by tags then treats it like the old one, such as policies, backup, schedules, monitoring, and billing. If that isn’t wanted for now, leave them out; you can apply them under “After the restore”.',
  },
  withoutProximityGroup: {
    de: 'Ohne die Näherungsplatzierungsgruppe {group} des alten virtuellen Computers erstellen',
    en: 'Create it without the old virtual machine’s proximity placement group {group}',
  },
  proximityGroupMeans: {
    de: 'Sonst entsteht er in der Gruppe, und das schlägt fehl, wenn Azure dort keinen Platz für diese Größe hat. Ohne sie kann er weiter von den anderen entfernt sein; in die Gruppe können Sie ihn später aufnehmen, während er ausgeschaltet ist.',
    en: 'Otherwise it is created in the group, which fails if Azure has no room for this size there. Without the group it can be farther from the others; you can put it into the group later, while it is off.',
  },
  checks: { de: 'Vorab geprüft', en: 'Checked beforehand' },
  checking: { de: 'Tresor prüft, ob etwas im Weg steht.', en: 'Checking whether anything is in the way.' },
  clear: {
    de: 'Nichts steht im Weg, soweit es sich vorher sehen lässt: Name, Größe, Kontingent, Subnetz, Rechte, Schlüsseltresor.',
    en: 'Nothing is in the way, as far as Tresor can see beforehand: name, size, quota, subnet, rights, key vault.',
  },
  clearPlain: {
    de: 'Nichts steht im Weg, soweit es sich vorher sehen lässt: Name, Größe, Kontingent, Subnetz, Rechte.',
    en: 'Nothing is in the way, as far as Tresor can see beforehand: name, size, quota, subnet, rights.',
  },
  inTheWay: { de: 'Das steht noch im Weg.', en: 'This is still in the way.' },
  create: titles.machine,
  creating: { de: 'Azure nimmt den Befehl gerade entgegen.', en: 'Azure is accepting the command.' },
  running: { de: 'Azure erstellt {name}. Das dauert einige Minuten.', en: 'Azure is creating {name}. This takes a few minutes.' },
  runningUnnamed: {
    de: 'Azure erstellt den virtuellen Computer. Das dauert einige Minuten.',
    en: 'Azure is creating the virtual machine. This takes a few minutes.',
  },
  done: { de: '{name} ist erstellt.', en: '{name} is created.' },
  started: { de: 'Azure erstellt den virtuellen Computer {name}', en: 'Azure is creating the virtual machine {name}' },
  startedElsewhere: {
    de: 'Jemand anderes war schneller. Aus diesen Datenträgern entsteht nur ein virtueller Computer; {name} wird nicht erstellt.',
    en: 'Someone else was faster. Only one virtual machine is created from these disks; {name} isn’t created.',
  },
  fromPlainDisks: {
    de: 'Der neue virtuelle Computer entsteht aus den wiederhergestellten Datenträgern.',
    en: 'The new virtual machine is created from the restored disks.',
  },
  fromDisks: {
    de: 'Der neue virtuelle Computer entsteht aus den wiederhergestellten Datenträgern, mit den geprüften Schlüsseln.',
    en: 'The new virtual machine is created from the restored disks, with the checked keys.',
  },
  deleteFailed: { de: 'Fehlgeschlagenen virtuellen Computer löschen', en: 'Delete the failed virtual machine' },
  deleteQuestion: {
    de: '{name} wird gelöscht. Die Datenträger bleiben; danach erstellen Sie ihn mit anderen Angaben neu.',
    en: '{name} will be deleted. The disks stay; you then create it again with different details.',
  },
  deleteYes: { de: '{name} löschen', en: 'Delete {name}' },
  deleteNo: { de: 'Behalten', en: 'Keep it' },
  deleting: { de: 'Azure nimmt den Befehl gerade entgegen.', en: 'Azure is accepting the command.' },
  locked: {
    de: 'Erst wenn Datenträger, Schlüssel und Geheimnis da sind. Vorher würde der virtuelle Computer nach dem Schlüssel fragen und nicht starten.',
    en: 'Only when the disks, key, and secret are there. Before that, the virtual machine would ask for the key and not start.',
  },
  lockedPlain: { de: 'Erst wenn die Datenträger da sind.', en: 'Only when the disks are there.' },
});
