import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  filter: { de: 'Virtuelle Computer filtern', en: 'Filter virtual machines' },
  name: { de: 'Name', en: 'Name' },
  class: { de: 'Einstufung', en: 'Class' },
  reason: { de: 'Grund', en: 'Reason' },
  first: { de: 'Vorher nötig', en: 'Needed first' },
  nothingFirst: { de: 'Nichts', en: 'Nothing' },
  week: { de: 'Woche ab', en: 'Week of' },
  tooLate: { de: '{date}: zu spät', en: '{date}: too late' },
  notPlanned: { de: 'Nicht nötig', en: 'Not needed' },
  points: { de: 'Wieder\u00ADherstellungs\u00ADpunkte', en: 'Restore points' },
  data: { de: 'Daten', en: 'Data' },
  gib: { de: '{count, number} GiB', en: '{count, number} GiB' },
  unknown: { de: 'Unbekannt', en: 'Unknown' },
  subscription: { de: 'Abonne\u00ADment', en: 'Subscrip\u00ADtion' },
  show: { de: 'Anzeigen', en: 'Show' },
  all: { de: 'Alle', en: 'All' },
  concerned: { de: 'Alle betroffenen', en: 'All affected' },
  perWeek: { de: 'Computer je Woche', en: 'Machines per week' },
  from: { de: 'Ab Woche vom', en: 'Starting week of' },
  fromWrong: { de: 'Geben Sie ein Datum von heute bis zum {last} an.', en: 'Enter a date from today to {last}.' },
  calendar: { de: 'Plan als Kalenderdatei', en: 'Plan as a calendar file' },
  script: { de: 'Plan als Skript', en: 'Plan as a script' },
  fileName: { de: 'Ende-von-Azure-Disk-Encryption', en: 'end-of-azure-disk-encryption' },
  nothingToPlan: { de: 'Es gibt keinen betroffenen Computer.', en: 'No machine is affected.' },
  nothingToPlanHere: { de: 'In dieser Auswahl gibt es keinen betroffenen Computer.', en: 'No machine of this selection is affected.' },
  emptyFilter: { de: 'Kein virtueller Computer passt zur Auswahl.', en: 'No virtual machines match the selection.' },
  countdown: {
    de: 'Azure Disk Encryption endet am {date}, in {days, plural, one {einem Tag} other {# Tagen}}. Danach entsperren sich damit verschlüsselte Datenträger nach einem Neustart nicht mehr. Betroffen: {count, plural, one {ein virtueller Computer} other {# virtuelle Computer}}.',
    en: 'Azure Disk Encryption retires on {date}, in {days, plural, one {one day} other {# days}}. After that, disks encrypted with it don’t unlock after a restart. Affected: {count, plural, one {one virtual machine} other {# virtual machines}}.',
  },
  over: {
    de: 'Azure Disk Encryption ist seit {date} zu Ende: Damit verschlüsselte Datenträger entsperren sich nach einem Neustart nicht mehr. Betroffen: {count, plural, one {ein virtueller Computer} other {# virtuelle Computer}}. Starten Sie sie nicht neu.',
    en: 'Azure Disk Encryption retired on {date}: disks encrypted with it don’t unlock after a restart. Affected: {count, plural, one {one virtual machine} other {# virtual machines}}. Don’t restart them.',
  },
  ends: {
    de: 'Mit {perWeek, plural, one {einem Computer} other {# Computern}} je Woche beginnt der letzte in der Woche vom {date}.',
    en: 'At {perWeek, plural, one {one machine} other {# machines}} a week, the last one starts in the week of {date}.',
  },
  endsLate: {
    de: 'Das ist zu spät für {late, plural, one {einen Computer} other {# Computer}}.',
    en: 'That’s too late for {late, plural, one {one machine} other {# machines}}.',
  },
  needed: {
    de: 'Rechtzeitig fertig wird, wer ab dann je Woche mindestens {needed, plural, one {einen Computer} other {# Computer}} umzieht.',
    en: 'To finish in time from then on, move at least {needed, plural, one {one machine} other {# machines}} a week.',
  },
  neededNone: { de: 'Bis zum Ende bleibt ab dann keine ganze Woche.', en: 'From then on, there’s no whole week left before the end.' },
  toHeed: { de: 'Was dabei zu beachten ist', en: 'What to keep in mind' },
  noPlace: {
    de: 'Es gibt keine Umwandlung an Ort und Stelle: Auch wer seine Datenträger mitnimmt, bekommt neue Datenträger und einen neuen virtuellen Computer, mit einer Ausfallzeit.',
    en: 'There’s no in-place conversion: even a machine that keeps its data gets new disks and becomes a new virtual machine, with downtime.',
  },
  orderBasis: {
    de: 'Die Reihenfolge folgt dem Aufwand: zuerst, was umziehen kann, mit den wenigsten Daten voran, damit Sie dort üben, wo es kurz ist; dann, was neu aufgebaut werden muss; zuletzt, was nicht zu erkennen ist.',
    en: 'The order follows the effort: first what can move, least data first, so that you practice where it’s quick; then what must be rebuilt; last what can’t be told.',
  },
  effortBasis: {
    de: 'Zu kopieren sind {gib, number} GiB. Mit 60 MiB/s, dem Höchstwert einer Standard-HDD, dauert das Kopieren nacheinander {hours, plural, one {eine Stunde} other {# Stunden}}; das Entschlüsseln im Computer kommt hinzu, und wie lange es dauert, lässt sich nicht vorhersagen.',
    en: 'There are {gib, number} GiB to copy. At 60 MiB/s, the maximum of a standard HDD, copying one after another takes {hours, plural, one {one hour} other {# hours}}; decryption inside the machine comes on top, and its length can’t be told in advance.',
  },
  cannotSee: {
    de: 'Tresor sieht nicht, was ein Computer für andere ist: ob er Domänencontroller ist, ob andere von ihm abhängen, ob er zu einer Domäne gehört. Nehmen Sie sie in anderer Reihenfolge, wo das zählt. Entschlüsselt wird im Computer; sehen Sie dort nach, ob das fertig ist.',
    en: 'Tresor can’t see what a machine is to others: whether it’s a domain controller, whether others depend on it, whether it’s joined to a domain. Take them in another order where that matters. Decryption happens inside the machine; check there that it’s done.',
  },
  basis: { de: 'Worauf Reihenfolge und Aufwand beruhen', en: 'What the order and the effort are based on' },
  byClass: { de: 'Virtuelle Computer nach Einstufung', en: 'Virtual machines by class' },
  whatIsShown: {
    de: 'Gezeigt wird, was Sie lesen dürfen: Computer ohne Leserecht fehlen, ohne dass Azure sagt, wie viele es sind.',
    en: 'You see what you’re allowed to read. Machines that you can’t read are missing, and Azure doesn’t say how many there are.',
  },
  loading: { de: 'Wird geladen …', en: 'Loading…' },
});

