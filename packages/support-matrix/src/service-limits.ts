import type { Edition } from './facts';

/**
 * How many Recovery Services vaults a subscription takes in one region. Sources: learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits,
 * as it stood in February 2017, and learn.microsoft.com/azure/backup/backup-azure-backup-faq, of 7 January 2026.
 */
export const VAULTS_PER_REGION: Readonly<Record<Edition, number>> = { '2017-01': 25, current: 500 };

/**
 * How many backups of a virtual machine people may ask for on one day of UTC, and how many of them the documentation counts on; the others are for trying again. Null:
 * no text of the time names a number. Source: learn.microsoft.com/azure/backup/backup-support-matrix-iaas, of 28 January 2026.
 */
export const ON_DEMAND_BACKUPS_A_DAY: Readonly<Record<Edition, { most: number; usual: number } | null>> = {
  '2017-01': null,
  current: { most: 9, usual: 3 },
};

/**
 * How many minutes Azure takes at most until what was given counts, or a provider is registered. Roles:
 * learn.microsoft.com/azure/role-based-access-control/troubleshooting; providers:
 * learn.microsoft.com/azure/azure-arc/kubernetes/quickstart-connect-cluster. For access policies of key vaults no figure is published; a
 * minute covers what is reported.
 */
export const MINUTES_UNTIL_EFFECT = { role: 10, accessPolicy: 1, registration: 10 } as const;

/**
 * Whether the soft delete of a vault can be turned off. No longer today: Azure enforces it in all regions. Source:
 * learn.microsoft.com/azure/backup/secure-by-default, of 10 November 2025.
 */
export const mayTurnSoftDeleteOff = (edition: Edition): boolean => edition !== 'current';

const READ_ONLY: ReadonlySet<string> = new Set(['Disabled', 'Warned', 'Deleted']);

/**
 * Whether Azure makes and changes nothing in a subscription of this state, which is disabled, about to be, or to be deleted.
 * Source: github.com/Azure/azure-resource-manager-rpc, v1.0/subscription-lifecycle-api-reference.md.
 */
export const isReadOnlySubscription = (state: string): boolean => READ_ONLY.has(state);
