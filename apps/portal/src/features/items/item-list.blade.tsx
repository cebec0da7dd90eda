import { Add20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { useMemo, useCallback } from 'react';
import { itemsQuery } from '../../api/queries';
import { useWithFirstBackup } from '../../azure/first-backup/use-first-backup-failures';
import { isRegionSilent } from '../../azure/vaults/region-silent';
import { ListBlade } from '../../blades/list-blade';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { paths, useVaultPath } from '../../map/paths';
import type { TableColumn, RowCommand } from '../../ui/table/table-types';
import { InfoBox } from '../../ui/feedback/info-box';
import { TextLink } from '../../ui/actions/text-link';
import { useItemColumns } from './item-columns';
import { messages } from './messages';
import { useItemCommands } from './use-item-commands';
import { useNextBackup } from './use-next-backup';
import { useStandings, type StandingItem } from './use-standings';
import { useStatusFilter } from './use-status-filter';
import { isResourceGroupName, isVmName } from '../../api/known-ids';

/** When the machine is backed up the next time; behind the columns of the article. */
function useOwnColumns(): TableColumn<StandingItem>[] {
  const text = useText();
  const format = useFormat();
  const nextBackup = useNextBackup(useVaultPath());
  return useMemo(() => {
    // The schedule of a machine that is gone goes on, but there is nothing left to back up.
    const nextOf = (item: StandingItem) => (item.machine === 'gone' ? undefined : nextBackup(item));
    const word = (item: StandingItem) => {
      const next = nextOf(item);
      return next === undefined ? text(messages.none) : format.dateTime(new Date(next));
    };
    const order = (item: StandingItem) => nextOf(item) ?? Number.MAX_SAFE_INTEGER;
    return [{ id: 'next', header: text(messages.nextBackup), cell: word, text: word, order, width: 1.05 }];
  }, [text, format, nextBackup]);
}

/** What can be done with an item of the list, as on its dashboard. */
function useRowCommands(path: VaultPath): (item: StandingItem) => RowCommand[] {
  const commandsOf = useItemCommands(path);
  return useCallback(
    (item) => {
      const { resourceGroup: vmGroup, name: vmName } = item;
      return isResourceGroupName(vmGroup) && isVmName(vmName) ? commandsOf({ ...path, vmGroup, vmName }, { data: item, error: null }) : [];
    },
    [commandsOf, path],
  );
}

export default function ItemList() {
  const text = useText();
  const path = useVaultPath();
  const items = useQuery(itemsQuery(path));
  const columns = useItemColumns(useOwnColumns());
  const { items: standing, note } = useStandings(path, items.data);
  const { rows, tool } = useStatusFilter(useWithFirstBackup(standing, path.subscriptionId));
  const commands = useRowCommands(path);
  return (
    <ListBlade
      id="items"
      subtitle={path.vaultName}
      query={items}
      commands={[{ id: 'add', label: text(messages.add), icon: <Add20Regular />, href: paths.backup(path) }]}
      filterLabel={text(messages.filter)}
      tools={tool}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      href={({ resourceGroup, name }) => paths.item({ ...path, vmGroup: resourceGroup, vmName: name })}
      rowCommands={commands}
      empty={text(items.data?.length === 0 ? messages.empty : messages.noMatch)}
    >
      {isRegionSilent(items.error) && (
        <InfoBox>
          <p>{text(messages.regionSilent)}</p>
          <TextLink to={paths.allItems()}>{text(messages.ofAllVaults)}</TextLink>
        </InfoBox>
      )}
      {note}
    </ListBlade>
  );
}
