import { DocumentBulletListMultiple20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { ItemInVault } from '@tresor/contracts';
import { useMemo } from 'react';
import { allItemsQuery } from '../../api/queries';
import { isBackedUp } from '@tresor/support-matrix';
import { useWithFirstBackup } from '../../azure/first-backup/use-first-backup-failures';
import { useUnprovenFilter } from '../../azure/recovery/use-unproven-filter';
import { EstateNotes } from '../../azure/estate/estate-notes';
import { saidOf, useEstateScope } from '../../azure/estate/use-estate-scope';
import { ListBlade } from '../../blades/list-blade';
import { useSaveCommands } from '../../blades/use-save-commands';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import type { TableColumn } from '../../ui/table/table-types';
import { useItemColumns } from './item-columns';
import { messages } from './messages';
import { useStatusFilter } from './use-status-filter';

const NONE: readonly ItemInVault[] = [];

/** The backup items of all vaults: one knows which machine is gone, not always which vault protects it. */
export default function AllItems() {
  const text = useText();
  const scope = useEstateScope();
  const items = useQuery(allItemsQuery(scope.managementGroup));
  const vaultColumn = useMemo((): TableColumn<ItemInVault>[] => {
    const vaultName = ({ vault }: ItemInVault) => vault.vaultName;
    return [{ id: 'vault', header: text(messages.vault), cell: vaultName, text: vaultName, width: 1.2 }];
  }, [text]);
  const columns = useItemColumns(vaultColumn);
  const { rows: ofStatus, tool: statusTool } = useStatusFilter(useWithFirstBackup(items.data ?? NONE));
  const { isShown, isOn, isKnown, reading, note, tool: provenTool } = useUnprovenFilter();
  const rows = useMemo(
    () => (isOn ? ofStatus.filter((item) => isBackedUp(item) && isShown(item.vmId)) : ofStatus),
    [ofStatus, isOn, isShown],
  );
  const saving = useSaveCommands({
    fileName: text(messages.fileName),
    columns,
    rows,
    complete: items.data !== undefined && isKnown,
    error: reading(items).error,
  });
  return (
    <ListBlade
      id="allItems"
      savesFilters
      query={reading(items)}
      commands={[
        { id: 'recover', label: text(messages.recoverMany), icon: <DocumentBulletListMultiple20Regular />, href: paths.newRecoveryPlan() },
        ...saving.commands,
      ]}
      filterLabel={text(messages.filter)}
      tools={
        <>
          {statusTool}
          {provenTool}
        </>
      }
      rows={rows}
      columns={columns}
      onShown={saving.onShown}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      href={({ vault, resourceGroup, name }) => paths.item({ ...vault, vmGroup: resourceGroup, vmName: name })}
      empty={text(items.data?.length === 0 ? saidOf(scope, messages.nothingAnywhere, messages.nothingInGroup) : messages.noMatch)}
    >
      <EstateNotes scope={scope} />
      {note}
    </ListBlade>
  );
}
