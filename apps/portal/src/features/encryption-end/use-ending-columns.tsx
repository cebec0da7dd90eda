import type { EncryptionEndClass } from '@tresor/support-matrix';
import { useSubscriptionName } from '../../azure/estate/use-subscription-name';
import { useText } from '../../language/use-text';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { TableColumn } from '../../ui/table/table-types';
import type { Status } from '../../words/status';
import type { EndingRow } from './ending-rows';
import { classNames, messages } from './messages';
import { useEndingWords } from './use-ending-words';

export const CLASS_STATUS: Readonly<Record<EncryptionEndClass, Status>> = {
  rebuild: 'error',
  movable: 'warning',
  untold: 'unknown',
  'at-host': 'success',
  'not-affected': 'success',
};

const plain = (id: string, header: string, read: (row: EndingRow) => string, width = 1): TableColumn<EndingRow> => ({
  id,
  header,
  cell: read,
  text: read,
  width,
});

/** The columns of the list: what becomes of each machine and why, what comes first, and when it has its turn. */
export function useEndingColumns(): readonly TableColumn<EndingRow>[] {
  const text = useText();
  const words = useEndingWords();
  const subscriptionName = useSubscriptionName();
  const gib = ({ totalGiB }: EndingRow) => (totalGiB === null ? text(messages.unknown) : text(messages.gib, { count: totalGiB }));
  const className = ({ end }: EndingRow) => text(classNames[end.class]);
  return [
    plain('name', text(messages.name), ({ machine }) => machine.name, 1.9),
    {
      ...plain('class', text(messages.class), className, 1.5),
      cell: (row) => <StatusBadge status={CLASS_STATUS[row.end.class]}>{className(row)}</StatusBadge>,
    },
    { ...plain('week', text(messages.week), words.week), order: ({ planned }) => planned?.week ?? Infinity },
    plain('reason', text(messages.reason), words.reason, 2.35),
    plain('first', text(messages.first), words.steps, 1.95),
    { ...plain('points', text(messages.points), words.points, 1.5), least: '10ch' },
    { ...plain('data', text(messages.data), gib, 0.95), order: ({ totalGiB }) => totalGiB ?? Infinity },
    plain('subscription', text(messages.subscription), ({ machine: { subscriptionId: id } }) => subscriptionName(id), 1),
  ];
}
