import { Select } from '@fluentui/react-components';
import type { ItemInVault } from '@tresor/contracts';
import { useMemo } from 'react';
import { useText } from '../../../language/use-text';
import { messages } from './messages';
import { choicesOf, namesIn, type TagChoice } from './tag-choice';

interface TagFilterProps {
  items: readonly ItemInVault[];
  choice: TagChoice | null;
  onChoose: (choice: TagChoice | null) => void;
}

/** Narrows the machines to those of a tag: its name first, then one of the values that there are. */
export function TagFilter({ items, choice, onChoose }: TagFilterProps) {
  const text = useText();
  const names = useMemo(() => namesIn(items), [items]);
  const name = choice?.name ?? '';
  const choices = useMemo(() => (name === '' ? [] : choicesOf(items, name)), [items, name]);
  const unseen = items.filter(({ tags }) => tags === null).length;
  const at = choices.findIndex((one) => JSON.stringify(one.choice) === JSON.stringify(choice));
  const words = ({ with: wanted }: TagChoice, count: number) =>
    wanted.kind === 'value' ? text(messages.tagValue, { value: wanted.value, count }) : text(WORDS[wanted.kind], { count });
  return (
    <>
      <Select
        aria-label={text(messages.tag)}
        value={name}
        onChange={(_, { value }) => onChoose(value === '' ? null : { name: value, with: { kind: 'any' } })}
      >
        <option value="">{text(names.length === 0 ? messages.noTagInSight : messages.allTags)}</option>
        {names.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
      {choice !== null && (
        <Select
          aria-label={text(messages.valueOf, { name })}
          value={String(Math.max(at, 0))}
          onChange={(_, { value }) => onChoose(choices[Number(value)]?.choice ?? null)}
        >
          {choices.map((one, place) => (
            <option key={JSON.stringify(one.choice.with)} value={String(place)}>
              {words(one.choice, one.count)}
            </option>
          ))}
        </Select>
      )}
      {choice !== null && unseen > 0 && <span>{text(messages.tagsUnseenText, { count: unseen })}</span>}
    </>
  );
}

const WORDS = { any: messages.anyValue, none: messages.withoutTag, unseen: messages.unseenTags } as const;
