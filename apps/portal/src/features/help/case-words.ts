import type { RuleId, SupportCaseId } from '@tresor/support-matrix';
import { defineMessages, type Message } from '../../language/messages';

interface CaseWords {
  title: Message;
  /** What has to be known beside yes and no. */
  note?: Message;
  /** Where texts contradict each other, or Tresor does not follow them to the letter. */
  deviation?: Message;
}

/** The cases of the support matrix that no rule decides about. */
export const CASE_WORDS: Readonly<Record<SupportCaseId, CaseWords>> = {
  'ade-bek-kek': {
    title: { de: 'Azure Disk Encryption mit BEK und KEK', en: 'Azure Disk Encryption with BEK and KEK' },
    deviation: {
      de: 'Ein anderer Artikel von 2017 nennt mit LUKS verschlüsselte Linux-Computer nicht unterstützt. Gemeint ist eine Verschlüsselung außerhalb von Azure Disk Encryption; der Artikel über verschlüsselte VMs erlaubt dm-crypt.',
      en: 'Another article of 2017 calls Linux machines encrypted with LUKS unsupported. It means encryption outside Azure Disk Encryption; the article on encrypted VMs allows dm-crypt.',
    },
  },
  'ade-bek-only': {
    title: { de: 'Azure Disk Encryption nur mit BEK', en: 'Azure Disk Encryption with only a BEK' },
    note: {
      de: 'Seit Ende 2017 erlaubt. Die Abhilfe des Artikels, entschlüsseln und neu verschlüsseln, ist für Linux-Betriebssystemdatenträger unmöglich.',
      en: 'Allowed since the end of 2017. The article’s remedy, to decrypt and encrypt again, isn’t possible for Linux OS disks.',
    },
  },
  'ade-managed-disks': {
    title: { de: 'Azure Disk Encryption auf verwalteten Datenträgern', en: 'Azure Disk Encryption on managed disks' },
    deviation: {
      de: 'Verwaltete Datenträger gibt es erst seit Februar 2017; eine Tabelle vom Oktober 2017 nennt sie unterstützt. Tresor lehnt sie deshalb auch im Regelstand Januar 2017 nicht ab.',
      en: 'Managed disks arrived in February 2017; an October 2017 table calls them supported. So Tresor doesn’t refuse them in the January 2017 rules either.',
    },
  },
  'ade-single-pass': {
    title: {
      de: 'Azure Disk Encryption ohne Entra-Anwendung (ein Durchgang)',
      en: 'Azure Disk Encryption without an Entra application (single pass)',
    },
    deviation: {
      de: 'Im Januar 2017 gab es das nicht. Tresor lässt solche virtuellen Computer trotzdem zu und weist darauf hin: Schlüssel und Geheimnis sind dieselben.',
      en: 'It didn’t exist in January 2017. Tresor allows these virtual machines anyway, with a note: the key and secret are the same.',
    },
  },
  'key-of-a-certificate': {
    title: { de: 'Schlüssel, der zu einem Zertifikat gehört', en: 'Key that belongs to a certificate' },
    note: { de: 'Nur eigenständige Schlüssel werden gesichert.', en: 'Only standalone keys are backed up.' },
  },
  'platform-keys': { title: { de: 'Verschlüsselung mit Plattformschlüsseln', en: 'Encryption with platform-managed keys' } },
  'customer-managed-keys': {
    title: { de: 'Kundenseitig verwaltete Schlüssel (Datenträgerverschlüsselungssatz)', en: 'Customer-managed keys (disk encryption set)' },
    note: {
      de: 'Es ist nichts zu tun; die Schlüssel werden nicht mitgesichert. Beim Wiederherstellen lässt sich ein Datenträgerverschlüsselungssatz angeben.',
      en: 'There’s nothing to do; the keys aren’t backed up with it. You can specify a disk encryption set for a restore.',
    },
  },
  'encryption-at-host': {
    title: { de: 'Verschlüsselung auf dem Host', en: 'Encryption at host' },
    deviation: {
      de: 'Die Seite über die Sicherung verschlüsselter VMs schweigt dazu. Tresor behandelt solche virtuellen Computer wie unverschlüsselte.',
      en: 'The page on backing up encrypted VMs doesn’t mention it. Tresor treats these virtual machines like unencrypted ones.',
    },
  },
  'premium-storage': {
    title: { de: 'Datenträger in Storage Premium', en: 'Disks in premium storage' },
    deviation: {
      de: 'Ein Text vom August 2016 verneint es, der vom Februar 2017 bejaht es. Tresor folgt dem späteren.',
      en: 'A text from August 2016 says no; one from February 2017 says yes. Tresor follows the later one.',
    },
  },
  'several-backups-a-day': {
    title: { de: 'Mehrere Sicherungen am Tag', en: 'Several backups a day' },
    note: {
      de: 'Bis zu sechs mit einer Richtlinie vom Untertyp „Erweitert“, sonst eine.',
      en: 'Up to six with an “Enhanced” policy, otherwise one.',
    },
  },
  'vault-in-other-subscription': {
    title: { de: 'Recovery Services-Tresor in einem anderen Abonnement', en: 'Recovery Services vault in another subscription' },
    note: {
      de: 'In derselben Region, und nicht für virtuelle Computer mit Azure Disk Encryption.',
      en: 'In the same region, and not for virtual machines that use Azure Disk Encryption.',
    },
    deviation: {
      de: 'Tresor bietet zum Sichern nur die virtuellen Computer im Abonnement des Recovery Services-Tresors an. Andere schützen Sie mit Az PowerShell ab Version 16.2.0 (-ContainerSubscriptionId).',
      en: 'For backup, Tresor offers only the virtual machines in the vault’s subscription. Protect others with Az PowerShell 16.2.0 or later (-ContainerSubscriptionId).',
    },
  },
  'confidential-vms': {
    title: { de: 'Vertrauliche virtuelle Computer', en: 'Confidential VMs' },
    note: {
      de: 'Als Vorschau: Größen der v6-Reihe, mit verschlüsseltem Betriebssystemdatenträger, in den Regionen „VAE, Norden“ und „Korea, Mitte“. Das Abonnement muss für RestorePointSupportForConfidentialVMV2 (Microsoft.Compute) registriert sein, und der Sicherungsverwaltungsdienst braucht Zugriff auf die Schlüssel. Eine regionsübergreifende Wiederherstellung gibt es nicht.',
      en: 'In preview: v6-series sizes with OS disk encryption, in UAE North and Korea Central. The subscription must be registered for RestorePointSupportForConfidentialVMV2 (Microsoft.Compute), and the Backup Management Service needs access to the keys. Cross Region Restore isn’t supported.',
    },
  },
  'policies-of-a-vault': {
    title: { de: 'Richtlinien eines Recovery Services-Tresors', en: 'Policies of a Recovery Services vault' },
    note: {
      de: 'Höchstens 200. Über Vorlagen, PowerShell oder CLI lassen sich binnen 24 Stunden höchstens 50 anlegen oder ändern.',
      en: 'At most 200. Through templates, PowerShell, or the CLI, at most 50 can be added or changed in 24 hours.',
    },
  },
  'on-demand-backups-a-day': {
    title: { de: 'Bedarfsgesteuerte Sicherungen an einem Tag', en: 'On-demand backups in a day' },
    note: {
      de: 'Drei je virtuellem Computer, neben den geplanten. Damit sich fehlgeschlagene wiederholen lassen, lehnt Azure erst den zehnten Versuch eines Tages (UTC) ab.',
      en: 'Three for each virtual machine, besides the scheduled ones. So that failed ones can be retried, Azure refuses only the tenth attempt in a day (UTC).',
    },
  },
  'vaults-of-a-region': {
    title: {
      de: 'Recovery Services-Tresore eines Abonnements in einer Region',
      en: 'Recovery Services vaults of a subscription in one region',
    },
    note: { de: 'Im Januar 2017 höchstens 25, heute höchstens 500.', en: 'In January 2017 at most 25, today at most 500.' },
  },
  'soft-delete-for-good': {
    title: { de: 'Vorläufiges Löschen, das immer aktiviert ist', en: 'Soft delete that is always on' },
    note: {
      de: 'Azure erzwingt es für Recovery Services-Tresore. Gelöschte Sicherungsdaten lassen sich 14 bis 180 Tage lang zurückholen, je nach Tresor; ausschalten lässt es sich nicht mehr.',
      en: 'Azure enforces it for Recovery Services vaults. You can recover deleted backup data for 14 to 180 days, depending on the vault; it can no longer be turned off.',
    },
  },
  'immutable-vault': {
    title: { de: 'Unveränderlicher Recovery Services-Tresor', en: 'Immutable Recovery Services vault' },
    note: {
      de: 'Er sichert wie jeder andere. Sicherungsdaten lassen sich aber nicht vor Ablauf löschen, und keine Richtlinie darf Wiederherstellungspunkte kürzer aufbewahren als zuvor. Ist die Unveränderlichkeit gesperrt, lässt sie sich nicht mehr ausschalten.',
      en: 'It backs up like any other vault. But backup data can’t be deleted before it expires, and no policy may keep restore points for less time than before. Once immutability is locked, it can’t be turned off.',
    },
  },
  'selective-disks': { title: { de: 'Nur ausgewählte Datenträger sichern', en: 'Backing up selected disks only' } },
  'customer-key-of-the-vault': {
    title: { de: 'Recovery Services-Tresor mit eigenem Schlüssel', en: 'Recovery Services vault with your own key' },
    note: {
      de: 'Die Identität des Recovery Services-Tresors braucht Zugriff auf den Schlüssel, sonst scheitert die Sicherung mit BCMProtGetSaSUriAsyncError.',
      en: 'The vault’s identity needs access to the key. Otherwise, the backup fails with BCMProtGetSaSUriAsyncError.',
    },
  },
  'restore-disks': {
    title: { de: 'Datenträger wiederherstellen', en: 'Restore disks' },
    note: { de: 'Für verschlüsselte virtuelle Computer der einzige Weg.', en: 'The only way for encrypted virtual machines.' },
  },
  'create-virtual-machine': {
    title: { de: 'Wiederherstellen als neuer virtueller Computer', en: 'Restore as a new virtual machine' },
    deviation: {
      de: 'Ein Text vom Oktober 2016 verspricht es noch, der vom Januar 2017 nicht mehr: Der Vorgang scheitert, weil der Sicherungsdienst die Schlüssel nicht verwenden darf.',
      en: 'A text from October 2016 still promises it; the one from January 2017 doesn’t. It fails because the Backup service isn’t allowed to use the keys.',
    },
  },
  'replace-existing': { title: { de: 'Vorhandenen virtuellen Computer ersetzen', en: 'Replace an existing virtual machine' } },
  'files-and-folders': {
    title: { de: 'Einzelne Dateien und Ordner wiederherstellen', en: 'Restore files and folders' },
    deviation: {
      de: 'Der Text vom Januar 2026 liest sich, als ginge es; ihm fehlt eine Verneinung. Sein nächster Satz und alle älteren Texte sagen nein.',
      en: 'The January 2026 text reads as if it were possible; a “not” is missing. Its next sentence and all older texts say no.',
    },
  },
  template: {
    title: { de: 'Vorlage für den neuen virtuellen Computer', en: 'Template for the new virtual machine' },
    note: { de: 'Für Wiederherstellungspunkte seit dem 26. April 2017.', en: 'For restore points since April 26, 2017.' },
  },
  'cross-region': {
    title: { de: 'Wiederherstellen in einer anderen Region', en: 'Restore to another region' },
    note: {
      de: 'In die Partnerregion derselben Geografie, wenn der Recovery Services-Tresor georedundant ist und „Regionsübergreifende Wiederherstellung“ eingeschaltet wurde.',
      en: 'To the paired region in the same geography, if the vault is geo-redundant and Cross Region Restore is turned on.',
    },
  },
  'cross-subscription': { title: { de: 'Wiederherstellen in ein anderes Abonnement', en: 'Restore to another subscription' } },
  'snapshot-after-rotation': {
    title: { de: 'Aus einer Momentaufnahme, nachdem Schlüssel gewechselt wurden', en: 'From a snapshot after keys were rotated' },
    note: {
      de: 'Kann bei einem Durchgang scheitern. Nehmen Sie dann einen Wiederherstellungspunkt, der im Recovery Services-Tresor liegt.',
      en: 'Can fail with single pass. If so, use a restore point that’s in the vault.',
    },
  },
  'os-disk-swap': {
    title: { de: 'Betriebssystemdatenträger nach der Wiederherstellung tauschen', en: 'Swap the OS disk after a restore' },
    note: {
      de: 'Beschrieben, aber Anwender berichten, dass der virtuelle Computer danach nicht startet.',
      en: 'Documented, but users report that the virtual machine doesn’t start afterward.',
    },
  },
  retirement: {
    title: { de: 'Azure Disk Encryption nach dem 15. September 2028', en: 'Azure Disk Encryption after September 15, 2028' },
    note: {
      de: 'Verschlüsselte Datenträger lassen sich nach einem Neustart nicht mehr entsperren. Wechseln Sie zur Verschlüsselung auf dem Host, auch für die Sicherungen, möglichst vorher.',
      en: 'Encrypted disks no longer unlock after a restart. Move to encryption at host, including for backups, before then if you can.',
    },
  },
};

