import type { KeyVaultTarget } from '@tresor/contracts';

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

export const usableTargets = (targets: readonly KeyVaultTarget[]): KeyVaultTarget[] => targets.filter(({ reason }) => reason === null);

/** The key vault the keys were in, where it can take them again. */
export const originalTarget = (targets: readonly KeyVaultTarget[], original: string): KeyVaultTarget | undefined =>
  usableTargets(targets).find(({ id }) => isSame(id, original));
