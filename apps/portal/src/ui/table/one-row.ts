import type { TableSelection } from './table-types';

/** The selection of a table in which one row is chosen, by its key. */
export const oneRow = (chosen: string | null, choose: (key: string) => void): TableSelection<object> => ({
  single: true,
  selected: new Set(chosen === null ? [] : [chosen]),
  onChange: ([key]) => {
    if (key !== undefined) choose(key);
  },
});
