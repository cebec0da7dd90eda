import type { UseQueryResult } from '@tanstack/react-query';
import type { Job } from '@tresor/contracts';
import { useMemo, type ReactNode } from 'react';
import { ListBlade } from '../../blades/list-blade';
import { useColumnChooser } from '../../blades/use-column-chooser';
import { useSaveCommands } from '../../blades/use-save-commands';
import { useText } from '../../language/use-text';
import type { TableColumn } from '../../ui/table/table-types';
import { useJobColumns } from './job-columns';
import { matchingJobs, type JobFilter } from './job-filter';
import { JobTools } from './job-tools';
import { messages } from './messages';

const NONE: readonly never[] = [];

interface JobTableProps<Row extends Job> {
  id: 'jobs' | 'allJobs';
  subtitle?: string;
  query: UseQueryResult<readonly Row[]>;
  ranges: readonly number[];
  filter: JobFilter;
  onFilter: (filter: JobFilter) => void;
  /** Columns besides those of every list of jobs. */
  more?: readonly TableColumn<Row>[];
  href: (job: Row) => string;
  /** What the file is called beside its kind. */
  fileName: string;
  empty: string;
  /** Above the table. */
  children?: ReactNode;
}

/** A list of jobs that can be narrowed, shown in other columns, and saved as it is seen. */
export function JobTable<Row extends Job>({
  id,
  subtitle,
  query,
  ranges,
  filter,
  onFilter,
  more = NONE,
  href,
  fileName,
  empty,
  children,
}: JobTableProps<Row>) {
  const text = useText();
  const jobs = query.data ?? NONE;
  const { columns, command, chooser } = useColumnChooser(text(messages.columns), useJobColumns(more));
  const rows = useMemo(() => matchingJobs(jobs, filter), [jobs, filter]);

  const saving = useSaveCommands({
    fileName,
    columns,
    rows,
    complete: query.data !== undefined,
    error: query.error,
    csvLabel: text(messages.export),
  });

  return (
    <ListBlade
      id={id}
      savesFilters={id === 'allJobs'}
      subtitle={subtitle}
      query={query}
      polls
      commands={[command, ...saving.commands]}
      filterLabel={text(messages.filter)}
      tools={<JobTools jobs={jobs} ranges={ranges} filter={filter} onFilter={onFilter} />}
      rows={rows}
      columns={columns}
      onShown={saving.onShown}
      rowKey={(job) => job.id}
      rowName={({ workload }) => workload}
      href={href}
      empty={jobs.length === 0 ? empty : text(messages.noMatch)}
    >
      {children}
      {chooser}
    </ListBlade>
  );
}
