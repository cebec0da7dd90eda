import { useQuery } from '@tanstack/react-query';
import type { VaultSummary } from '@tresor/contracts';
import { useMemo } from 'react';
import { useAbout } from '../../about';
import { vaultsQuery } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { paths } from '../../paths';
import { ProblemBar } from '../../ui/problem-bar';
import { ResourceTable } from '../../ui/resource-table';
import type { TableColumn } from '../../ui/table-types';
import { fixMessages as messages } from './fix-messages';
import type { HelpEntry } from './help-entry-kind';

const NONE: readonly VaultSummary[] = [];

/** Where no vault is open, what can be done begins with one. */
export function ChooseVault({ entry }: { entry: HelpEntry }) {
  const text = useText();
  const about = useAbout();
  const vaults = useQuery(vaultsQuery());
  const columns = useMemo<TableColumn<VaultSummary>[]>(
    () => [
      { id: 'name', header: text(messages.name), cell: ({ name }) => name, text: ({ name }) => name },
      { id: 'group', header: text(messages.resourceGroup), cell: ({ resourceGroup }) => resourceGroup, text: (row) => row.resourceGroup },
    ],
    [text],
  );
  if (vaults.error !== null) return <ProblemBar problem={vaults.error} />;
  return (
    <>
      <p>{text(messages.chooseVault)}</p>
      <ResourceTable
        label={text(messages.chooseVault)}
        filterLabel={text(messages.filterVaults)}
        rows={vaults.data ?? NONE}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        href={({ subscriptionId, resourceGroup, name }) =>
          paths.helpEntry({ subscriptionId, resourceGroup, vaultName: name }, [entry.id], about)
        }
        empty={text(messages.noVault)}
        loading={vaults.isPending}
      />
    </>
  );
}
