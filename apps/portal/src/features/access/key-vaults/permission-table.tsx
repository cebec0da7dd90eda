import type { KeyVaultDetails } from '@tresor/contracts';
import { neededKeyVaultPermissions, type KeyVaultPermission } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { useText } from '../../../language/use-text';
import { ResourceTable } from '../../../ui/table/resource-table';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { TableColumn } from '../../../ui/table/table-types';
import { permissionNames } from '../../../words/key-vault-access';
import { messages } from './messages';

const ALL = neededKeyVaultPermissions('current', true);

interface Row {
  permission: KeyVaultPermission;
  needed: 'neededYes' | 'neededToday' | 'neededNo';
  isHeld: boolean;
}

interface PermissionTableProps {
  details: KeyVaultDetails;
  /** What the edition in force asks for. */
  needed: readonly KeyVaultPermission[];
  /** What today's service asks for. */
  neededToday: readonly KeyVaultPermission[];
}

/** Each permission: whether it is needed, and whether the service holds it. */
export function PermissionTable({ details, needed, neededToday }: PermissionTableProps) {
  const text = useText();
  const { held } = details;
  const rows = ALL.map((permission): Row => {
    const today = neededToday.includes(permission) ? 'neededToday' : 'neededNo';
    return { permission, needed: needed.includes(permission) ? 'neededYes' : today, isHeld: held.includes(permission) };
  });
  const columns = useMemo<TableColumn<Row>[]>(() => {
    const name = ({ permission }: Row) => text(permissionNames[permission]);
    const need = ({ needed }: Row) => text(messages[needed]);
    const word = ({ isHeld, needed }: Row) => text(isHeld ? messages.held : needed === 'neededNo' ? messages.notHeld : messages.missing);
    const status = ({ isHeld, needed }: Row) => (isHeld ? 'success' : needed === 'neededNo' ? 'unknown' : 'warning');
    const badge = (row: Row) => <StatusBadge status={status(row)}>{word(row)}</StatusBadge>;
    return [
      { id: 'permission', header: text(messages.permission), cell: name, text: name, width: 1.6 },
      { id: 'needed', header: text(messages.needed), cell: need, text: need, width: 1.2 },
      { id: 'held', header: text(messages.has), cell: badge, text: word },
    ];
  }, [text]);
  return (
    <ResourceTable
      short
      label={text(messages.permissions)}
      filterLabel={text(messages.filter)}
      rows={rows}
      columns={columns}
      rowKey={({ permission }) => permission}
      rowName={({ permission }) => text(permissionNames[permission])}
      empty={text(messages.notKnown)}
    />
  );
}
