import { useQuery } from '@tanstack/react-query';
import type { KeyVaultId } from '@tresor/contracts';
import { useMemo } from 'react';
import { subscriptionOf } from '@tresor/support-matrix';
import { allKeyVaultsQuery, keyVaultAccessQuery } from '../../../api/queries';
import { virtualMachinesQuery } from '../../../api/virtual-machines-query';
import { EstateNotes } from '../../../azure/estate/estate-notes';
import { ListNote } from '../../../azure/estate/list-note';
import { saidOf, useEstateScope } from '../../../azure/estate/use-estate-scope';
import { ListBlade } from '../../../blades/list-blade';
import { useSaveCommands } from '../../../blades/use-save-commands';
import { useSubscriptionName } from '../../../azure/estate/use-subscription-name';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { useAddressChoice, useLinkWithChoices } from '../../../ui/fields/use-address-choice';
import type { TableColumn } from '../../../ui/table/table-types';
import { ACCESS_STATES } from '../../../words/key-vault-access';
import { regionName } from '../../../words/regions';
import { firstMachines } from './first-machines';
import { isKeyVaultFilter, KEY_VAULT_FILTERS, keyVaultRows, matchesKeyVault, type KeyVaultRow } from './key-vault-rows';
import { estateMessages, messages } from './messages';
import { NarrowingField } from '../../../ui/table/narrowing';

const NONE: readonly never[] = [];
const FRESH_MS = 60_000;

/** What Azure Backup may do in a key vault of the list. A table asks for the rows in sight only. */
function AccessCell({ id }: { id: KeyVaultId }) {
  const text = useText();
  const { data, error } = useQuery({ ...keyVaultAccessQuery({ keyVaultIds: [id], needsKeys: true }), staleTime: FRESH_MS });
  const [found] = data ?? [];
  if (error !== null) return text(estateMessages.notRead);
  if (found === undefined) return '…';
  const [status, word] = ACCESS_STATES[found.state];
  return <StatusBadge status={status}>{text(word)}</StatusBadge>;
}

function useColumns(): readonly TableColumn<KeyVaultRow>[] {
  const text = useText();
  const subscriptionName = useSubscriptionName();
  return useMemo(() => {
    const column = (id: string, header: string, read: (row: KeyVaultRow) => string, width = 1): TableColumn<KeyVaultRow> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const ofSeen = (read: (seen: NonNullable<KeyVaultRow['seen']>) => string) => (row: KeyVaultRow) =>
      row.seen === null ? text(messages.notKnown) : read(row.seen);
    const sighted = ({ seen }: KeyVaultRow) => text(seen === null ? estateMessages.notSeen : estateMessages.there);
    return [
      column('name', text(messages.name), ({ name }) => name, 1.2),
      { ...column('state', text(messages.state), sighted, 1.3), cell: ({ id }) => <AccessCell id={id} /> },
      column(
        'model',
        text(messages.model),
        ofSeen(({ model }) => text(messages[model])),
        1.2,
      ),
      column(
        'purge',
        text(estateMessages.purge),
        ofSeen(({ purgeProtection }) => text(purgeProtection ? estateMessages.on : estateMessages.off)),
      ),
      {
        ...column('machines', text(messages.machines), ({ machines }) => machines.join(', ') || text(estateMessages.none), 1.6),
        order: ({ machines }) => machines.length,
        cell: ({ machines }) => firstMachines(machines, text) || text(estateMessages.none),
      },
      column('subscription', text(estateMessages.subscription), ({ id }) => subscriptionName(subscriptionOf(id))),
      column(
        'region',
        text(messages.location),
        ofSeen(({ location }) => text(regionName(location))),
      ),
    ];
  }, [text, subscriptionName]);
}

/** The key vaults of all subscriptions, those in which machines have their keys first of all. */
export default function AllKeyVaults() {
  const text = useText();
  const scope = useEstateScope();
  const withChoices = useLinkWithChoices();
  const list = useQuery(allKeyVaultsQuery(scope.managementGroup));
  const machines = useQuery({ ...virtualMachinesQuery(undefined, scope.managementGroup), select: ({ rows }) => rows });
  const complete =
    useQuery({ ...virtualMachinesQuery(undefined, scope.managementGroup), select: ({ complete }) => complete }).data === true;
  const [asked, show] = useAddressChoice('show');
  const filter = isKeyVaultFilter(asked) ? asked : 'used';
  const columns = useColumns();
  const all = useMemo(
    () => (complete && list.data !== undefined ? keyVaultRows(list.data, machines.data ?? NONE) : undefined),
    [complete, list.data, machines.data],
  );
  const rows = useMemo(() => (all ?? NONE).filter((row) => matchesKeyVault(row, filter)), [all, filter]);
  const error = list.error ?? machines.error;
  const isPending = all === undefined && error === null;
  const saving = useSaveCommands({ fileName: text(estateMessages.fileName), columns, rows, complete: all !== undefined, error });
  return (
    <ListBlade
      id="allKeyVaults"
      savesFilters
      query={{ ...list, data: all, error, isPending, isFetching: list.isFetching || machines.isFetching }}
      onRefresh={() => {
        void list.refetch();
        void machines.refetch();
      }}
      commands={saving.commands}
      filterLabel={text(messages.filter)}
      tools={
        <NarrowingField
          label={text(estateMessages.show)}
          value={filter}
          onChange={(_, { value }) => show(value === 'used' ? '' : value)}
          options={KEY_VAULT_FILTERS.map((value) => ({ value, label: text(estateMessages[value]) }))}
        />
      }
      rows={rows}
      columns={columns}
      onShown={saving.onShown}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      href={({ id }) => withChoices(paths.estateKeyVault(id))}
      empty={text(all?.length === 0 ? saidOf(scope, estateMessages.empty, estateMessages.emptyInGroup) : estateMessages.emptyFilter)}
    >
      <EstateNotes scope={scope} />
      <ListNote>{text(estateMessages.about)}</ListNote>
    </ListBlade>
  );
}
