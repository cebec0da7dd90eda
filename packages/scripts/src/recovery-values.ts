import type { RecoveryScriptMachine } from '@tresor/contracts';
import { keysFor } from './restore-values';
import type { PlannedValues } from './values';

/** A machine of a recovery plan that a script can bring back, with its wave. */
export type ReadyMachine = Extract<RecoveryScriptMachine, { state: 'ready' }> & { wave: number };

/** In which order machines come back: wave by wave, by their names in each. */
const byTurn = (a: ReadyMachine, b: ReadyMachine): number => a.wave - b.wave || a.item.vmName.localeCompare(b.item.vmName, 'en');

/** What the scripts of a plan are filled with. What was in one key vault goes into one new one, that of the first machine. */
export function plannedValues(machines: readonly ReadyMachine[]): PlannedValues[] {
  const made = new Map<string, string>();
  const together = (original: string, keyVaultId: string | null): string | null => {
    if (keyVaultId === null) return null;
    const shared = made.get(original.toLowerCase()) ?? keyVaultId;
    made.set(original.toLowerCase(), shared);
    return shared;
  };
  return machines
    .toSorted(byTurn)
    .map(({ item, wave, location, pointId, osType, pass, storageAccountId, targetGroup, keys, machine, policyName }) => ({
      ...item,
      wave,
      location,
      pointId,
      osType,
      pass,
      storageAccountId,
      targetGroup,
      keys: keys && keysFor(keys.chain, keys.held, together(keys.chain.secret.keyVaultId, keys.keyVaultId)),
      machine,
      policyName,
    }));
}
