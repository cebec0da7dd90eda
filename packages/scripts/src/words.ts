export type Language = 'de' | 'en';

/** What the sections of the scripts say: comments there, a list of what a script does elsewhere. */
export const words = {
  signIn: { de: 'Anmelden, Abonnement wählen', en: 'Sign in, choose the subscription' },
  item: { de: 'Das geschützte Element', en: 'The protected item' },
  temporary: {
    de: 'Ein Ordner, den nur Sie lesen können; er wird am Ende gelöscht',
    en: 'A folder only you can read; it is deleted at the end',
  },
  point: { de: 'Der Wiederherstellungspunkt', en: 'The recovery point' },
  restoreDisks: { de: 'Datenträger wiederherstellen', en: 'Restore the disks' },
  waitForJob: { de: 'Auf den Auftrag warten', en: 'Wait for the job' },
  job: { de: 'Der Auftrag, der die Datenträger wiederhergestellt hat', en: 'The job that restored the disks' },
  files: { de: 'Was der Auftrag im Speicherkonto hinterlassen hat', en: 'What the job left in the storage account' },
  disks: { de: 'Die wiederhergestellten Datenträger', en: 'The restored disks' },
  untagged: {
    de: 'Es fehlen Datenträger dieses Auftrags oder das Tag, mit dem Azure Backup sagt, woher sie sind. Sind sie da, setzen Sie es wieder:',
    en: 'Disks of this job are missing, or the tag by which Azure Backup tells where they are from. If they are there, set it again:',
  },
  keyUrls: {
    de: 'Geheimnis und Schlüssel: mit Version, ohne Port, sonst nimmt Azure Disk Encryption sie nicht an',
    en: 'Secret and key: with a version and without a port, or Azure Disk Encryption refuses them',
  },
  keyVault: {
    de: 'Der Schlüsseltresor: fehlend zurückholen (Rollen, die an ihm selbst vergeben waren, kommen nicht mit) oder erstellen (ein neuer ist aus allen Netzwerken erreichbar); für die Datenträgerverschlüsselung freigeben',
    en: 'The key vault: recover it where it is missing (roles assigned at the key vault itself don’t come back) or create it (a new one is reachable from all networks); enable it for disk encryption',
  },
  held: {
    de: 'Schlüssel und Geheimnis kommen zur Laufzeit aus der Sicherung und werden nicht ausgegeben',
    en: 'Key and secret come from the backup at run time and are not printed',
  },
  key: {
    de: 'Zuerst der Schlüssel: gelöscht zurückholen, fehlend aus der Sicherung wiederherstellen; seine Version bleibt',
    en: 'The key first: recover it if deleted, restore it from the backup if missing; it keeps its version',
  },
  secret: {
    de: 'Dann das Geheimnis, mit Inhaltstyp und Tags; zurückgelegt bekommt es eine neue Version',
    en: 'Then the secret, with content type and tags; put back, it gets a new version',
  },
  standing: {
    de: 'Steht der neue virtuelle Computer schon, aus diesen Datenträgern?',
    en: 'Is the new virtual machine there already, made of these disks?',
  },
  movedKeys: {
    de: 'Wo Schlüssel oder Geheimnis eine neue URL haben, erfahren es die Datenträger',
    en: 'Where key or secret have a new URL, the disks are told',
  },
  network: { de: 'Netzwerkschnittstelle des neuen virtuellen Computers', en: 'Network interface of the new virtual machine' },
  config: {
    de: 'Die Konfiguration des virtuellen Computers aus dem Speicherkonto lesen',
    en: 'Read the configuration of the virtual machine from the storage account',
  },
  machine: {
    de: 'Den virtuellen Computer aus den Datenträgern erstellen, jeden mit seiner LUN',
    en: 'Create the virtual machine from the disks, each with its LUN',
  },
  withoutGroup: {
    de: 'Wird ohne die Näherungsplatzierungsgruppe des alten erstellt: Sie dürfen in diese keinen virtuellen Computer aufnehmen.',
    en: 'It is made without the old one’s proximity placement group, where you can’t put virtual machines.',
  },
  running: { de: 'Läuft er?', en: 'Does it run?' },
  agent: { de: 'Warten, bis der VM-Agent antwortet', en: 'Wait until the VM agent answers' },
  extension: {
    de: 'Azure Disk Encryption erneut anwenden, wo ein Datenträger verschlüsselt war und nicht mehr als verschlüsselt gilt',
    en: 'Apply Azure Disk Encryption again where a disk was encrypted and no longer counts as encrypted',
  },
  extensionDual: {
    de: 'Azure Disk Encryption erneut anwenden, wo ein Datenträger verschlüsselt war und nicht mehr als verschlüsselt gilt; fragt nach der Entra-Anwendung',
    en: 'Apply Azure Disk Encryption again where a disk was encrypted and no longer counts as encrypted; asks for the Entra application',
  },
  cleanUp: {
    de: 'Den Ordner mit Schlüsseldaten löschen, auch nach einem Fehler',
    en: 'Delete the folder with key data, after a failure, too',
  },
  verify: { de: 'Der Stand der Verschlüsselung', en: 'The state of the encryption' },
  leftovers: {
    de: 'Die Datei mit Schlüsseldaten im Speicherkonto löschen und nachsehen, dass sie weg ist',
    en: 'Delete the file with key data in the storage account and see that it is gone',
  },
  backUpNow: { de: 'Jetzt sichern', en: 'Back up now' },
  backUpNow2017: {
    de: 'Jetzt sichern; 2017 bestimmt die Richtlinie, wie lange der Punkt aufbewahrt wird',
    en: 'Back up now; in 2017 the policy decides how long the point is kept',
  },
  protectAgain: {
    de: 'Den neuen virtuellen Computer wieder sichern, wenn er es nicht schon wird',
    en: 'Back up the new virtual machine again, unless it is already',
  },
  protect: { de: 'Sicherung aktivieren', en: 'Enable backup' },
  askForDisks: { de: 'Datenträger wiederherstellen lassen', en: 'Have the disks restored' },
  bringBack: { de: 'Zurückholen', en: 'Bring back' },
  begun: { de: 'Was davon schon begonnen ist', en: 'What of it has been started already' },
  remember: { de: 'Merken, was begonnen ist', en: 'Note what has been started' },
  parameters: {
    de: 'Zum Anpassen: der Ordner, in dem das Skript notiert, was es begonnen hat, und welche Wellen es zurückholt',
    en: 'To adjust: the folder in which the script notes what it has started, and which waves it brings back',
  },
  wave: { de: 'Welle', en: 'Wave' },
  end: { de: 'Was nicht zurückgekommen ist', en: 'What has not come back' },
  keyFileStays: { de: 'Die Datei mit Schlüsseldaten ist noch da:', en: 'The file with key data is still there:' },
  firstEncryption: {
    de: 'Beim Wiederherstellungspunkt unverschlüsselt, oder Azure sagt es nicht; Azure verschlüsselt alle Datenträger für Daten oder keinen:',
    en: 'Not encrypted at the recovery point, or Azure does not say; Azure encrypts all data disks or none:',
  },
  untoldKeeps: {
    de: 'Nicht gelöscht: Azure sagt nicht, ob diese Datenträger verschlüsselt waren, und sie blieben, wie sie sind',
    en: 'Not deleted: Azure does not say whether these disks were encrypted, and they stay as they are',
  },
  stillKept: {
    de: 'Gelöscht, aber noch nicht endgültig: Das Speicherkonto bewahrt das noch auf (so viele Tage; ohne Zahl, bis es jemand löscht), und wer dort Rechte hat, kann es zurückholen:',
    en: 'Deleted, but not for good yet: the storage account still keeps this (for so many days; without a number until someone deletes it), and anyone with rights there can bring it back:',
  },
  keptUntold: {
    de: 'Gelöscht; ob das Speicherkonto sie noch aufbewahrt, ließ sich nicht lesen.',
    en: 'Deleted; whether the storage account still keeps it could not be read.',
  },
  there: { de: 'Ist schon da und bleibt, wie er ist.', en: 'Is already there and stays as it is.' },
} as const satisfies Record<string, Record<Language, string>>;

export type WordId = keyof typeof words;
