import type { Edition } from './facts';

/**
 * How many Recovery Services vaults a subscription takes in one region. Sources: learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits,
 * as it stood in February 2017, and learn.microsoft.com/azure/backup/backup-azure-backup-faq, of 7 January 2026.
 */
export const VAULTS_PER_REGION: Readonly<Record<Edition, number>> = { '2017-01': 25, current: 500 };
