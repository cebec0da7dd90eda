import { Select, Textarea } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ItemInVault } from '@tresor/contracts';
import { useMemo, useState } from 'react';
import { subscriptionsQuery } from '../../../api/queries';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { PlainButton } from '../../../ui/actions/buttons';
import { Disclosure } from '../../../ui/layout/disclosure';
import { ResourceTable } from '../../../ui/table/resource-table';
import type { TableColumn } from '../../../ui/table/table-types';
import { messages } from './messages';
import { pastedItems } from './pasted-names';
import { canComeBack, isMissing } from './use-plan-draft';

const STANDING = { there: messages.there, gone: messages.goneWord, unseen: messages.unseen } as const;

function useColumns(): TableColumn<ItemInVault>[] {
  const text = useText();
  const format = useFormat();
  const { data: subscriptions } = useQuery(subscriptionsQuery());
  return useMemo(() => {
    const column = (id: string, header: string, read: (item: ItemInVault) => string, width = 1): TableColumn<ItemInVault> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const subscription = ({ vault: { subscriptionId } }: ItemInVault) =>
      subscriptions?.find((one) => one.subscriptionId === subscriptionId)?.name ?? subscriptionId;
    const latest = ({ latestRecoveryPoint: at }: ItemInVault) => (at === null ? '' : format.dateTime(at));
    return [
      column('machine', text(messages.machine), ({ name }) => name, 1.3),
      column('standing', text(messages.standing), ({ machine }) => text(STANDING[machine]), 0.9),
      { ...column('latest', text(messages.latest), latest, 1.2), order: ({ latestRecoveryPoint: at }) => Date.parse(at ?? '') || 0 },
      column('group', text(messages.machineGroup), ({ resourceGroup }) => resourceGroup),
      column('vault', text(messages.vault), ({ vault }) => vault.vaultName),
      column('subscription', text(messages.subscription), subscription),
    ];
  }, [text, format, subscriptions]);
}

interface ItemTableProps {
  items: readonly ItemInVault[];
  loading: boolean;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
}

/** The machines to choose from. What is shown can be narrowed to a vault, a subscription or a group by its name, and selected whole. */
export function ItemTable({ items, loading, selected, onSelect }: ItemTableProps) {
  const text = useText();
  const columns = useColumns();
  const [isNarrowed, setNarrowed] = useState(false);
  const missing = useMemo(() => items.filter(isMissing), [items]);
  const shown = isNarrowed ? missing : items;
  return (
    <ResourceTable
      label={text(messages.list)}
      filterLabel={text(messages.filter)}
      rows={shown}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      loading={loading}
      empty={text(isNarrowed ? messages.noneGone : messages.empty)}
      selection={{
        selected,
        onChange: onSelect,
        disabledReason: (item) => (canComeBack(item) ? null : text(messages.noPoint)),
      }}
      tools={
        <>
          <Select
            aria-label={text(messages.show)}
            value={isNarrowed ? 'gone' : 'all'}
            onChange={(_, { value }) => setNarrowed(value === 'gone')}
          >
            <option value="all">{text(messages.all)}</option>
            <option value="gone">{text(messages.gone)}</option>
          </Select>
          <PlainButton
            onClick={() => onSelect(new Set(missing.map(({ id }) => id)))}
            reason={missing.length === 0 ? text(messages.noneGone) : undefined}
          >
            {text(messages.selectGone, { count: missing.length })}
          </PlainButton>
          <Disclosure label={text(messages.paste)} name={text(messages.paste)}>
            <PastedNames items={items} onSelect={onSelect} />
          </Disclosure>
        </>
      }
    />
  );
}

function PastedNames({ items, onSelect }: Pick<ItemTableProps, 'items' | 'onSelect'>) {
  const text = useText();
  const format = useFormat();
  const [list, setList] = useState('');
  const { ids, unknown, several } = pastedItems(list, items);
  const usable = ids.filter((id) => items.some((item) => item.id === id && canComeBack(item)));
  const change = (value: string) => {
    setList(value);
    const found = new Set(pastedItems(value, items).ids);
    onSelect(new Set(items.filter((item) => found.has(item.id) && canComeBack(item)).map(({ id }) => id)));
  };
  return (
    <>
      <Textarea
        aria-label={text(messages.pasteLabel)}
        placeholder={text(messages.pasteLabel)}
        value={list}
        onChange={(_, { value }) => change(value)}
      />
      <output>
        {list.trim() !== '' && <p>{text(messages.pasted, { count: usable.length })}</p>}
        {unknown.length > 0 && <p>{text(messages.unknownNames, { names: format.list(unknown) })}</p>}
        {several.length > 0 && <p>{text(messages.severalOf, { names: format.list(several) })}</p>}
      </output>
    </>
  );
}
