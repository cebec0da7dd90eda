import { useQuery } from '@tanstack/react-query';
import type { Item, VaultPath } from '@tresor/contracts';
import { useMemo } from 'react';
import { useAbout } from '../../about';
import { itemsQuery } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { paths } from '../../paths';
import { ProblemBar } from '../../ui/problem-bar';
import { ResourceTable } from '../../ui/resource-table';
import type { TableColumn } from '../../ui/table-types';
import { fixMessages as messages } from './fix-messages';
import type { HelpEntry } from './help-entry-kind';

const NONE: readonly Item[] = [];

/** The backup items of the vault: the entry of the chosen one offers what can be done with it. */
export function ChooseMachine({ entry, vault }: { entry: HelpEntry; vault: VaultPath }) {
  const text = useText();
  const about = useAbout();
  const items = useQuery(itemsQuery(vault));
  const columns = useMemo<TableColumn<Item>[]>(
    () => [
      { id: 'name', header: text(messages.name), cell: ({ name }) => name, text: ({ name }) => name },
      { id: 'group', header: text(messages.resourceGroup), cell: ({ resourceGroup }) => resourceGroup, text: (row) => row.resourceGroup },
    ],
    [text],
  );
  if (items.error !== null) return <ProblemBar problem={items.error} />;
  return (
    <>
      <p>{text(messages.chooseMachine)}</p>
      <ResourceTable
        label={text(messages.chooseMachine)}
        filterLabel={text(messages.filterMachines)}
        rows={items.data ?? NONE}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        href={({ resourceGroup, name }) =>
          paths.helpEntry(vault, [entry.id], { ...about, machine: { vmGroup: resourceGroup, vmName: name } })
        }
        empty={text(messages.noMachine)}
        loading={items.isPending}
      />
    </>
  );
}
