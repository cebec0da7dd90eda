import type { KeyVaultTarget, KeyVaultTargetReason } from '@tresor/contracts';
import { sameName, subscriptionOf } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { useText } from '../../../language/use-text';
import { regionName } from '../../../words/regions';
import { oneRow } from '../../../ui/table/one-row';
import { ResourceTable } from '../../../ui/table/resource-table';
import type { TableColumn } from '../../../ui/table/table-types';
import { targetReasons, targetReasonsOfProvider } from '../../../words/key-vault-target-words';
import { useDelegated } from '../../../api/use-delegated';
import { keyMessages as messages } from './key-messages';

interface KeyVaultTableProps {
  targets: readonly KeyVaultTarget[];
  /** ARM id of the key vault the secret was in. */
  original: string;
  chosen: string | null;
  onChoose: (id: string) => void;
}

/** Where key and secret can go; the others stay in sight with the reason. */
export function KeyVaultTable({ targets, original, chosen, onChoose }: KeyVaultTableProps) {
  const text = useText();
  const isDelegated = useDelegated();
  const reasonWords = (id: string, reason: KeyVaultTargetReason) =>
    (isDelegated(subscriptionOf(id)) ? targetReasonsOfProvider[reason] : undefined) ?? targetReasons[reason];
  const columns = useMemo<TableColumn<KeyVaultTarget>[]>(() => {
    const isOriginal = ({ id }: KeyVaultTarget) => sameName(id, original);
    const name = (target: KeyVaultTarget) => (isOriginal(target) ? text(messages.original, { name: target.name }) : target.name);
    const place = ({ location }: KeyVaultTarget) => text(regionName(location));
    return [
      { id: 'name', header: text(messages.target), cell: name, text: name, width: 2 },
      { id: 'location', header: text(messages.location), cell: place, text: place },
    ];
  }, [text, original]);
  return (
    <ResourceTable
      short
      label={text(messages.target)}
      filterLabel={text(messages.targetFilter)}
      rows={targets}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      selection={{
        ...oneRow(chosen, onChoose),
        disabledReason: ({ id, reason }) => (reason === null ? null : text(reasonWords(id, reason))),
      }}
      empty={text(messages.noTarget)}
    />
  );
}
