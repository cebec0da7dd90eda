import type { RuleId } from '@tresor/support-matrix';
import { defineGroups, type Message } from '../language/messages';

/** What a rule of the support matrix says of a machine, and what to do about it. `{limit}` is the edition's limit. */
interface RuleWords {
  reason: Message<'limit'>;
  remedy: Message<'limit'>;
}

export const RULE_WORDS = defineGroups({
  'classic-deployment-model': {
    reason: {
      de: 'Der virtuelle Computer ist klassisch bereitgestellt. Gesichert werden nur virtuelle Computer aus Resource Manager.',
      en: 'The virtual machine uses the classic deployment model. Only Resource Manager virtual machines are backed up.',
    },
    remedy: {
      de: 'Migrieren Sie ihn zu Resource Manager und wählen Sie ihn danach hier aus.',
      en: 'Migrate it to Resource Manager, then choose it here.',
    },
  },
  'other-subscription': {
    reason: {
      de: 'Der virtuelle Computer gehört zu einem anderen Abonnement als der Recovery Services-Tresor.',
      en: 'The virtual machine is in a different subscription than the vault.',
    },
    remedy: {
      de: 'Sichern Sie ihn in einem Recovery Services-Tresor seines eigenen Abonnements.',
      en: 'Back it up to a Recovery Services vault in its own subscription.',
    },
  },
  'encrypted-in-other-subscription': {
    reason: {
      de: 'Der virtuelle Computer gehört zu einem anderen Abonnement als der Recovery Services-Tresor und ist mit Azure Disk Encryption verschlüsselt. So verschlüsselte virtuelle Computer sichert Azure nur innerhalb eines Abonnements.',
      en: 'The virtual machine is in a different subscription than the vault and uses Azure Disk Encryption. Azure backs up such machines only within one subscription.',
    },
    remedy: {
      de: 'Sichern Sie ihn in einem Recovery Services-Tresor seines eigenen Abonnements.',
      en: 'Back it up to a Recovery Services vault in its own subscription.',
    },
  },
  'other-region': {
    reason: {
      de: 'Der virtuelle Computer liegt in einer anderen Region als der Recovery Services-Tresor. Ein Recovery Services-Tresor sichert nur, was in seiner Region liegt.',
      en: 'The virtual machine is in a different region than the vault. A vault backs up only what is in its own region.',
    },
    remedy: {
      de: 'Sichern Sie ihn in einem Recovery Services-Tresor seiner Region; gibt es dort keinen, legen Sie dort einen an.',
      en: 'Back it up to a vault in its region. If there isn’t one, create it.',
    },
  },
  'already-protected': {
    reason: {
      de: 'Dieser Recovery Services-Tresor schützt den virtuellen Computer bereits oder hält seine gelöschte Sicherung noch vor.',
      en: 'This vault already protects the virtual machine or still keeps its deleted backup.',
    },
    remedy: {
      de: 'Seinen Stand sehen Sie unter „Sicherungselemente“. Wurde seine Sicherung gelöscht, machen Sie das Löschen dort rückgängig.',
      en: 'To see its status, go to “Backup Items”. If its backup was deleted, undelete it there.',
    },
  },
  'protected-by-another-vault': {
    reason: {
      de: 'Ein anderer Recovery Services-Tresor hat den virtuellen Computer bereits unter seinen Sicherungselementen.',
      en: 'Another vault already has the virtual machine among its backup items.',
    },
    remedy: {
      de: 'Belassen Sie ihn dort, oder beenden Sie dort seine Sicherung und löschen Sie ihre Daten, bevor Sie ihn hier schützen. Die dortigen Wiederherstellungspunkte ziehen nicht mit um.',
      en: 'Leave it there, or stop its backup and delete the backup data there before you protect it here. The recovery points in that vault don’t move with it.',
    },
  },
  'disk-encryption-ended': {
    reason: {
      de: 'Azure Disk Encryption ist zu Ende, und Azure Backup sichert virtuelle Computer damit nicht mehr.',
      en: 'Azure Disk Encryption has retired, and Azure Backup no longer backs up virtual machines with it.',
    },
    remedy: {
      de: 'Starten Sie ihn nicht neu: Seine Datenträger entsperren sich dann nicht mehr. Bringen Sie seine Daten auf einen virtuellen Computer mit Verschlüsselung auf dem Host und sichern Sie diesen.',
      en: 'Don’t restart it: its disks no longer unlock then. Move its data to a virtual machine with encryption at host, and back up that one.',
    },
  },
  'bek-only': {
    reason: {
      de: 'Die Datenträger sind nur mit einem BitLocker-Verschlüsselungsschlüssel (BEK) verschlüsselt. Der Regelstand vom Januar 2017 verlangt BEK und Schlüsselverschlüsselungsschlüssel (KEK).',
      en: 'The disks are encrypted with a BitLocker encryption key (BEK) only. The January 2017 rules require a BEK and a key encryption key (KEK).',
    },
    remedy: {
      de: 'Windows: entschlüsseln Sie die Datenträger und verschlüsseln Sie sie neu mit BEK und KEK. Linux: der Betriebssystemdatenträger lässt sich nicht entschlüsseln, dieser Weg ist dort versperrt. Heute nimmt Azure solche virtuellen Computer an: stellen Sie in den Einstellungen den Regelstand „Heute“ ein.',
      en: 'Windows: decrypt the disks and encrypt them again with BEK and KEK. Linux: the OS disk can’t be decrypted, so this isn’t possible. Azure now accepts these virtual machines: in the settings, set the edition of the rules to “Today”.',
    },
  },
  'confidential-vm': {
    reason: {
      de: 'Der virtuelle Computer ist ein vertraulicher virtueller Computer, den Azure Backup nicht sichert. In der Vorschau geht das nur mit Größen der v6-Reihe, mit verschlüsseltem Betriebssystemdatenträger und in den Regionen „VAE, Norden“ und „Korea, Mitte“.',
      en: 'The virtual machine is a confidential VM that Azure Backup can’t back up. The preview supports only v6-series sizes with OS disk encryption, in UAE North and Korea Central.',
    },
    remedy: {
      de: 'Sichern Sie die Daten in ihm auf anderem Weg, etwa mit dem Azure Backup-Agent (MARS) unter Windows. Oder stellen Sie einen vertraulichen virtuellen Computer bereit, der in die Vorschau passt.',
      en: 'Back up the data inside it another way, for example with the Azure Backup (MARS) agent on Windows. Or deploy a confidential VM that the preview supports.',
    },
  },
  'key-vault-in-other-subscription': {
    reason: {
      de: 'Ein Schlüsseltresor des virtuellen Computers gehört zu einem anderen Abonnement.',
      en: 'A key vault that the virtual machine uses is in another subscription.',
    },
    remedy: {
      de: 'Legen Sie BEK und KEK in einen Schlüsseltresor im Abonnement des virtuellen Computers und verschlüsseln Sie ihn damit neu.',
      en: 'Put the BEK and KEK in a key vault in the virtual machine’s subscription. Then encrypt the machine again with them.',
    },
  },
  'key-vault-in-other-region': {
    reason: {
      de: 'Ein Schlüsseltresor des virtuellen Computers liegt in einer anderen Region als er selbst.',
      en: 'A key vault that the virtual machine uses is in a different region than the machine.',
    },
    remedy: {
      de: 'Legen Sie BEK und KEK in einen Schlüsseltresor in der Region des virtuellen Computers und verschlüsseln Sie ihn damit neu.',
      en: 'Put the BEK and KEK in a key vault in the virtual machine’s region. Then encrypt the machine again with them.',
    },
  },
  'too-many-data-disks': {
    reason: {
      de: 'Der virtuelle Computer hat mehr als {limit, number} Datenträger für Daten; mehr sichert Azure Backup nach diesem Regelstand nicht.',
      en: 'The virtual machine has more than {limit, number} data disks; under these rules, Azure Backup can’t back up more.',
    },
    remedy: {
      de: 'Trennen Sie Datenträger ab oder führen Sie sie zusammen, bis es höchstens {limit, number} sind.',
      en: 'Detach or merge data disks until there are at most {limit, number}.',
    },
  },
  'too-many-unmanaged-disks': {
    reason: {
      de: 'Der virtuelle Computer hat mehr als {limit, number} nicht verwaltete Datenträger für Daten.',
      en: 'The virtual machine has more than {limit, number} unmanaged data disks.',
    },
    remedy: {
      de: 'Stellen Sie ihn auf verwaltete Datenträger um, oder trennen Sie Datenträger ab.',
      en: 'Convert it to managed disks, or detach data disks.',
    },
  },
  'disk-too-large': {
    reason: {
      de: 'Ein Datenträger des virtuellen Computers ist größer als {limit, number} GiB.',
      en: 'A disk of the virtual machine is larger than {limit, number} GiB.',
    },
    remedy: {
      de: 'Verteilen Sie die Daten auf Datenträger von höchstens {limit, number} GiB.',
      en: 'Spread the data across disks of at most {limit, number} GiB.',
    },
  },
  'vault-full': {
    reason: {
      de: 'Der Recovery Services-Tresor schützt bereits {limit, number} virtuelle Computer, mehr nimmt er nicht auf.',
      en: 'The vault already protects {limit, number} virtual machines and can’t take more.',
    },
    remedy: {
      de: 'Nehmen Sie einen weiteren Recovery Services-Tresor in derselben Region.',
      en: 'Use another vault in the same region.',
    },
  },
  'disks-need-enhanced-policy': {
    reason: {
      de: 'Der virtuelle Computer hat Ultra-Datenträger oder Datenträger vom Typ SSD Premium v2. Eine Richtlinie vom Untertyp „Standard“ sichert sie nicht.',
      en: 'The virtual machine has Ultra Disks or Premium SSD v2 disks. A “Standard” policy can’t back them up.',
    },
    remedy: {
      de: 'Wählen Sie eine Richtlinie vom Untertyp „Erweitert“, oder legen Sie eine an.',
      en: 'Choose an “Enhanced” policy, or create one.',
    },
  },
  'trusted-launch-needs-enhanced-policy': {
    reason: {
      de: 'Der virtuelle Computer verwendet den vertrauenswürdigen Start. Mit einer Richtlinie vom Untertyp „Standard“ sichert ihn Azure nur über eine neuere API, als Tresor sie nutzt.',
      en: 'The virtual machine uses Trusted Launch. With a “Standard” policy, Azure backs it up only through a newer API than Tresor uses.',
    },
    remedy: {
      de: 'Wählen Sie eine Richtlinie vom Untertyp „Erweitert“, oder legen Sie eine an. Mit „Standard“ schützen Sie ihn über die Azure CLI ab Version 2.73.0 oder Az PowerShell ab 14.0.0.',
      en: 'Choose an “Enhanced” policy, or create one. To use a “Standard” policy, protect it with the Azure CLI 2.73.0 or later, or with Az PowerShell 14.0.0 or later.',
    },
  },
  'agent-missing': {
    reason: {
      de: 'Auf dem virtuellen Computer läuft kein VM-Agent. Ohne ihn lässt sich die Sicherungserweiterung nicht installieren.',
      en: 'No VM agent is running on the virtual machine. Without it, the backup extension can’t be installed.',
    },
    remedy: {
      de: 'Windows: installieren Sie die MSI-Datei des VM-Agents als Administrator. Linux: installieren Sie den Agent aus den Paketquellen der Distribution. Prüfen Sie danach hier erneut.',
      en: 'Windows: install the VM agent MSI as an administrator. Linux: install the agent from the distribution’s package repository. Then check again here.',
    },
  },
  'agent-not-ready': {
    reason: {
      de: 'Der VM-Agent ist installiert, meldet sich aber nicht als bereit.',
      en: 'The VM agent is installed but doesn’t report that it’s ready.',
    },
    remedy: {
      de: 'Starten Sie im virtuellen Computer den Dienst des Agents neu (Windows: „Windows Azure Guest Agent“, Linux: waagent) und prüfen Sie, ob er Azure über das Netzwerk erreicht.',
      en: 'In the virtual machine, restart the agent’s service (Windows: “Windows Azure Guest Agent”, Linux: waagent) and check whether it can reach Azure over the network.',
    },
  },
  'agent-too-old': {
    reason: {
      de: 'Der VM-Agent ist älter als Version 2.6.1198.718.',
      en: 'The VM agent is older than version 2.6.1198.718.',
    },
    remedy: {
      de: 'Installieren Sie die neueste MSI-Datei des VM-Agents als Administrator, während keine Sicherung läuft.',
      en: 'Install the latest VM agent MSI as an administrator while no backup is running.',
    },
  },
  'machine-not-running': {
    reason: {
      de: 'Der virtuelle Computer ist aus. Seine Sicherung wird absturzkonsistent: so, als wäre der Strom ausgefallen.',
      en: 'The virtual machine is off. Its backup will be crash-consistent: as if the power had failed.',
    },
    remedy: {
      de: 'Starten Sie ihn vor der Sicherung, wenn Anwendungen darin einen geordneten Stand brauchen. Ob sein VM-Agent bereit ist, zeigt sich erst dann.',
      en: 'Start it before the backup if its applications need a consistent state. Only then can you see whether its VM agent is ready.',
    },
  },
  'single-pass-encryption': {
    reason: {
      de: 'Verschlüsselt ohne Entra-Anwendung (ein Durchgang). Das gab es im Januar 2017 noch nicht.',
      en: 'Encrypted without an Entra application (single pass). That didn’t exist in January 2017.',
    },
    remedy: {
      de: 'Nichts zu tun: Schlüssel und Geheimnis werden genauso gesichert.',
      en: 'Nothing to do: the key and secret are backed up the same way.',
    },
  },
  'linux-os-disk-encryption': {
    reason: {
      de: 'Ist unter Linux der Betriebssystemdatenträger verschlüsselt, lässt sich das nicht rückgängig machen.',
      en: 'OS disk encryption on a Linux machine can’t be undone.',
    },
    remedy: {
      de: 'Für die Sicherung ist nichts zu tun. Planen Sie aber keinen Schritt, der eine Entschlüsselung voraussetzt.',
      en: 'Nothing to do for the backup. But don’t plan any step that requires decryption.',
    },
  },
  'large-disk-loses-encryption': {
    reason: {
      de: 'Ein Datenträger ist größer als {limit, number} GiB. Er wird gesichert, aber ohne seine Verschlüsselungseinstellungen wiederhergestellt.',
      en: 'A disk is larger than {limit, number} GiB. It is backed up, but restored without its encryption settings.',
    },
    remedy: {
      de: 'Notieren Sie Schlüssel und Geheimnis dieses Datenträgers; nach einer Wiederherstellung müssen sie von Hand gesetzt werden.',
      en: 'Note the key and secret of this disk. After a restore, they have to be set manually.',
    },
  },
  'many-disks-lose-encryption': {
    reason: {
      de: 'Der virtuelle Computer hat mehr als {limit, number} Datenträger. Er wird gesichert, aber ohne seine Verschlüsselungseinstellungen wiederhergestellt.',
      en: 'The virtual machine has more than {limit, number} disks. It is backed up, but restored without its encryption settings.',
    },
    remedy: {
      de: 'Notieren Sie Schlüssel und Geheimnis seiner Datenträger; nach einer Wiederherstellung müssen sie von Hand gesetzt werden.',
      en: 'Note the key and secret of its disks. After a restore, they have to be set manually.',
    },
  },
  'disk-encryption-retires': {
    reason: {
      de: 'Das Ende von Azure Disk Encryption ist der 15. September 2028. Danach lassen sich verschlüsselte Datenträger nach einem Neustart nicht mehr entsperren.',
      en: 'The retirement date of Azure Disk Encryption is September 15, 2028. From then on, encrypted disks no longer unlock after a restart.',
    },
    remedy: {
      de: 'Planen Sie den Wechsel zur Verschlüsselung auf dem Host, auch für die Sicherungen.',
      en: 'Plan your move to encryption at host, including for backups.',
    },
  },
}) satisfies Record<RuleId, RuleWords>;
