import { useQueries, useQuery } from '@tanstack/react-query';
import { troubleOf, type OpenRestore } from './open-restore';
import { isJobId } from '../api/known-ids';
import { allRestoresQuery, restoreQuery } from '../api/restore-queries';
import { useEdition } from '../kept/edition';
import { useNow } from '../language/use-now';

/** So many of the newest are looked into; the lists of the vaults have the others. */
const LOOKED_INTO = 6;
const FRESH_MS = 60_000;

/** Restores that are not at their end, and those whose keys run out soon. */
export function useOpenRestores(): OpenRestore[] {
  const edition = useEdition();
  const now = useNow();
  const { data: restores = [] } = useQuery(allRestoresQuery());
  const newest = restores.slice(0, LOOKED_INTO).flatMap(({ jobId, ...restore }) => (isJobId(jobId) ? [{ ...restore, jobId }] : []));
  return useQueries({
    queries: newest.map(({ vault, jobId }) => ({
      ...restoreQuery(vault, jobId, edition),
      refetchInterval: false as const,
      staleTime: FRESH_MS,
    })),
    combine: (answers) =>
      newest.flatMap((restore, at) => {
        const found = answers[at]?.data;
        const trouble = found && troubleOf(found, now);
        return trouble === undefined ? [] : [{ restore, trouble }];
      }),
  });
}
