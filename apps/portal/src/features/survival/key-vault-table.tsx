import type { SurvivalKeyVault } from '@tresor/contracts';
import { useMemo } from 'react';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { ResourceTable } from '../../ui/table/resource-table';
import type { TableColumn } from '../../ui/table/table-types';
import { ACCESS_STATES } from '../../words/key-vault-access';
import { messages, placeStates } from './messages';

/** The key vaults that a recovery point needs: whether they are there, can be purged, and let the Backup service in. */
export function KeyVaultTable({ keyVaults }: { keyVaults: readonly SurvivalKeyVault[] }) {
  const text = useText();
  const format = useFormat();
  const columns = useMemo<TableColumn<SurvivalKeyVault>[]>(() => {
    const column = (id: string, header: string, read: (row: SurvivalKeyVault) => string, width = 1) => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const state = ({ state: one, name, keptUntil }: SurvivalKeyVault) =>
      keptUntil === null
        ? text(placeStates[one])
        : `${text(placeStates[one])}. ${text(messages.keptUntil, { keyVault: name, until: format.date(keptUntil) })}`;
    const purge = ({ purgeProtected }: SurvivalKeyVault) =>
      text(purgeProtected === null ? messages.notKnown : purgeProtected ? messages.on : messages.off);
    return [
      column('name', text(messages.keyVault), ({ name }) => name, 1.2),
      column('state', text(messages.state), state, 1.6),
      column('purge', text(messages.purge), purge),
      column('service', text(messages.service), ({ service }) => text(ACCESS_STATES[service][1])),
    ];
  }, [text, format]);
  return (
    <ResourceTable
      short
      label={text(messages.keyVaults)}
      filterLabel={text(messages.keyVaultsFilter)}
      rows={keyVaults}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      empty={text(messages.none)}
    />
  );
}
