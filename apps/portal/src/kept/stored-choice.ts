import { useSyncExternalStore } from 'react';

export interface StoredChoice<T extends string> {
  get: () => T;
  set: (value: T) => void;
  /** Calls back when the value changes, here or in another tab; answers how to stop. */
  subscribe: (changed: () => void) => () => void;
  use: () => T;
}

/**
 * One of a few values, remembered in this browser. What is stored is checked: it may come from another version. `written` is the value
 * with which the server has written the page.
 */
export function storedChoice<T extends string>(
  key: string,
  values: readonly T[],
  initial: () => T,
  written: () => T = initial,
): StoredChoice<T> {
  const listeners = new Set<() => void>();
  const read = () => values.find((value) => value === localStorage.getItem(key)) ?? initial();
  let known: T | undefined;

  const get = () => (known ??= read());
  const tell = (value: T) => {
    if (value === get()) return;
    known = value;
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
    get,
    subscribe,
    set(value) {
      localStorage.setItem(key, value);
      tell(value);
    },
    use: () => useSyncExternalStore(subscribe, get, written),
  };
}
