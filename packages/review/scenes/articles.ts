import type { KnownArticle } from '../src/scene/scene';

/** What the articles say of themselves. */
export const articles: readonly KnownArticle[] = [
  {
    name: 'backup-azure-vms-encryption',
    assetId: '8387f186-7d7b-400a-8fc3-88a85403ea63',
    titles: [
      'Sichern und Wiederherstellen von verschlüsselten VMs mit Azure Backup',
      'Backup and restore encrypted VMs using Azure Backup',
    ],
  },
  {
    name: 'backup-azure-arm-vms-prepare',
    assetId: 'e87e8db2-b4d9-40e1-a481-1aa560c03395',
    titles: [
      'Prepare your environment to back up Resource Manager-deployed virtual machines',
      'Azure Backup: Prepare to back up virtual machines',
    ],
  },
  {
    name: 'backup-azure-arm-vms',
    assetId: '5c68481d-7be3-4e68-b87c-0961c267053e',
    titles: [
      'Sichern von virtuellen Azure-Computern in einem Recovery Services-Tresor',
      'Back up Azure VMs to a Recovery Services vault',
      'Back up Azure virtual machines to a Recovery Services vault',
    ],
  },
  {
    name: 'backup-azure-arm-restore-vms',
    assetId: '372b87c6-3544-4dc5-bbc9-c742ca502159',
    titles: ['Wiederherstellen virtueller Computer über das Azure-Portal', 'Use Azure portal to restore virtual machines'],
  },
  {
    name: 'backup-azure-restore-key-secret',
    assetId: '45214083-d5fc-4eb3-a367-0239dc59e0f6',
    titles: [
      'Wiederherstellen von Key Vault-Schlüssel und -Geheimnis für verschlüsselte virtuelle Computer mithilfe von Azure Backup',
      'Restore Key Vault key and secret for encrypted VMs using Azure Backup',
    ],
  },
  { name: 'backup-create-backup-policy-for-vm', titles: ['Definieren einer Sicherungsrichtlinie', 'Defining a backup policy'] },
  {
    name: 'backup-azure-vms-first-look-arm',
    assetId: '45e773d6-c91f-4501-8876-ae57db517cd1',
    titles: ['First look: Protect Azure VMs with a recovery services vault', 'Back up Azure virtual machines to Recovery Services vaults'],
  },
  { name: 'backup-azure-manage-vms', assetId: 'f3050283-d60f-472d-b464-cb844e70d67e', titles: ['Manage Azure virtual machine backups'] },
  {
    name: 'backup-azure-vms-automation',
    assetId: '68606e4f-536d-4eac-9f80-8a198ea94d52',
    titles: ['Deploy and manage backups for Resource Manager-deployed VMs using PowerShell'],
  },
  {
    name: 'backup-azure-vms-troubleshoot',
    assetId: '73214212-57a4-4b57-a2e2-eaf9d7fde67f',
    titles: ['Troubleshoot Azure virtual machine backup'],
  },
  {
    name: 'azure-security-disk-encryption',
    assetId: 'd3fac8bb-4829-405e-8701-fa7229fb1725',
    titles: ['Azure Disk Encryption for Windows and Linux IaaS VMs'],
  },
  { name: 'key-vault-get-started', titles: ['Get started with Azure Key Vault'] },
  { name: 'azure-backup-limits', titles: [] },
];
