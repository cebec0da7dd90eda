import { useMemo } from 'react';
import { readFilter, writeFilter, type SavedFilter } from '../kept/saved-filter';
import { storedList, type StoredList } from '../kept/stored-list';
import { useAccount } from '../session/use-account';

const lists = new Map<string, StoredList>();

export const pathOf = ({ to }: SavedFilter): string => to.split('?')[0] ?? to;

/** The filters that the signed-in person has saved in this browser, oldest first. */
export function useSavedFilters() {
  const { id } = useAccount();
  const list = lists.get(id) ?? storedList(`tresor.filters.${id}`);
  lists.set(id, list);
  const values = list.use();
  const filters = useMemo(() => values.flatMap((value) => readFilter(value) ?? []), [values]);
  return {
    filters,
    /** In place of the one of that list that has the name already. */
    save: (filter: SavedFilter) => {
      const before = filters.find((one) => one.name === filter.name && pathOf(one) === pathOf(filter));
      if (before) list.toggle(writeFilter(before));
      list.toggle(writeFilter(filter));
    },
    remove: (filter: SavedFilter) => list.toggle(writeFilter(filter)),
  };
}
