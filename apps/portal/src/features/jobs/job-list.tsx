import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useQuery } from '@tanstack/react-query';
import type { Job } from '@tresor/contracts';
import { jobsQuery } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { useText } from '../../i18n/use-text';
import { paths, useVaultPath } from '../../paths';
import { ResourceTable } from '../../ui/resource-table';
import { useJobColumns } from './job-columns';
import { isRunning, POLL_MS } from './job-words';
import { messages } from './messages';

const NONE: readonly Job[] = [];

export default function JobList() {
  const text = useText();
  const path = useVaultPath();
  const jobs = useQuery({
    ...jobsQuery(path),
    refetchInterval: ({ state }) => (state.data?.some(isRunning) === true ? POLL_MS : false),
  });
  const columns = useJobColumns();
  return (
    <Blade
      title={text(messages.jobs)}
      subtitle={text(messages.lastDay, { vault: path.vaultName })}
      size="large"
      busy={jobs.isPending}
      problem={jobs.error}
      commands={[{ id: 'refresh', label: text(messages.refresh), icon: <ArrowClockwise20Regular />, onClick: () => void jobs.refetch() }]}
    >
      <ResourceTable
        label={text(messages.jobs)}
        filterLabel={text(messages.filter)}
        rows={jobs.data ?? NONE}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ workload }) => workload}
        href={({ id }) => paths.job(path, id)}
        empty={text(messages.empty)}
        loading={jobs.isPending}
      />
    </Blade>
  );
}
