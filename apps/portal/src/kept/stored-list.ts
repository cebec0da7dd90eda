import { useSyncExternalStore } from 'react';
import { storedValue } from './stored-value';

export interface StoredList {
  use: () => readonly string[];
  toggle: (value: string) => void;
}

const NONE: readonly string[] = [];
const none = () => NONE;

/** Values the user has chosen, oldest first, remembered in this browser and the same in all its tabs. */
export function storedList(key: string): StoredList {
  const { get, set, subscribe } = storedValue<readonly string[]>(
    key,
    (stored) => (stored ?? '').split(',').filter(Boolean),
    (values) => values.join(','),
  );
  return {
    use: () => useSyncExternalStore(subscribe, get, none),
    toggle: (value) => set(get().includes(value) ? get().filter((other) => other !== value) : [...get(), value]),
  };
}
