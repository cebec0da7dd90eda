import { useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { hasAllPolicies, POLICY_LIMITS } from '@tresor/support-matrix';
import { policiesQuery } from '../../api/queries';
import { useEdition } from '../../kept/edition';
import { useText } from '../../language/use-text';
import { messages } from './messages';

/** Why a vault takes no other policy; undefined while it does. */
export function useNoMorePolicies(path: VaultPath): string | undefined {
  const text = useText();
  const edition = useEdition();
  const { data: policies = [] } = useQuery(policiesQuery(path));
  return hasAllPolicies(policies.length, edition) ? text(messages.noMore, { limit: POLICY_LIMITS[edition].perVault ?? 0 }) : undefined;
}
