import { makeStyles, Textarea } from '@fluentui/react-components';
import type { ItemInVault } from '@tresor/contracts';
import { useState } from 'react';
import { namedFew } from '../../../language/named-few';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { AllNames } from '../../../ui/layout/all-names';
import { messages } from './messages';

interface Pasted {
  ids: string[];
  unknown: string[];
  /** Names that several vaults protect. */
  several: string[];
}

/** The items of a list of names, as it is copied from a table or a letter. */
export function pastedItems(list: string, items: readonly Pick<ItemInVault, 'id' | 'name'>[]): Pasted {
  const names = [...new Set(list.split(/[\s,;]+/).filter(Boolean))];
  const byName = new Map<string, (typeof items)[number][]>();
  for (const item of items) {
    const key = item.name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), item]);
  }
  const found = names.map((name) => ({ name, of: byName.get(name.toLowerCase()) ?? [] }));
  const named = (isWanted: (count: number) => boolean) => found.filter(({ of }) => isWanted(of.length)).map(({ name }) => name);
  return {
    ids: found.flatMap(({ of }) => of.map(({ id }) => id)),
    unknown: named((count) => count === 0),
    several: named((count) => count > 1),
  };
}

const useStyles = makeStyles({ list: { width: '480px', maxWidth: '100%', minHeight: '120px' } });

interface PastedItemsProps {
  items: readonly ItemInVault[];
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
}

/** Selects the machines of a list of names, beside those that are selected anyway, and says which of them nobody protects. */
export function PastedItems({ items, selected, onSelect }: PastedItemsProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const [list, setList] = useState('');
  const [added, setAdded] = useState<readonly string[]>([]);
  const { ids, unknown, several } = pastedItems(list, items);
  const change = (value: string) => {
    const named = pastedItems(value, items).ids;
    const others = [...selected].filter((id) => !added.includes(id));
    setList(value);
    setAdded(named.filter((id) => !others.includes(id)));
    onSelect(new Set([...others, ...named]));
  };
  return (
    <>
      <Textarea
        className={styles.list}
        aria-label={text(messages.pasteLabel)}
        placeholder={text(messages.pasteLabel)}
        value={list}
        onChange={(_, { value }) => change(value)}
      />
      <output>
        {list.trim() !== '' && <p>{text(messages.pasted, { count: ids.length })}</p>}
        {unknown.length > 0 && <p>{text(messages.unknownNames, { names: namedFew(unknown, format, text) })}</p>}
        {several.length > 0 && <p>{text(messages.severalOf, { names: namedFew(several, format, text) })}</p>}
      </output>
      <AllNames names={unknown} />
      <AllNames names={several} />
    </>
  );
}
