import type { Source } from './rule';

const documentation = (title: string, path: string, date: string): Source => ({
  title,
  url: `https://learn.microsoft.com/azure/${path}`,
  date,
});

const encryption = 'backup/backup-azure-vms-encryption';
export const ENCRYPTION_2017 = documentation('Backup and restore encrypted VMs using Azure Backup', encryption, '2017-01-18');
export const ENCRYPTION = documentation('Back Up and Restore Encrypted Azure VMs', encryption, '2026-01-22');

export const PREPARE_2017 = documentation(
  'Prepare your environment to back up Resource Manager-deployed virtual machines',
  'backup/backup-azure-arm-vms-prepare',
  '2017-02-07',
);

/** Part of the page on service limits; the text itself carries no date and is quoted as it stood beside the articles of 2017. */
export const LIMITS_2017 = documentation(
  'Azure Backup limits',
  'azure-resource-manager/management/azure-subscription-service-limits',
  '2017-02-07',
);

/** The limit was in force in January 2017; the oldest text that states it is a year younger. */
export const SNAPSHOT_TIMEOUT_2018 = documentation(
  'Troubleshoot Azure Backup failure: Issues with agent and/or extension',
  'backup/backup-azure-troubleshoot-vm-backup-fails-snapshot-timeout',
  '2018-01',
);

export const LIGHTHOUSE = documentation(
  'Cross-tenant management experiences',
  'lighthouse/concepts/cross-tenant-management-experience',
  '2026-01-20',
);
export const LIGHTHOUSE_ROLES = documentation(
  'Tenants, users, and roles in Azure Lighthouse scenarios',
  'lighthouse/concepts/tenants-users-roles',
  '2023-01-13',
);

export const VM_MATRIX = documentation('Support matrix for Azure VM backups', 'backup/backup-support-matrix-iaas', '2023-07-05');
/** Its newest text, which has the limits of a day. */
export const VM_MATRIX_2026 = documentation('Support matrix for Azure VM backups', 'backup/backup-support-matrix-iaas', '2026-01-28');
export const BACKUP_FAQ = documentation('Azure Backup - Frequently asked questions', 'backup/backup-azure-backup-faq', '2026-01-07');
export const TROUBLESHOOT = documentation(
  'Troubleshooting backup failures on Azure virtual machines',
  'backup/backup-azure-vms-troubleshoot',
  '2022-06-16',
);
export const RESTORE_ENCRYPTED = documentation(
  'Restore encrypted Azure virtual machines',
  'backup/restore-azure-encrypted-virtual-machines',
  '2025-08-20',
);

export const DISK_ENCRYPTION_2017 = documentation(
  'Azure Disk Encryption for Windows and Linux IaaS VMs',
  'security/azure-security-disk-encryption',
  '2017-04-07',
);
export const DISK_ENCRYPTION = documentation(
  'Enable Azure Disk Encryption for Windows VMs',
  'virtual-machines/windows/disk-encryption-overview',
  '2026-02-20',
);
export const DISK_ENCRYPTION_LINUX = documentation(
  'Azure Disk Encryption scenarios on Linux VMs',
  'virtual-machines/linux/disk-encryption-linux',
  '2025-09-23',
);

export const RESTORE_2017 = documentation(
  'Restore virtual machines using the Azure portal',
  'backup/backup-azure-arm-restore-vms',
  '2017-03-12',
);
export const TROUBLESHOOT_2017 = documentation(
  'Troubleshoot Azure virtual machine backup',
  'backup/backup-azure-vms-troubleshoot',
  '2017-04-05',
);

