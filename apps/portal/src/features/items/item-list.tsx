import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useQuery } from '@tanstack/react-query';
import type { Item } from '@tresor/contracts';
import { useMemo } from 'react';
import { itemsQuery } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { useFormat } from '../../i18n/use-format';
import { useText } from '../../i18n/use-text';
import { paths, useVaultPath } from '../../paths';
import { ResourceTable } from '../../ui/resource-table';
import { StatusBadge } from '../../ui/status-badge';
import type { TableColumn } from '../../ui/table-types';
import { itemStatus } from './item-status';
import { messages } from './messages';

const NONE: readonly Item[] = [];

function useColumns(): TableColumn<Item>[] {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const column = (id: string, header: string, read: (item: Item) => string, width = 1): TableColumn<Item> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const word = (item: Item) => {
      const { word } = itemStatus(item);
      return typeof word === 'string' ? word : text(word);
    };
    const point = ({ latestRecoveryPoint: at }: Item) => (at === null ? text(messages.none) : format.dateTime(at));
    return [
      column('name', text(messages.name), ({ name }) => name),
      column('resourceGroup', text(messages.resourceGroup), ({ resourceGroup }) => resourceGroup),
      column('type', text(messages.itemType), () => text(messages.azureMachine), 1.2),
      {
        ...column('status', text(messages.lastStatus), word, 1.5),
        cell: (item) => <StatusBadge status={itemStatus(item).status}>{word(item)}</StatusBadge>,
      },
      {
        ...column('point', text(messages.latestPoint), point, 1.5),
        order: ({ latestRecoveryPoint: at }) => (at === null ? 0 : Date.parse(at)),
      },
      column('policy', text(messages.policy), ({ policyName }) => policyName ?? text(messages.none), 1.3),
    ];
  }, [text, format]);
}

export default function ItemList() {
  const text = useText();
  const path = useVaultPath();
  const items = useQuery(itemsQuery(path));
  const columns = useColumns();
  return (
    <Blade
      title={text(messages.items)}
      subtitle={path.vaultName}
      size="large"
      busy={items.isFetching}
      problem={items.error}
      commands={[
        { id: 'refresh', label: text(messages.refresh), icon: <ArrowClockwise20Regular />, onClick: () => void items.refetch() },
        { id: 'add', label: text(messages.add), icon: <Add20Regular />, href: paths.backup(path) },
      ]}
    >
      <ResourceTable
        label={text(messages.items)}
        filterLabel={text(messages.filter)}
        rows={items.data ?? NONE}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        href={({ resourceGroup, name }) => paths.item({ ...path, vmGroup: resourceGroup, vmName: name })}
        empty={text(messages.empty)}
        loading={items.isPending}
      />
    </Blade>
  );
}
