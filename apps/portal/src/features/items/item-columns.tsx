import type { Item } from '@tresor/contracts';
import { useMemo } from 'react';
import { willFail } from '../../azure/first-backup/failure-words';
import type { WithFirstBackup } from '../../azure/first-backup/use-first-backup-failures';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { TableColumn } from '../../ui/table/table-types';
import { itemStatus } from './item-status';
import { messages } from './messages';

const NONE: readonly never[] = [];

/** The columns of every list of backup items in the order of the documentation, with others of its own at the end. */
export function useItemColumns<T extends Item>(own: readonly TableColumn<T>[] = NONE): TableColumn<T>[] {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const column = (id: string, header: string, read: (item: T) => string, width = 1): TableColumn<T> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const word = (item: WithFirstBackup<T>) => {
      const { word } = itemStatus(item);
      if (item.firstBackupFailure !== undefined) return willFail(item.firstBackupFailure, text, format);
      return typeof word === 'string' ? word : text(word);
    };
    const point = ({ latestRecoveryPoint: at }: T) => (at === null ? text(messages.none) : format.dateTime(at));
    return [
      column('name', text(messages.name), ({ name }) => name, 1.4),
      column('resourceGroup', text(messages.resourceGroup), ({ resourceGroup }) => resourceGroup, 1.15),
      column('type', text(messages.itemType), () => text(messages.azureMachine), 1.36),
      {
        ...column('status', text(messages.lastStatus), word, 1.28),
        cell: (item) => <StatusBadge status={itemStatus(item).status}>{word(item)}</StatusBadge>,
      },
      {
        ...column('point', text(messages.latestPoint), point, 1.05),
        order: ({ latestRecoveryPoint: at }) => (at === null ? 0 : Date.parse(at)),
      },
      column('policy', text(messages.policy), ({ policyName }) => policyName ?? text(messages.none), 1.13),
      ...own,
    ];
  }, [own, text, format]);
}
