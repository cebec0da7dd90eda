import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useQuery } from '@tanstack/react-query';
import type { Item } from '@tresor/contracts';
import { itemsQuery } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { useText } from '../../i18n/use-text';
import { paths, useVaultPath } from '../../paths';
import { ResourceTable } from '../../ui/resource-table';
import { useItemColumns } from './item-columns';
import { messages } from './messages';

const NONE: readonly Item[] = [];

export default function ItemList() {
  const text = useText();
  const path = useVaultPath();
  const items = useQuery(itemsQuery(path));
  const columns = useItemColumns();
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
