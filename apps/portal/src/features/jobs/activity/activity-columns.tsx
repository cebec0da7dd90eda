import { useMemo } from 'react';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { TableColumn } from '../../../ui/table/table-types';
import { useWord } from '../../../words/use-word';
import type { ActivityRow } from './activity-rows';
import { messages } from './messages';

/** `reasons`: whether any entry has one. */
export function useActivityColumns(reasons: boolean): TableColumn<ActivityRow>[] {
  const text = useText();
  const word = useWord();
  const format = useFormat();
  return useMemo(() => {
    const column = (id: string, header: string, read: (row: ActivityRow) => string, width: number): TableColumn<ActivityRow> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    return [
      column('operation', text(messages.operation), ({ what }) => word(what), 2),
      column('resource', text(messages.resource), ({ resource }) => resource, 1.2),
      {
        ...column('status', text(messages.status), (row) => word(row.word), 1),
        cell: (row) => <StatusBadge status={row.badge}>{word(row.word)}</StatusBadge>,
      },
      {
        ...column('time', text(messages.time), ({ time }) => format.dateTime(time), 1.3),
        order: ({ time }) => Date.parse(time),
      },
      column('caller', text(messages.startedBy), ({ who }) => who ?? text(messages.nobody), 1.2),
      ...(reasons ? [column('reason', text(messages.reason), ({ reason }) => reason ?? '', 1)] : []),
    ];
  }, [text, word, format, reasons]);
}
