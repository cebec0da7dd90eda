import { useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import type { StepId } from '@tresor/support-matrix';
import { rightsQuery, type RightsQuestion } from '../../api/rights-query';
import { isOnGuard } from '../../words/scope-name';

/**
 * Whether a step is known to be out of a person’s reach: the right was neither just given nor is theirs to activate, and no second person
 * has to give it. Without a step nothing is asked.
 */
export function useLacks(
  { subscriptionId, resourceGroup, vaultName }: VaultPath,
  wanted: StepId | undefined,
  meant: Omit<RightsQuestion, 'subscriptionId' | 'vault'> = {},
): boolean {
  const question = { subscriptionId, vault: { resourceGroup, vaultName }, ...meant };
  const { data: rights } = useQuery(rightsQuery(wanted === undefined ? undefined : question));
  const missing = rights?.find(({ step }) => step === wanted)?.missing ?? [];
  return missing.some(({ scope, eligible, takesEffectBy }) => !isOnGuard(scope) && eligible.length === 0 && takesEffectBy === null);
}
