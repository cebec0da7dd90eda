import type { VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useState } from 'react';
import { NavigationType, useLocation, useNavigationType, useResolvedPath } from 'react-router';
import { placeOf } from '../../map/blade-at';
import type { TableSort } from './use-table-rows';

/** Where somebody is in a table. */
export interface TablePlace {
  filter: string;
  sort: TableSort | undefined;
  /** The row that had the focus last, by its key. */
  row: string | undefined;
  /** How far it is scrolled, in pixels. */
  offset: number;
  /** The heights of the rows that were seen. */
  heights: VirtualItem[];
}

const AT_FIRST: TablePlace = { filter: '', sort: undefined, row: undefined, offset: 0, heights: [] };

/** Each filter is an entry of its own: nobody goes back through more of them than so many. */
const MOST_KEPT = 50;

/** By the entry of the browser’s history and the name of the table, as long as the page is open; those last seen come last. */
const kept = new Map<string, TablePlace>();

function keep(key: string, place: TablePlace): void {
  kept.delete(key);
  kept.set(key, place);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) return;
    kept.delete(oldest);
  }
}

export interface KeptPlace {
  /** Where the person was when the blade was left; at its beginning where it was not. */
  before: TablePlace;
  remember: (change: Partial<TablePlace>) => void;
}

/** Anyone who comes back through the browser’s history to a blade that was left is where they were in its table. */
export function useTablePlace(label: string): KeptPlace {
  const { key, pathname } = useLocation();
  const { pathname: own } = useResolvedPath('.');
  const isBack = useNavigationType() === NavigationType.Pop;
  const [place] = useState(() => {
    const before = (isBack && kept.get(`${key} ${label}`)) || AT_FIRST;
    const now = { ...before };
    return { before: { ...before }, now, remember: (change: Partial<TablePlace>) => void Object.assign(now, change) };
  });
  const isNewest = placeOf(pathname) === placeOf(own);
  useEffect(() => {
    if (isNewest) keep(`${key} ${label}`, place.now);
  }, [isNewest, key, label, place]);
  return place;
}
