import { Select } from '@fluentui/react-components';
import type { ItemInVault } from '@tresor/contracts';
import { useCallback, useMemo, useState } from 'react';
import { ELSEWHERE, isElsewhere } from '../../../azure/items/machine-of-item';
import { useText } from '../../../language/use-text';
import { PlainButton } from '../../../ui/actions/buttons';
import { Disclosure } from '../../../ui/layout/disclosure';
import { ResourceTable } from '../../../ui/table/resource-table';
import { wasBackedUp } from '../item-key';
import { useItemColumns } from './item-columns';
import { messages } from './messages';
import { PastedItems } from './pasted-items';
import { isOfTag, type TagChoice } from './tag-choice';
import { TagFilter } from './tag-filter';
import { isMissing } from './use-plan-draft';

interface ItemTableProps {
  items: readonly ItemInVault[];
  loading: boolean;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
}

/** The machines to choose from. What is shown can be narrowed to a tag, a vault, a subscription or a group, and selected whole. */
export function ItemTable({ items, loading, selected, onSelect }: ItemTableProps) {
  const text = useText();
  const columns = useItemColumns();
  const [isNarrowed, setNarrowed] = useState(false);
  const [tag, setTag] = useState<TagChoice | null>(null);
  const missing = useMemo(() => items.filter(isMissing), [items]);
  const shown = useMemo(() => (isNarrowed ? missing : items).filter((item) => isOfTag(item, tag)), [isNarrowed, missing, items, tag]);
  const disabledReason = useCallback((item: ItemInVault) => (isElsewhere(item) ? text(ELSEWHERE) : null), [text]);
  const selectAll = (some: readonly ItemInVault[]) => onSelect(new Set(some.map(({ id }) => id)));
  return (
    <ResourceTable
      label={text(messages.list)}
      filterLabel={text(messages.filter)}
      rows={shown}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      loading={loading}
      empty={text(emptyWords(isNarrowed, tag))}
      selection={{
        selected,
        onChange: onSelect,
        disabledReason,
        note: (item) => (wasBackedUp(item) ? null : text(messages.neverText)),
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
          <TagFilter items={items} choice={tag} onChoose={setTag} />
          {tag !== null && (
            <PlainButton onClick={() => selectAll(shown)} reason={shown.length === 0 ? text(messages.noneOfTag) : undefined}>
              {text(messages.selectThese, { count: shown.length })}
            </PlainButton>
          )}
          <PlainButton onClick={() => selectAll(missing)} reason={missing.length === 0 ? text(messages.noneGone) : undefined}>
            {text(messages.selectGone, { count: missing.length })}
          </PlainButton>
          <Disclosure label={text(messages.paste)} name={text(messages.paste)}>
            <PastedItems items={items} selected={selected} onSelect={onSelect} />
          </Disclosure>
        </>
      }
    />
  );
}

function emptyWords(isNarrowed: boolean, tag: TagChoice | null) {
  if (tag !== null) return messages.noneOfTag;
  return isNarrowed ? messages.noneGone : messages.empty;
}
