import { useQuery } from '@tanstack/react-query';
import type { SubscriptionId } from '@tresor/contracts';
import { isKeyVaultId } from '../../api/known-ids';
import { rightsQuery } from '../../api/rights-query';
import { useText } from '../../language/use-text';
import { messages } from './messages';
import { scopeName } from './scope-name';

/** How the signed-in person comes to the right to give access to a key vault by activating a role; undefined where none does. */
export function useActivation(subscriptionId: SubscriptionId, keyVaultId: string): string | undefined {
  const text = useText();
  const question = isKeyVaultId(keyVaultId) ? { subscriptionId, vault: null, keyVaultIds: [keyVaultId] } : undefined;
  const { data: rights } = useQuery(rightsQuery(question));
  const missing = rights?.find(({ step }) => step === 'grant-access')?.missing ?? [];
  const [first] = missing.flatMap(({ eligible }) => eligible);
  return first && text(messages.eligible, { role: first.role, scope: scopeName(first.scope, text) });
}
