import type { VaultSummary } from '@tresor/contracts';
import { regionName } from '../../words/regions';
import type { Text } from '../../language/use-text';
import type { TableColumn } from '../../ui/table/table-types';
import { messages } from './messages';
import { VaultIcon } from './vault-icon';

export const OPTIONAL_COLUMNS = ['resourceGroup', 'location', 'subscription'] as const;
export type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number];

type Read = (vault: VaultSummary) => string;

const column = (id: string, header: string, read: Read): TableColumn<VaultSummary> => ({ id, header, cell: read, text: read });

/** The name always; of the others those that are wanted, in their fixed order. */
export function vaultColumns(
  text: Text,
  wanted: ReadonlySet<OptionalColumn>,
  subscriptionName: (id: string) => string,
): TableColumn<VaultSummary>[] {
  const optional: Record<OptionalColumn, Read> = {
    resourceGroup: (vault) => vault.resourceGroup,
    location: (vault) => text(regionName(vault.location)),
    subscription: (vault) => subscriptionName(vault.subscriptionId),
  };
  return [
    {
      ...column('name', text(messages.name), ({ name }) => name),
      cell: ({ name }) => (
        <>
          <VaultIcon size={18} /> {name}
        </>
      ),
    },
    ...OPTIONAL_COLUMNS.filter((id) => wanted.has(id)).map((id) => column(id, text(messages[id]), optional[id])),
  ];
}
