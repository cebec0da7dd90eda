import type { Source } from '../rule';
import { KEY_VAULT_LIMITS, REQUEST_LIMITS } from '../sources';

/** A throttle of Azure: so many calls at once, and so many a second after that. */
export interface Throttle {
  size: number;
  perSecond: number;
  /** What it counts by: what a person asks of a subscription, or what anybody asks of a key vault. */
  of: 'subscription' | 'key-vault';
  source: Source;
}

/**
 * The throttles that many restores at once can meet. How many of them a vault carries out at once Microsoft does not say (RESTORE_PRACTICES): requests
 * that are too many stand in a queue of the service, and a storage account for each machine is recommended.
 */
export const THROTTLES = {
  'arm-reads': { size: 250, perSecond: 25, of: 'subscription', source: REQUEST_LIMITS },
  'arm-writes': { size: 200, perSecond: 10, of: 'subscription', source: REQUEST_LIMITS },
  'key-vault-calls': { size: 4000, perSecond: 400, of: 'key-vault', source: KEY_VAULT_LIMITS },
} as const satisfies Readonly<Record<string, Throttle>>;

export type ThrottleId = keyof typeof THROTTLES;
