import { useQuery } from '@tanstack/react-query';
import type { Policy } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import { policiesQuery } from '../../api/queries';
import { useText } from '../../language/use-text';
import { usePolicyName, useVaultPath } from '../../map/paths';
import { messages } from './messages';

interface FoundPolicy {
  policy: Policy | undefined;
  isPending: boolean;
  error: unknown;
  refetch: () => unknown;
  /** What stands in the blade while there is no policy to show. */
  absence: string | undefined;
}

/** The policy this blade stands in, as its vault has it now. */
export function usePolicy(): FoundPolicy {
  const text = useText();
  const name = usePolicyName();
  const { data, error, isPending, refetch } = useQuery(policiesQuery(useVaultPath()));
  const policy = data?.find((each) => sameName(each.name, name));
  return { policy, isPending, error, refetch, absence: data !== undefined && policy === undefined ? text(messages.gone) : undefined };
}
