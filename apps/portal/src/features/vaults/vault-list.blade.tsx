import { Add20Regular, ColumnTriple20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { loadPart } from '../../api/load-code';
import { subscriptionsQuery, vaultsQuery } from '../../api/queries';
import { ListBlade } from '../../blades/list-blade';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { SelectField } from '../../ui/fields/fields';
import { messages } from './messages';
import { OPTIONAL_COLUMNS, vaultColumns, type OptionalColumn } from './vault-columns';

const ColumnChooser = lazy(() => loadPart(() => import('./column-chooser')));

const ALL = '';
const NONE: readonly never[] = [];

export default function VaultList() {
  const text = useText();
  const vaults = useQuery(vaultsQuery());
  const subscriptions = useQuery(subscriptionsQuery());
  const known = subscriptions.data ?? NONE;
  const [subscription, setSubscription] = useState(ALL);
  const [choosing, setChoosing] = useState(false);
  const [wanted, setWanted] = useState<ReadonlySet<OptionalColumn>>(new Set(OPTIONAL_COLUMNS));

  const subscriptionName = useCallback((id: string) => known.find(({ subscriptionId }) => subscriptionId === id)?.name ?? id, [known]);
  const columns = useMemo(() => vaultColumns(text, wanted, subscriptionName), [text, wanted, subscriptionName]);
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
      commands={[
        { id: 'add', label: text(messages.add), icon: <Add20Regular />, href: paths.newVault() },
        {
          id: 'columns',
          label: text(messages.columns),
          icon: <ColumnTriple20Regular />,
          expanded: choosing,
          onClick: () => setChoosing(!choosing),
        },
      ]}
      filterLabel={text(messages.filter)}
      tools={
        <SelectField
          label={text(messages.subscriptionFilter)}
          orientation="horizontal"
          value={subscription}
          onChange={(_, { value }) => setSubscription(value)}
          options={[
            { value: ALL, label: text(messages.allSubscriptions, { count: known.length }) },
            ...known.map(({ subscriptionId, name }) => ({ value: subscriptionId, label: name })),
          ]}
        />
      }
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      href={({ subscriptionId, resourceGroup, name }) => paths.vault({ subscriptionId, resourceGroup, vaultName: name })}
      empty={text(messages.empty)}
    >
      <Suspense>{choosing && <ColumnChooser wanted={wanted} onChange={setWanted} />}</Suspense>
    </ListBlade>
  );
}
