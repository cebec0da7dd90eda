import { type Query, type QueryClient, type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JobId, Restore, VaultPath } from '@tresor/contracts';
import { useEffect } from 'react';
import { restoreQuery } from '../../api/restore-queries';
import { useEdition } from '../../kept/edition';
import { useJobId, useVaultPath } from '../../map/paths';

/** What is read of a restore beside it, and is true only as long as that stands where it stood. */
const FOLLOW = ['restores', 'machine-options', 'machine-checks', 'machine-policies', 'plan-checks', 'key-vault-suggestion'];

/** Where a restore stood when a blade of it was shown last; the next may be shown when it got further unseen. */
const lastTold = new WeakMap<Query, string>();

function readAgain(client: QueryClient, path: VaultPath, jobId: JobId, restore: Query): void {
  for (const word of FOLLOW) {
    const others = { queryKey: [word, path, jobId], predicate: (query: Query) => query !== restore };
    // A first read that is under way would count as the answer to this one.
    const isFirst = (query: Query) => others.predicate(query) && query.state.data === undefined;
    void client.cancelQueries({ ...others, predicate: isFirst });
    void client.invalidateQueries(others);
  }
}

/**
 * Reads again what else was read of a restore once that got further, also by itself: a job ended, another person or the
 * server’s own run took a step. What is read only after the restore is then never of a moment before it.
 */
function useReadAgain(path: VaultPath, jobId: JobId, queryKey: QueryKey, data: Restore | undefined): void {
  const client = useQueryClient();
  const told = data && JSON.stringify([data.steps, data.keyChain]);
  const restore = client.getQueryCache().find({ queryKey });
  useEffect(() => {
    if (told === undefined || restore === undefined) return;
    const last = lastTold.get(restore);
    lastTold.set(restore, told);
    if (last !== undefined && last !== told) readAgain(client, path, jobId, restore);
  }, [client, path, jobId, restore, told]);
}

/** The restore this blade stands in, as Azure has it now; once it got further, what else was read of it is read again. */
export function useRestore() {
  const path = useVaultPath();
  const jobId = useJobId();
  const query = restoreQuery(path, jobId, useEdition());
  const restore = useQuery(query);
  useReadAgain(path, jobId, query.queryKey, restore.data);
  return { path, jobId, restore };
}
