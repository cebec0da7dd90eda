import { useQuery } from '@tanstack/react-query';
import { restoreQuery } from '../../../api/restore-queries';
import { useEdition } from '../../../kept/edition';
import { useJobId, useVaultPath } from '../../../map/paths';

/** The restore this blade stands in, as Azure has it now. */
export function useRestore() {
  const path = useVaultPath();
  const jobId = useJobId();
  return { path, jobId, restore: useQuery(restoreQuery(path, jobId, useEdition())) };
}
