import { Textarea } from '@fluentui/react-components';
import type { ItemInVault } from '@tresor/contracts';
import { useState } from 'react';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { messages } from './messages';
import { pastedItems } from './pasted-names';

interface PastedItemsProps {
  items: readonly ItemInVault[];
  onSelect: (ids: ReadonlySet<string>) => void;
}

/** Selects the machines of a list of names, and says which of them nobody protects. */
export function PastedItems({ items, onSelect }: PastedItemsProps) {
  const text = useText();
  const format = useFormat();
  const [list, setList] = useState('');
  const { ids, unknown, several } = pastedItems(list, items);
  const change = (value: string) => {
    setList(value);
    onSelect(new Set(pastedItems(value, items).ids));
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
        {list.trim() !== '' && <p>{text(messages.pasted, { count: ids.length })}</p>}
        {unknown.length > 0 && <p>{text(messages.unknownNames, { names: format.list(unknown) })}</p>}
        {several.length > 0 && <p>{text(messages.severalOf, { names: format.list(several) })}</p>}
      </output>
    </>
  );
}
