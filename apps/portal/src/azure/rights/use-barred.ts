import { useQuery } from '@tanstack/react-query';
import type { MissingRights, VaultPath } from '@tresor/contracts';
import type { StepId } from '@tresor/support-matrix';
import { useCallback } from 'react';
import { rightsQuery, type RightsQuestion } from '../../api/rights-query';
import type { Formats } from '../../language/formats';
import { useFormat } from '../../language/use-format';
import { useText, type Text } from '../../language/use-text';
import { messages } from './messages';
import { scopeName } from './scope-name';

/** Why the signed-in person may not take a step, in words: what is missing, or that the rights are still being read. */
export type Barred = (step: StepId) => string | undefined;

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
  const format = useFormat();
  // Where the rights cannot be read, Azure's answer to the command tells.
  const { data: rights, isLoading } = useQuery(rightsQuery(question));
  return useCallback(
    (wanted) => {
      if (isLoading) return text(messages.checking);
      const [missing] = rights?.find(({ step }) => step === wanted)?.missing ?? [];
      return missing && reasonOf(missing, text, format);
    },
    [rights, isLoading, text, format],
  );
}

function reasonOf(missing: MissingRights, text: Text, format: Formats): string {
  const activation = missing.eligible.map(({ role, scope }) => text(messages.eligible, { role, scope: scopeName(scope, text) }));
  return [lackingWords(missing, text, format), ...activation.slice(0, 1)].join(' ');
}

function lackingWords({ scope, actions, roles }: MissingRights, text: Text, format: Formats): string {
  const place = scopeName(scope, text);
  if (roles.length > 0) return text(messages.lackingRole, { scope: place, roles: format.list(roles) });
  return text(messages.lackingAction, { scope: place, actions: format.list(actions) });
}
