import { useSyncExternalStore } from 'react';

export interface StoredList {
  use: () => readonly string[];
  toggle: (value: string) => void;
}

const NONE: readonly string[] = [];
const none = () => NONE;

/** Values the user has chosen, oldest first, remembered in this browser and the same in all its tabs. */
export function storedList(key: string): StoredList {
  const listeners = new Set<() => void>();
  const read = (): readonly string[] => (localStorage.getItem(key) ?? '').split(',').filter(Boolean);
  let known: readonly string[] | undefined;

  const get = () => (known ??= read());
  const tell = (values: readonly string[]) => {
    known = values;
    for (const listener of listeners) listener();
  };
  const onStorage = (event: StorageEvent) => {
    if (event.key === key) tell(read());
  };

  const subscribe = (changed: () => void) => {
    if (listeners.size === 0) window.addEventListener('storage', onStorage);
    listeners.add(changed);
    return () => listeners.delete(changed);
  };
  return {
    use: () => useSyncExternalStore(subscribe, get, none),
    toggle(value) {
      const values = get().includes(value) ? get().filter((other) => other !== value) : [...get(), value];
      localStorage.setItem(key, values.join(','));
      tell(values);
    },
  };
}
