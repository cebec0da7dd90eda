import type { MissingRights, RestoreStep, StepOutlook } from '@tresor/contracts';
import type { KeysAhead } from './keys-ahead';

export interface Known {
  encrypted: boolean;
  keys: KeysAhead | null;
  ruleId: string | null;
}

/** What is said of one step: that it is not needed, else what forbids it to all, else what the user lacks, else what cannot be seen. */
export function stepOutlook(step: RestoreStep, missing: readonly MissingRights[] = [], { encrypted, keys, ruleId }: Known): StepOutlook {
  const plain: StepOutlook = { step, state: 'open', missing: [], needs: [], ruleId: null };
  if (!encrypted && (step === 'keys' || step === 'encryption' || step === 'after-care')) return { ...plain, state: 'not-needed' };
  if (step === 'protection' && ruleId !== null) return { ...plain, state: 'refused', ruleId };
  if (missing.length > 0) return { ...plain, state: 'barred', missing: merged(missing) };
  if (step !== 'keys') return plain;
  // Azure names no keys: nothing tells whether they are there.
  if (keys === null) return { ...plain, state: 'hidden' };
  if (keys.needs.length > 0) return { ...plain, state: 'hidden', needs: keys.needs };
  return keys.rights.length === 0 ? { ...plain, state: 'not-needed' } : plain;
}

/** Each place once. */
function merged(missing: readonly MissingRights[]): MissingRights[] {
  const scopes = [...new Set(missing.map(({ scope }) => scope))];
  return scopes.map((scope) => {
    const here = missing.filter((one) => one.scope === scope);
    const eligible = here.flatMap((one) => one.eligible);
    return {
      scope,
      actions: [...new Set(here.flatMap(({ actions }) => actions))],
      roles: [...new Set(here.flatMap(({ roles }) => roles))],
      eligible: eligible.filter((one, at) => eligible.findIndex(({ role }) => role === one.role) === at),
    };
  });
}