export const machineMessages = defineMessages({
  gone: {
    de: 'Diesen virtuellen Computer gibt es nicht, oder Sie dürfen ihn nicht sehen.',
    en: 'This virtual machine doesn’t exist, or you can’t see it.',
  },
  firstHeading: { de: 'Vorher', en: 'Before you start' },
  guestHeading: { de: 'Was im Computer zu tun ist', en: 'What has to be done inside the machine' },
  guestIntro: {
    de: 'Das kann Tresor nicht für Sie tun und nicht sehen:',
    en: 'Tresor can’t do this for you, and can’t see it:',
  },
  pointsHeading: { de: 'Was aus den Wiederherstellungspunkten wird', en: 'What happens to the restore points' },
  newMachine: {
    de: 'Der neue Computer hat eigene Wiederherstellungspunkte, erst ab seiner ersten Sicherung. Löschen Sie den alten erst danach.',
    en: 'The new machine has its own restore points, starting with its first backup. Delete the old one only after that.',
  },
  scriptHeading: { de: 'Skript', en: 'Script' },
  encryption: { de: 'Verschlüsselung dieses Computers ansehen', en: 'View this machine’s encryption' },
  noScript: {
    de: 'Ein Skript gibt es erst, wenn feststeht, ob der Betriebssystemdatenträger verschlüsselt ist.',
    en: 'There’s no script until it’s known whether the OS disk is encrypted.',
  },
  unmanaged: {
    de: 'Ein Skript gibt es erst, wenn der Computer verwaltete Datenträger hat.',
    en: 'There’s no script until the machine has managed disks.',
  },
  needsAzCopy: {
    de: 'Das Skript braucht AzCopy und registriert EncryptionAtHost im Abonnement, falls das fehlt. Es löscht nur Kopien, die ein früherer Lauf nicht zu Ende brachte; einen fertigen Datenträger mit dem Namen einer Kopie lässt es stehen und hält für diesen Computer an. Der alte Computer bleibt, freigegeben, neben dem neuen. Lassen Sie beide nie zugleich laufen.',
    en: 'The script needs AzCopy, and registers EncryptionAtHost in the subscription if that’s missing. It deletes only copies that an earlier run didn’t finish; it keeps a finished disk with the name of a copy, and stops for that machine. The old machine stays, deallocated, beside the new one. Never run both at the same time.',
  },
  needsRebuild: {
    de: 'Das Skript registriert EncryptionAtHost im Abonnement, falls das fehlt, und macht den neuen Computer. Der alte läuft weiter, bis seine Daten umgezogen sind.',
    en: 'The script registers EncryptionAtHost in the subscription if that’s missing, and creates the new machine. The old one keeps running until its data has moved.',
  },
  unwritable: {
    de: 'Ein Name enthält Zeichen, die sich nicht sicher in ein Skript schreiben lassen.',
    en: 'A name contains characters that can’t be written to a script safely.',
  },
  planIntro: {
    de: 'Das Skript nimmt {count, plural, one {einen Computer} other {# Computer}} in der Reihenfolge des Plans und hält vor jedem Kopieren an, bis Sie bestätigen, was im Computer zu sehen ist. Noch einmal gestartet, nimmt es nur die, für die es noch keinen neuen gibt; einen neuen, den Azure nicht bereitstellen konnte, nennt es am Ende.',
    en: 'The script takes {count, plural, one {one machine} other {# machines}} in the order of the plan, and stops before each copy until you confirm what can be seen inside the machine. Started again, it takes only those without a new one, and names each whose new one Azure couldn’t provision.',
  },
  leftOut: {
    de: 'Nicht dabei: {names}. Für sie steht noch etwas aus, bevor ein Skript möglich ist.',
    en: 'Not included: {names}. Something has to be settled before there can be a script for them.',
  },
});

