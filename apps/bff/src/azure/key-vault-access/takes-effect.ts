import { MINUTES_UNTIL_EFFECT } from '@tresor/support-matrix';
import type { AzureSession } from '../connection/azure';
import type { KeyVault } from './read-key-vault';

const MINUTE = 60_000;

/** How long Azure may take until the data plane of a key vault acts upon a change. */
const LONGEST: Readonly<Record<KeyVault['model'], number>> = {
  rbac: MINUTES_UNTIL_EFFECT.role * MINUTE,
  'access-policy': MINUTES_UNTIL_EFFECT.accessPolicy * MINUTE,
};

/** By when all that was given counts at the latest; null where that is over, or nobody knows when it was given. */
export function takesEffectBy(session: AzureSession, model: KeyVault['model'], given: readonly (string | null)[]): string | null {
  const latest = Math.max(...given.map((moment) => Date.parse(moment ?? '')).filter((moment) => !Number.isNaN(moment)));
  const moment = latest + LONGEST[model];
  return moment > session.now().getTime() ? new Date(moment).toISOString() : null;
}