/** Where a rule of ours is not the letter of its source. */
export const RULE_DEVIATIONS: Readonly<Partial<Record<RuleId, Message>>> = defineMessages({
  'disk-too-large': {
    de: 'Die Grenze galt im Januar 2017; der älteste Text, der sie nennt, ist ein Jahr jünger.',
    en: 'The limit applied in January 2017; the oldest text that states it is a year newer.',
  },
  'confidential-vm': {
    de: 'Im Januar 2017 gab es keine vertraulichen virtuellen Computer.',
    en: 'There were no confidential VMs in January 2017.',
  },
  'disks-need-enhanced-policy': {
    de: 'Im Januar 2017 gab es weder diese Datenträger noch Untertypen von Richtlinien.',
    en: 'Neither these disks nor policy sub types existed in January 2017.',
  },
  'trusted-launch-needs-enhanced-policy': {
    de: 'Im Januar 2017 gab es weder den vertrauenswürdigen Start noch Untertypen von Richtlinien. Heute nimmt Azure auch „Standard“ an, aber erst ab Version 2025-01-01 der API; Tresor nutzt eine ältere.',
    en: 'Neither Trusted Launch nor policy sub types existed in January 2017. Azure now accepts “Standard” too, but only from API version 2025-01-01; Tresor uses an older one.',
  },
  'vault-full': {
    de: 'Die Grenzen von 2017 stehen in einer Seite ohne Datum; Tresor gibt ihr das der Artikel daneben.',
    en: 'The 2017 limits are on a page without a date; Tresor gives it the date of the articles next to it.',
  },
  'single-pass-encryption': {
    de: 'Im Januar 2017 gab es einen Durchgang nicht. Kein Text verbietet oder erlaubt ihn; Tresor lässt ihn mit Hinweis zu.',
    en: 'Single pass didn’t exist in January 2017. No text forbids or allows it; Tresor allows it with a note.',
  },
  'key-vault-in-other-region': {
    de: 'Anwender berichten, dass die Sicherung auch über Regionen hinweg gelang. Die Dokumentation von Azure Disk Encryption verlangt dieselbe Region; Tresor folgt ihr.',
    en: 'Users report that backups worked across regions, too. The Azure Disk Encryption documentation requires the same region; Tresor follows it.',
  },
});
