import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { listGap } from '../../../api/poll-gap';
import { restoresQuery } from '../../../api/restore-queries';
import { ListBlade } from '../../../blades/list-blade';
import { useText } from '../../../language/use-text';
import { paths, useVaultPath } from '../../../map/paths';
import { isRunning } from '../../../words/job-words';
import { listMessages as messages } from '../messages';
import { useRestoreColumns } from './restore-columns';

/** The restores of a vault, for anyone who goes on with one. */
export default function RestoreList() {
  const text = useText();
  const path = useVaultPath();
  const client = useQueryClient();
  const restores = useQuery({
    ...restoresQuery(path),
    refetchInterval: (query) =>
      listGap(
        query,
        (query.state.data ?? []).filter(isRunning).map(({ jobId, status }) => `${jobId} ${status}`),
      ),
  });
  const refresh = () => void client.invalidateQueries({ queryKey: restoresQuery(path).queryKey });
  const columns = useRestoreColumns(useCallback(() => path, [path]));
  return (
    <ListBlade
      id="restores"
      subtitle={path.vaultName}
      query={restores}
      polls
      onRefresh={refresh}
      filterLabel={text(messages.filter)}
      columns={columns}
      rowKey={({ jobId }) => jobId}
      rowName={({ vmName }) => vmName}
      href={({ jobId }) => paths.restore(path, jobId)}
      empty={text(messages.empty)}
    />
  );
}
