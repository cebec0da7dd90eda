import { queryOptions } from '@tanstack/react-query';
import type { ItemPath } from '@tresor/contracts';
import { api } from './api';
import { translated } from './problem-error';
import { vaultOf } from './queries';

export const recoveryPointsQuery = (path: ItemPath, days: number) =>
  queryOptions({
    queryKey: ['recovery-points', vaultOf(path), path.vmGroup, path.vmName, days],
    queryFn: ({ signal }) => translated(api.recoveryPoints.list({ ...path, days }, { signal })),
  });
