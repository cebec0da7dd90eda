import type { KeyVaultTarget, KeyVaultTargetReason } from '@tresor/contracts';

/** Why a key vault cannot take the keys: what Azure shows beforehand, or what it answered when it was tried. */
export type BarredBy = KeyVaultTargetReason | 'name-taken';

export type Target = Omit<KeyVaultTarget, 'reason'> & { reason: BarredBy | null };

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** The key vaults, those that turned out to hold another key of the name barred. */
export const withTaken = (targets: readonly KeyVaultTarget[], taken: readonly string[]): Target[] =>
  targets.map((target) => ({ ...target, reason: target.reason ?? (taken.includes(target.id) ? 'name-taken' : null) }));

export const usableTargets = (targets: readonly Target[]): Target[] => targets.filter(({ reason }) => reason === null);

/** The key vault the keys were in, where it can take them again. */
export const originalTarget = (targets: readonly Target[], original: string): Target | undefined =>
  usableTargets(targets).find(({ id }) => isSame(id, original));
