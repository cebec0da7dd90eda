import { useSyncExternalStore } from 'react';

export interface StoredList {
  use: () => readonly string[];
  toggle: (value: string) => void;
}

/** Values the user has chosen, oldest first, remembered in this browser and the same in all its tabs. */
export function storedList(key: string): StoredList {
  const listeners = new Set<() => void>();
  const read = (): readonly string[] => (localStorage.getItem(key) ?? '').split(',').filter(Boolean);
  let current = read();

  const tell = (values: readonly string[]) => {
    current = values;
    for (const listener of listeners) listener();
  };
  window.addEventListener('storage', (event) => {
    if (event.key === key) tell(read());
  });

  const get = () => current;
  const subscribe = (changed: () => void) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  };
  return {
    use: () => useSyncExternalStore(subscribe, get),
    toggle(value) {
      const values = current.includes(value) ? current.filter((other) => other !== value) : [...current, value];
      localStorage.setItem(key, values.join(','));
      tell(values);
    },
  };
}
