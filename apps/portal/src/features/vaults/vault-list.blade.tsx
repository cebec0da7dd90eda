import { Add20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { Subscription, VaultSummary } from '@tresor/contracts';
import { useMemo, useState } from 'react';
import { subscriptionsQuery, vaultsQuery } from '../../api/queries';
import { ListBlade } from '../../blades/list-blade';
import { useColumnChooser } from '../../blades/use-column-chooser';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import type { TableColumn } from '../../ui/table/table-types';
import { regionName } from '../../words/regions';
import { messages } from './messages';
import { VaultIcon } from './vault-icon';
import { NarrowingField } from '../../ui/table/narrowing';

const ALL = '';
const NONE: readonly never[] = [];

/** Until the names of subscriptions are read, their ids would make the rows higher for a moment. */
function useVaultColumns(subscriptions: readonly Subscription[], areRead: boolean): TableColumn<VaultSummary>[] {
  const text = useText();
  return useMemo(() => {
    const column = (id: string, header: string, read: (vault: VaultSummary) => string): TableColumn<VaultSummary> => ({
      id,
      header,
      cell: read,
      text: read,
    });
    const nameOf = (id: string) => (areRead ? (subscriptions.find(({ subscriptionId }) => subscriptionId === id)?.name ?? id) : '…');
    return [
      {
        ...column('name', text(messages.name), ({ name }) => name),
        cell: ({ name }) => (
          <>
            <VaultIcon size={18} /> {name}
          </>
        ),
      },
      column('resourceGroup', text(messages.resourceGroup), ({ resourceGroup }) => resourceGroup),
      column('location', text(messages.location), ({ location }) => text(regionName(location))),
      column('subscription', text(messages.subscription), ({ subscriptionId }) => nameOf(subscriptionId)),
    ];
  }, [text, subscriptions, areRead]);
}

export default function VaultList() {
  const text = useText();
  const vaults = useQuery(vaultsQuery());
  const subscriptions = useQuery(subscriptionsQuery());
  const known = subscriptions.data ?? NONE;
  const [subscription, setSubscription] = useState(ALL);

  const { columns, command, chooser } = useColumnChooser(text(messages.columns), useVaultColumns(known, !subscriptions.isPending));
  const rows = useMemo(() => {
    const all = vaults.data ?? NONE;
    return subscription === ALL ? all : all.filter(({ subscriptionId }) => subscriptionId === subscription);
  }, [vaults.data, subscription]);

  return (
    <ListBlade
      id="vaults"
      subtitle="Microsoft"
      query={vaults}
      problem={subscriptions.error}
      commands={[{ id: 'add', label: text(messages.add), icon: <Add20Regular />, href: paths.newVault() }, command]}
      filterLabel={text(messages.filter)}
      tools={
        <NarrowingField
          lateOptions="long"
          label={text(messages.subscriptionFilter)}
          value={subscription}
          onChange={(_, { value }) => setSubscription(value)}
          options={[
            {
              value: ALL,
              label: subscriptions.data ? text(messages.allSubscriptions, { count: known.length }) : text(messages.anySubscription),
            },
            ...known.map(({ subscriptionId, name }) => ({ value: subscriptionId, label: name })),
          ]}
        />
      }
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      href={({ subscriptionId, resourceGroup, name }) => paths.vault({ subscriptionId, resourceGroup, vaultName: name })}
      empty={text(vaults.data?.length === 0 ? messages.empty : messages.noneInSubscription)}
    >
      {chooser}
    </ListBlade>
  );
}
