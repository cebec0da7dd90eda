import { useSyncExternalStore } from 'react';

const key = 'tresor.favorites';
const listeners = new Set<() => void>();
const read = (): readonly string[] => (localStorage.getItem(key) ?? '').split(',').filter(Boolean);
let favorites = read();

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** The ids of the services the user has starred, oldest first; remembered in this browser. */
export const useFavorites = (): readonly string[] => useSyncExternalStore(subscribe, () => favorites);

export function toggleFavorite(id: string): void {
  favorites = favorites.includes(id) ? favorites.filter((other) => other !== id) : [...favorites, id];
  localStorage.setItem(key, favorites.join(','));
  for (const listener of listeners) listener();
}
