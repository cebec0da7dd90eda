import type { EncryptedDisk } from '@tresor/contracts';
import { useMemo } from 'react';
import { useText } from '../../../language/use-text';
import { ResourceTable } from '../../../ui/table/resource-table';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { Status } from '../../../words/status';
import type { TableColumn } from '../../../ui/table/table-types';
import { messages } from './messages';

const STATUS: Readonly<Record<EncryptedDisk['state'], Status>> = {
  encrypted: 'success',
  encrypting: 'in-progress',
  'not-encrypted': 'warning',
  unknown: 'unknown',
};

/** The disks of a machine and what encrypts each. `byAde`: whether Azure Disk Encryption should. */
export function DiskTable({ disks, byAde }: { disks: readonly EncryptedDisk[]; byAde: boolean }) {
  const text = useText();
  const columns = useMemo<TableColumn<EncryptedDisk>[]>(() => {
    const column = (id: string, header: string, read: (disk: EncryptedDisk) => string, width = 1) => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const size = ({ sizeGiB }: EncryptedDisk) => (sizeGiB === null ? text(messages.none) : text(messages.gib, { size: sizeGiB }));
    const stateCell = ({ state }: EncryptedDisk) => <StatusBadge status={STATUS[state]}>{text(messages[state])}</StatusBadge>;
    const state = {
      ...column('state', text(messages.encryptedBy), ({ state }) => text(messages[state]), 1.3),
      cell: stateCell,
    };
    return [
      column('name', text(messages.diskName), ({ name }) => name, 1.8),
      column('role', text(messages.diskRole), ({ role }) => text(messages[role])),
      column('size', text(messages.size), size, 0.8),
      ...(byAde ? [state] : []),
      column('set', text(messages.set), ({ diskEncryptionSet }) => diskEncryptionSet ?? text(messages.none), 1.3),
    ];
  }, [text, byAde]);
  return (
    <ResourceTable
      short
      label={text(messages.disks)}
      filterLabel={text(messages.disksFilter)}
      rows={disks}
      columns={columns}
      rowKey={({ name }) => name}
      rowName={({ name }) => name}
      empty={text(messages.noDisks)}
    />
  );
}
