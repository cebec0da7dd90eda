import type { AzureSession } from '../connection/azure';
import type { KeyVault } from './read-key-vault';

const MINUTE = 60_000;

/**
 * How long Azure may take until the data plane of a key vault acts upon a change: ten minutes for roles, as documented. For access policies
 * no figure is published; a minute covers what is reported.
 */
const LONGEST: Readonly<Record<KeyVault['model'], number>> = { rbac: 10 * MINUTE, 'access-policy': MINUTE };

/** By when all that was given counts at the latest; null where that is over, or nobody knows when it was given. */
export function takesEffectBy(session: AzureSession, model: KeyVault['model'], given: readonly (string | null)[]): string | null {
  const latest = Math.max(...given.map((moment) => Date.parse(moment ?? '')).filter((moment) => !Number.isNaN(moment)));
  const moment = latest + LONGEST[model];
  return moment > session.now().getTime() ? new Date(moment).toISOString() : null;
}