export const classNames = defineMessages({
  rebuild: { de: 'Muss neu aufgebaut werden', en: 'Must be rebuilt' },
  movable: { de: 'Kann mit seinen Datenträgern umziehen', en: 'Can move with its disks' },
  untold: { de: 'Nicht zu erkennen', en: 'Can’t be told' },
  'at-host': { de: 'Auf dem Host verschlüsselt', en: 'Encrypted at host' },
  'not-affected': { de: 'Nicht betroffen', en: 'Not affected' },
});

export const ruleWords = defineMessages({
  'host-encrypts': { de: 'Er ist schon auf dem Host verschlüsselt.', en: 'It’s already encrypted at host.' },
  'other-encryption': { de: 'Azure Disk Encryption verschlüsselt ihn nicht.', en: 'Azure Disk Encryption doesn’t encrypt it.' },
  'windows-decrypts': {
    de: 'Windows lässt sich entschlüsseln; dann ziehen Kopien seiner Datenträger in einen neuen Computer um.',
    en: 'Windows can be decrypted; copies of its disks then move to a new machine.',
  },
  'linux-data-disks': {
    de: 'Nur die Datenträger mit Daten sind verschlüsselt, und die lassen sich entschlüsseln.',
    en: 'Only its data disks are encrypted, and those can be decrypted.',
  },
  'linux-os-disk': {
    de: 'Ein verschlüsselter Betriebssystemdatenträger von Linux lässt sich nicht entschlüsseln.',
    en: 'An encrypted Linux OS disk can’t be decrypted.',
  },
  'disks-untold': {
    de: 'Nichts sagt, ob der Betriebssystemdatenträger verschlüsselt ist: Die Erweiterung fehlt oder schweigt darüber.',
    en: 'Nothing tells whether the OS disk is encrypted: the extension is missing or doesn’t say.',
  },
  'system-untold': { de: 'Azure nennt sein Betriebssystem nicht.', en: 'Azure doesn’t name its operating system.' },
});

export const stepWords = defineMessages({
  'back-up-first': {
    de: 'Sichern: In keinem Tresor, den Sie sehen, ist eine Sicherung',
    en: 'Back it up: no vault that you can see has a backup',
  },
  'no-point': {
    de: 'Sichern: Es gibt noch keinen Wiederherstellungspunkt',
    en: 'Back it up: there’s no restore point yet',
  },
  'backups-stopped': {
    de: 'Sicherung fortsetzen und sichern: Sie ist beendet, der neueste Wiederherstellungspunkt ist vom {newest}',
    en: 'Resume its backup and back it up: backups are stopped, and the newest restore point is from {newest}',
  },
  'start-first': { de: 'Starten: Entschlüsselt wird nur ein laufender Computer', en: 'Start it: only a running machine can be decrypted' },
  'managed-disks': { de: 'In verwaltete Datenträger umwandeln', en: 'Convert to managed disks' },
  'other-size': {
    de: 'Andere Größe wählen: Diese kann nicht auf dem Host verschlüsseln',
    en: 'Choose another size: this one can’t encrypt at host',
  },
  'size-untold': {
    de: 'Größe prüfen: Ob sie auf dem Host verschlüsseln kann, war nicht zu lesen',
    en: 'Check the size: whether it can encrypt at host couldn’t be read',
  },
});

