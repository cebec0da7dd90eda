import { ArrowDownload20Regular, ColumnTriple20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { Job } from '@tresor/contracts';
import { csvText } from '@tresor/scripts/csv';
import { lazy, Suspense, useMemo, useState } from 'react';
import { loadPart } from '../../api/load-code';
import { pollGap } from '../../api/poll-gap';
import { jobsQuery } from '../../api/queries';
import { ListBlade } from '../../blades/list-blade';
import { useLanguage } from '../../language/language';
import { useText } from '../../language/use-text';
import { paths, useVaultPath } from '../../map/paths';
import { isRunning } from '../../words/job-words';
import { download } from '../../ui/actions/download';
import { useJobColumns } from './job-columns';
import { ALL, matchingJobs, type Range } from './job-filter';
import { JobTools } from './job-tools';
import { messages } from './messages';

const ColumnChooser = lazy(() => loadPart(() => import('./column-chooser')));

const NONE: readonly Job[] = [];

export default function JobList() {
  const text = useText();
  const language = useLanguage();
  const path = useVaultPath();
  const [range, setRange] = useState<Range>(1);
  const [filter, setFilter] = useState({ status: ALL, operation: ALL });
  const [choosing, setChoosing] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const query = useQuery({
    ...jobsQuery(path, range),
    refetchInterval: ({ state }) => (state.data?.some(isRunning) === true ? pollGap(state.dataUpdateCount) : false),
  });
  const jobs = query.data ?? NONE;
  const allColumns = useJobColumns();
  const columns = useMemo(() => allColumns.filter(({ id }) => !hidden.has(id)), [allColumns, hidden]);
  const rows = useMemo(() => matchingJobs(jobs, filter), [jobs, filter]);

  const save = () => {
    const table = [columns.map(({ header }) => header), ...rows.map((job) => columns.map((column) => column.text(job)))];
    download(`${text(messages.fileName)}-${path.vaultName}.csv`, 'text/csv', csvText(table, language));
  };

  return (
    <ListBlade
      id="jobs"
      subtitle={path.vaultName}
      query={query}
      polls
      commands={[
        {
          id: 'columns',
          label: text(messages.columns),
          icon: <ColumnTriple20Regular />,
          expanded: choosing,
          onClick: () => setChoosing(!choosing),
        },
        {
          id: 'export',
          label: text(messages.export),
          icon: <ArrowDownload20Regular />,
          onClick: save,
          reason: rows.length === 0 ? text(messages.nothingToExport) : undefined,
        },
      ]}
      filterLabel={text(messages.filter)}
      tools={<JobTools jobs={jobs} range={range} onRange={setRange} filter={filter} onFilter={setFilter} />}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ workload }) => workload}
      href={({ id }) => paths.job({ ...path, jobId: id })}
      empty={text(jobs.length === 0 ? messages.empty : messages.noMatch)}
    >
      <Suspense>{choosing && <ColumnChooser columns={allColumns} hidden={hidden} onChange={setHidden} />}</Suspense>
    </ListBlade>
  );
}
