import type { Activity } from '@tresor/contracts';
import { useMemo } from 'react';
import { useFormat } from '../../i18n/use-format';
import { useText } from '../../i18n/use-text';
import { StatusBadge } from '../../ui/status-badge';
import type { TableColumn } from '../../ui/table-types';
import { useWord } from '../../vocabulary/use-word';
import { actionWord, resourceName, statusBadge, statusWord } from './activity-words';
import { messages } from './messages';

export function useActivityColumns(): TableColumn<Activity>[] {
  const text = useText();
  const word = useWord();
  const format = useFormat();
  return useMemo(() => {
    const column = (id: string, header: string, read: (activity: Activity) => string, width: number): TableColumn<Activity> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    return [
      column('operation', text(messages.operation), ({ action }) => word(actionWord(action)), 2),
      column('resource', text(messages.resource), ({ resourceId }) => resourceName(resourceId), 1.2),
      {
        ...column('status', text(messages.status), ({ status }) => word(statusWord(status)), 1),
        cell: ({ status }) => <StatusBadge status={statusBadge(status)}>{word(statusWord(status))}</StatusBadge>,
      },
      {
        ...column('time', text(messages.time), ({ time }) => format.dateTime(time), 1.3),
        order: ({ time }) => Date.parse(time),
      },
      column('caller', text(messages.startedBy), ({ displayName, caller }) => displayName ?? caller ?? text(messages.nobody), 1.2),
    ];
  }, [text, word, format]);
}