export const RESOURCE_GUARD = documentation(
  'Multiuser authorization using Resource Guard',
  'backup/multi-user-authorization-concept',
  '2025-06-27',
);
export const BACKUP_ROLES = documentation(
  'Use Azure role-based access control to manage Azure Backup recovery points',
  'backup/backup-rbac-rs-vault',
  '2021-03-09',
);
export const ACTIVITY_LOG = documentation('Azure Monitor activity log', 'azure-monitor/platform/activity-log', '2025-10-24');
export const KEY_VAULT_ROLES = documentation(
  'Provide access to Key Vault keys, certificates, and secrets with Azure role-based access control',
  'key-vault/general/rbac-guide',
  '2024-04-04',
);
export const SOFT_DELETE = documentation('Azure Key Vault soft-delete overview', 'key-vault/general/soft-delete-overview', '2022-01-25');
export const RESTORE_KEYS = documentation(
  'Restore Key Vault key and secret for encrypted VMs using Azure Backup',
  'backup/backup-azure-restore-key-secret',
  '2017-08-28',
);
export const CREATE_FROM_DISKS = documentation(
  'Back up and restore Azure VMs with PowerShell',
  'backup/backup-azure-vms-automation',
  '2022-01-04',
);
export const ENCRYPTED_TROUBLESHOOT = documentation(
  'Troubleshoot encrypted Azure VM backup',
  'backup/backup-azure-encrypted-vm-troubleshoot',
  '2021-11',
);
export const ENHANCED_POLICY = documentation(
  'Back Up Azure VMs with the Enhanced Policy',
  'backup/backup-azure-vms-enhanced-policy',
  '2025-06-11',
);
/** No page of the documentation tells of it yet; the module that has it is Az 16.2.0. */
export const CROSS_SUBSCRIPTION_BACKUP: Source = {
  title: 'Enable-AzRecoveryServicesBackupProtection',
  url: 'https://learn.microsoft.com/powershell/module/az.recoveryservices/enable-azrecoveryservicesbackupprotection',
  date: '2026-08-05',
};
export const IMMUTABLE_VAULT = documentation(
  'Concept of Immutable vault for Azure Backup',
  'backup/backup-azure-immutable-vault-concept',
  '2025-06-19',
);
export const SECURE_BY_DEFAULT = documentation(
  'Secure by Default with Soft Delete for Azure Backup',
  'backup/secure-by-default',
  '2025-11-10',
);
export const CONFIDENTIAL_VM = documentation(
  'Back up Confidential VM using Azure Backup (preview)',
  'backup/confidential-vm-backup',
  '2026-07-22',
);
export const MIGRATE_ENCRYPTION = documentation(
  'Migrate from Azure Disk Encryption to encryption at host',
  'virtual-machines/disk-encryption-migrate',
  '2025-09-23',
);
export const HOST_ENCRYPTION = documentation(
  'Use the Azure portal to enable end-to-end encryption using encryption at host',
  'virtual-machines/disks-enable-host-based-encryption-portal',
  '2024-10-22',
);
export const DISK_ENCRYPTION_OPTIONS = documentation(
  'Overview of managed disk encryption options',
  'virtual-machines/disk-encryption-overview',
  '2025-09-23',
);
/** The note on the retirement came into an older text. */
export const ENCRYPTED_BACKUP_END = documentation(
  'Troubleshoot backup failures on encrypted Azure virtual machines',
  'backup/backup-azure-encrypted-vm-troubleshoot',
  '2025-03-27',
);
export const DISK_ENCRYPTION_FAQ = documentation(
  'FAQ - Azure Disk Encryption for Linux VMs',
  'virtual-machines/linux/disk-encryption-faq',
  '2024-08-06',
);

export const REQUEST_LIMITS = documentation(
  'Understand how Azure Resource Manager throttles requests',
  'azure-resource-manager/management/request-limits-and-throttling',
  '2025-05-28',
);
export const KEY_VAULT_LIMITS = documentation('Azure Key Vault service limits', 'key-vault/general/service-limits', '2025-07-20');
export const RESTORE_PRACTICES = documentation('About Azure VM backup', 'backup/backup-azure-vms-introduction', '2019-03-04');