/** Where it is another thing once Azure Disk Encryption has ended. */
export const stepWordsOver = defineMessages({
  'back-up-first': {
    de: 'Daten anders retten: In keinem Tresor, den Sie sehen, ist eine Sicherung, und Azure Backup macht keine mehr',
    en: 'Save its data some other way: no vault that you can see has a backup, and Azure Backup no longer makes one',
  },
  'no-point': {
    de: 'Daten anders retten: Es gibt keinen Wiederherstellungspunkt, und Azure Backup macht keinen mehr',
    en: 'Save its data some other way: there’s no restore point, and Azure Backup no longer makes one',
  },
  'backups-stopped': {
    de: 'Was neuer ist als der {newest}, anders retten: Von da ist der neueste Wiederherstellungspunkt, und Azure Backup macht keinen mehr',
    en: 'Save what is newer than {newest} some other way: the newest restore point is from then, and Azure Backup no longer makes one',
  },
  'start-first': {
    de: 'Er läuft nicht: Nach einem Start entsperren sich seine Datenträger nicht mehr, und so lassen sie sich nicht entschlüsseln',
    en: 'It isn’t running: once it starts, its disks don’t unlock, and so they can’t be decrypted',
  },
});

export const pointWords = defineMessages({
  none: { de: 'Es gibt keinen Wiederherstellungspunkt.', en: 'There’s no restore point.' },
  notSeen: { de: 'Keine Sicherung zu sehen', en: 'No backup visible' },
  untouched: { de: 'Nicht betroffen', en: 'Not affected' },
  'gone-before': {
    de: 'Die von heute gibt es spätestens ab dem {until} nicht mehr.',
    en: 'Today’s are gone by {until} at the latest.',
  },
  outlast: {
    de: 'Manche von heute bleiben bis längstens {until}; nach dem {end} können Sie sich auf keinen mehr verlassen.',
    en: 'Some of today’s are kept until {until} at the latest; after {end}, don’t rely on any of them.',
  },
  kept: {
    de: 'Sie bleiben, bis jemand sie löscht; nach dem {end} können Sie sich auf keinen mehr verlassen.',
    en: 'They’re kept until they’re deleted; after {end}, don’t rely on any of them.',
  },
  unseen: {
    de: 'Wie lange sie bleiben, war nicht zu lesen; nach dem {end} können Sie sich auf keinen mehr verlassen.',
    en: 'How long they’re kept couldn’t be read; after {end}, don’t rely on any of them.',
  },
  source: {
    de: 'Azure Backup sichert nach dem Ende keine Computer mit Azure Disk Encryption mehr, und Wiederherstellungen gelingen womöglich nicht. Stellen Sie vorher wieder her, was Sie aus alten Punkten noch brauchen. Jeder Punkt, den der alte Computer bis zu seinem Umzug noch bekommt, bleibt so lange, wie seine Richtlinie sagt.',
    en: 'After the retirement, Azure Backup no longer backs up machines with Azure Disk Encryption, and restores might not work. Before then, restore what you still need from old points. Each point that the old machine gets until it moves is kept for as long as its policy says.',
  },
  sourceOver: {
    de: 'Azure Backup sichert keine Computer mit Azure Disk Encryption mehr, und Wiederherstellungen gelingen womöglich nicht.',
    en: 'Azure Backup no longer backs up machines with Azure Disk Encryption, and restores might not work.',
  },
});

