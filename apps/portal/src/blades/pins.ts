import { useMemo } from 'react';
import { useText } from '../language/use-text';
import { storedList, type StoredList } from '../kept/stored-list';
import { useAccount } from '../session/use-account';
import { bladeAt } from '../map/blade-at';
import { chainOf, rows, titleOf } from '../map/map';
import type { Message } from '../language/messages';

const lists = new Map<string, StoredList>();

/** The paths of the blades that the signed-in person has pinned to the home page. */
export function usePins(): StoredList {
  const { id } = useAccount();
  const pins = lists.get(id) ?? storedList(`tresor.pins.${id}`);
  lists.set(id, pins);
  return pins;
}

export interface PinnedBlade {
  pathname: string;
  title: string;
  /** Titles of the blades it opens from, outermost first. */
  from: readonly string[];
}

/** Oldest pin first. What opens no blade any more is left out. */
export function usePinned(): PinnedBlade[] {
  const pins = usePins();
  const text = useText();
  const paths = pins.use();
  return useMemo(() => {
    const inWords = (title: string | Message) => (typeof title === 'string' ? title : text(title));
    return paths.flatMap((path) => {
      const blade = bladeAt(path);
      if (blade === undefined || rows[blade.id].pinnable !== true) return [];
      const from = chainOf(blade.id).map((id) => inWords(titleOf(id, blade.names)));
      const title = from.pop() ?? '';
      return [{ pathname: blade.pathname, title, from }];
    });
  }, [paths, text]);
}
