import type { MissingRights } from '@tresor/contracts';
import { subscriptionOf } from '@tresor/support-matrix';
import { useCallback } from 'react';
import { useDelegated } from '../../api/use-delegated';

/** What would give somebody what is missing: the smallest roles; `never`: the actions that none gives, whatever role the person is given. */
export interface Reach {
  roles: readonly string[];
  never: readonly string[];
  /** Whether it is for a customer, so that roles come by a delegation. */
  isDelegated: boolean;
}

/** How the signed-in person may come to what is missing at a place. */
export function useReach(): (missing: MissingRights) => Reach {
  const isDelegated = useDelegated();
  return useCallback(
    ({ scope, roles, delegable }) =>
      isDelegated(subscriptionOf(scope)) ? { ...delegable, isDelegated: true } : { roles, never: [], isDelegated: false },
    [isDelegated],
  );
}
