import type { Job } from '@tresor/contracts';
import { useMemo } from 'react';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import type { TableColumn } from '../../ui/table/table-types';
import { JobStatus } from '../../azure/jobs/job-status';
import { operationWord, statusWord } from '../../words/job-words';
import { useWord } from '../../words/use-word';
import { messages } from './messages';

const NONE: readonly never[] = [];

/** The columns of every list of jobs, with others of its own after the name of what was worked on. */
export function useJobColumns<Row extends Job>(own: readonly TableColumn<Row>[] = NONE): TableColumn<Row>[] {
  const text = useText();
  const word = useWord();
  const format = useFormat();
  return useMemo(() => {
    const none = text(messages.none);
    const column = (id: string, header: string, read: (job: Row) => string, width = 1): TableColumn<Row> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    return [
      column('workload', text(messages.workload), ({ workload }) => workload, 1.6),
      ...own,
      column('operation', text(messages.operation), ({ operation }) => word(operationWord(operation)), 1.2),
      {
        ...column('status', text(messages.status), ({ status }) => word(statusWord(status)), 1.2),
        cell: ({ status }) => <JobStatus status={status} />,
      },
      column('type', text(messages.type), () => text(messages.azureMachine), 1.1),
      {
        ...column('start', text(messages.startTime), ({ startTime }) => (startTime === null ? none : format.dateTime(startTime)), 1.2),
        order: ({ startTime }) => (startTime === null ? 0 : Date.parse(startTime)),
      },
      {
        ...column('duration', text(messages.duration), ({ durationSeconds: s }) => (s === null ? none : format.duration(s)), 0.7),
        order: ({ durationSeconds }) => durationSeconds ?? 0,
        least: '7.5ch',
      },
    ];
  }, [own, text, word, format]);
}