export const guestSteps = defineMessages({
  windowsStatus: {
    de: 'Nach dem Aufheben der Verschlüsselung als Administrator „manage-bde -status“ aufrufen, bis jedes Laufwerk „Vollständig entschlüsselt“ meldet. Azure zeigt das zu früh als fertig an.',
    en: 'After disabling encryption, run “manage-bde -status” as an administrator until every volume says “Fully Decrypted”. Azure reports it as done too early.',
  },
  linuxStatus: {
    de: 'Nach dem Aufheben der Verschlüsselung „lsblk“ und „sudo cryptsetup status“ aufrufen, bis keine verschlüsselte Zuordnung mehr aktiv ist.',
    en: 'After disabling encryption, run “lsblk” and “sudo cryptsetup status” until no encrypted mapping is active.',
  },
  domain: {
    de: 'Gehört der Computer zu einer Domäne: vor dem Löschen des alten aus der Domäne nehmen, den neuen wieder aufnehmen.',
    en: 'If the machine is joined to a domain: remove it from the domain before deleting the old machine, and join the new one again.',
  },
  fstab: {
    de: 'Im neuen Computer die UUIDs in /etc/fstab anpassen und die Datenträger einhängen.',
    en: 'In the new machine, update the UUIDs in /etc/fstab and mount the disks.',
  },
  letters: {
    de: 'Im neuen Computer die Laufwerksbuchstaben prüfen und Programme, die auf Datenträger zeigen.',
    en: 'In the new machine, check the drive letters and the programs that refer to disks.',
  },
  rebuild: {
    de: 'Programme und Einstellungen im neuen Computer einrichten und die Daten hinüberkopieren, zum Beispiel mit rsync.',
    en: 'Set up programs and settings in the new machine, and copy the data over, for example with rsync.',
  },
  find: {
    de: 'Nachsehen, ob der Betriebssystemdatenträger verschlüsselt ist: „lsblk“ zeigt für „/“ dann eine Zeile vom Typ „crypt“.',
    en: 'Find out whether the OS disk is encrypted: “lsblk” then shows a line of type “crypt” for “/”.',
  },
});

export const scriptWords = defineMessages({
  guestWindows: {
    de: 'Im Computer: manage-bde -status. Erst weiter, wenn jedes Laufwerk vollständig entschlüsselt ist.',
    en: 'In the machine: manage-bde -status. Go on only when every volume is fully decrypted.',
  },
  guestLinux: {
    de: 'Im Computer: lsblk. Erst weiter, wenn keine Zeile vom Typ crypt mehr da ist.',
    en: 'In the machine: lsblk. Go on only when there is no line of type crypt.',
  },
  question: { de: 'Ist das so? yes = weiter', en: 'Is that so? yes = go on' },
  size: { de: 'Größe, die auf dem Host verschlüsseln kann:', en: 'Size that can encrypt at host:' },
  image: { de: 'Abbild (Herausgeber:Angebot:SKU:Version):', en: 'Image (publisher:offer:SKU:version):' },
  there: { de: 'ist schon da und bleibt, wie er ist.', en: 'is there already and stays as it is.' },
  halfMade: {
    de: 'ist noch nicht fertig, oder Azure konnte ihn nicht bereitstellen. Sehen Sie im Portal nach, und starten Sie ihn noch einmal; solange geschieht für diesen Computer nichts.',
    en: 'is not ready yet, or Azure could not provision it. Check in the portal and start it again; until then nothing is done for this machine.',
  },
  whole: { de: 'schon vollständig kopiert; damit geht es weiter.', en: 'copied in full already; going on from there.' },
  kept: {
    de: 'wird weder verwendet noch gelöscht: Ein Computer kann damit gearbeitet haben, oder der alte lief seit der Kopie wieder. Braucht ihn niemand, löschen Sie ihn und starten das Skript noch einmal.',
    en: 'is neither used nor deleted: a machine may have worked on it, or the old one has run since it was copied. If no one needs it, delete it and run the script again.',
  },
  afterMove: {
    de: 'Danach: nachtragen, was der neue Computer nicht vom alten hat (weitere Netzwerkschnittstellen, Netzwerksicherheitsgruppe, öffentliche IP-Adresse, Zwischenspeicherung des Betriebssystemdatenträgers), ihn prüfen und sichern, dann erst den alten und seine Datenträger löschen.',
    en: 'Afterwards: add what the new machine does not have from the old one (more network interfaces, network security group, public IP address, caching of the OS disk), check and back it up, and only then delete the old one and its disks.',
  },
  afterRebuild: {
    de: 'Danach: Programme einrichten, Daten umziehen, den neuen Computer sichern, dann erst den alten löschen.',
    en: 'Afterwards: set up programs, move the data, back up the new machine, and only then delete the old one.',
  },
});

export const calendarWords = defineMessages({
  name: { de: 'Ende von Azure Disk Encryption', en: 'End of Azure Disk Encryption' },
  week: {
    de: 'Azure Disk Encryption verlassen: {count, plural, one {ein Computer} other {# Computer}}',
    en: 'Leave Azure Disk Encryption: {count, plural, one {one machine} other {# machines}}',
  },
  line: { de: '{name}: {class}', en: '{name}: {class}' },
  end: { de: 'Azure Disk Encryption endet', en: 'Azure Disk Encryption retires' },
  endText: {
    de: 'Ab heute entsperren sich damit verschlüsselte Datenträger nach einem Neustart nicht mehr.',
    en: 'From today, disks encrypted with it don’t unlock after a restart.',
  },
});
