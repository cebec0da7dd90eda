import type { ItemInVault } from '@tresor/contracts';

export interface Pasted {
  ids: string[];
  unknown: string[];
  /** Names that several vaults protect. */
  several: string[];
}

/** The items of a list of names, as it is copied from a table or a letter. */
export function pastedItems(list: string, items: readonly Pick<ItemInVault, 'id' | 'name'>[]): Pasted {
  const names = [...new Set(list.split(/[\s,;]+/).filter(Boolean))];
  const found = names.map((name) => ({ name, of: items.filter((item) => item.name.toLowerCase() === name.toLowerCase()) }));
  const named = (isWanted: (count: number) => boolean) => found.filter(({ of }) => isWanted(of.length)).map(({ name }) => name);
  return {
    ids: found.flatMap(({ of }) => of.map(({ id }) => id)),
    unknown: named((count) => count === 0),
    several: named((count) => count > 1),
  };
}
