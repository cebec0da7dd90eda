import { useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import type { StepId } from '@tresor/support-matrix';
import { useCallback } from 'react';
import { rightsQuery, type RightsQuestion } from '../../api/rights-query';
import { useText } from '../../language/use-text';
import { messages } from './messages';
import { isOnGuard } from '../../words/scope-name';
import { useMissingWords } from './use-missing-words';
import { useReach } from './use-reach';

/**
 * Why the signed-in person may not take a step, in words: what is missing, or that the rights are still being read. `open`: why not even its
 * blade is of use, which says by itself what a Resource Guard wants and how to come by it.
 */
type Barred = (step: StepId, to?: 'take' | 'open') => string | undefined;

/** The rights in a vault, and on what else is meant by the steps. */
export function useBarred(
  { subscriptionId, resourceGroup, vaultName }: VaultPath,
  meant: Omit<RightsQuestion, 'subscriptionId' | 'vault'> = {},
): Barred {
  return useBarredFrom({ subscriptionId, vault: { resourceGroup, vaultName }, ...meant });
}

/** The same where there is no vault yet, or not even a question. */
export function useBarredFrom(question: RightsQuestion | undefined): Barred {
  const text = useText();
  const wordsOf = useMissingWords();
  const reachOf = useReach();
  // Where the rights cannot be read, Azure's answer to the command tells.
  const { data: rights, isLoading } = useQuery(rightsQuery(question));
  return useCallback(
    (wanted, to = 'take') => {
      if (isLoading) return text(messages.checking);
      const all = rights?.find(({ step }) => step === wanted)?.missing ?? [];
      const meant = all.filter(({ scope }) => to === 'take' || !isOnGuard(scope));
      // Where something is out of reach, coming by the rest is of no use.
      const missing = meant.find((one) => reachOf(one).never.length > 0) ?? meant[0];
      return missing && wordsOf(missing);
    },
    [rights, isLoading, text, wordsOf, reachOf],
  );
}
