import { experimental_streamedQuery as streamedQuery, queryOptions } from '@tanstack/react-query';
import type { PolicyName, PolicyPoints, VaultPath } from '@tresor/contracts';
import { api } from './api';
import { pagesToEnd } from './pages-to-end';

export interface PointsOfItems extends PolicyPoints {
  /** True once the last item is there. */
  complete: boolean;
}

const nothing: PointsOfItems = { total: 0, items: [], complete: false };

/** The points of the items that follow a policy, growing page by page. */
export const policyPointsQuery = (path: VaultPath, policyName: PolicyName) =>
  queryOptions({
    queryKey: ['policies', path, policyName, 'points'],
    queryFn: streamedQuery<PolicyPoints | 'end', PointsOfItems>({
      streamFn: ({ signal }) => pagesToEnd(() => api.policies.points({ ...path, policyName }, { signal })),
      refetchMode: 'replace',
      initialValue: nothing,
      reducer: (known, page) =>
        page === 'end' ? { ...known, complete: true } : { total: page.total, items: known.items.concat(page.items), complete: false },
    }),
    structuralSharing: false,
  });
