import { useQuery } from '@tanstack/react-query';
import { restoreQuery } from '../../api/restore-queries';
import { useEdition } from '../../kept/edition';
import { useJobId, useVaultPath } from '../../map/paths';
import { useReadAgain } from './use-read-again';

/** The restore this blade stands in, as Azure has it now; once it got further, what else was read of it is read again. */
export function useRestore() {
  const path = useVaultPath();
  const jobId = useJobId();
  const query = restoreQuery(path, jobId, useEdition());
  const restore = useQuery(query);
  useReadAgain(path, jobId, query.queryKey, restore.data);
  return { path, jobId, restore };
}
