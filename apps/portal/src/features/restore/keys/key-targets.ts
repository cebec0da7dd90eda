import type { KeyVaultTarget } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';

export const usableTargets = (targets: readonly KeyVaultTarget[]): KeyVaultTarget[] => targets.filter(({ reason }) => reason === null);

/** Whether the key vault the keys were in only has to be opened for disk encryption to take them again. */
export const isOriginalClosed = (targets: readonly KeyVaultTarget[], original: string): boolean =>
  targets.some(({ id, reason }) => sameName(id, original) && reason === 'not-enabled-for-disk-encryption');

/** The key vault the keys were in, where it can take them again. */
export const originalTarget = (targets: readonly KeyVaultTarget[], original: string): KeyVaultTarget | undefined =>
  usableTargets(targets).find(({ id }) => sameName(id, original));
