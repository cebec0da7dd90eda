import { useSyncExternalStore } from 'react';

export interface StoredChoice<T extends string> {
  get: () => T;
  set: (value: T) => void;
  /** Calls back when the value changes, here or in another tab; answers how to stop. */
  subscribe: (changed: () => void) => () => void;
  use: () => T;
}

/** One of a few values, remembered in this browser. What is stored is checked: it may come from another version. */
export function storedChoice<T extends string>(key: string, values: readonly T[], initial: () => T): StoredChoice<T> {
  const listeners = new Set<() => void>();
  const read = () => values.find((value) => value === localStorage.getItem(key));
  let current = read() ?? initial();

  const tell = (value: T) => {
    if (value === current) return;
    current = value;
    for (const listener of listeners) listener();
  };
  window.addEventListener('storage', (event) => {
    if (event.key === key) tell(read() ?? initial());
  });

  const get = () => current;
  const subscribe = (changed: () => void) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  };
  return {
    get,
    subscribe,
    set(value) {
      localStorage.setItem(key, value);
      tell(value);
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}
