import type { VaultPath } from '@tresor/contracts';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { TextLink } from '../../../ui/actions/text-link';
import { messages } from '../setup/messages';

interface ItemsThatHoldProps {
  path: VaultPath;
  items: readonly { name: string; resourceGroup: string }[];
  /** Of all; the list may be shorter. */
  count: number;
}

/** The items for whose sake something cannot be done, each leading to its dashboard. */
export function ItemsThatHold({ path, items, count }: ItemsThatHoldProps) {
  const text = useText();
  return (
    <ul>
      {items.map(({ name, resourceGroup }) => (
        <li key={`${resourceGroup}/${name}`}>
          <TextLink to={paths.item({ ...path, vmGroup: resourceGroup, vmName: name })}>{name}</TextLink>
        </li>
      ))}
      {count > items.length && <li>{text(messages.andMore, { count: count - items.length })}</li>}
    </ul>
  );
}
