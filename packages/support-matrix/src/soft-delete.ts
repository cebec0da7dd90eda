import type { Edition } from './facts';

/**
 * Whether the soft delete of a vault can be turned off. No longer today: Azure enforces it in all regions. Source:
 * learn.microsoft.com/azure/backup/secure-by-default, of 10 November 2025.
 */
export const mayTurnSoftDeleteOff = (edition: Edition): boolean => edition !== 'current';
