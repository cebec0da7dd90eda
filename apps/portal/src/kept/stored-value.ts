import { watchers } from '../watchers';
import { keepText } from './keep-text';

export interface StoredValue<T> {
  get: () => T;
  set: (value: T) => void;
  /** Calls back when the value changes, here or in another tab; answers how to stop. */
  subscribe: (changed: () => void) => () => void;
}

/** A value that is remembered in this browser and the same in all its tabs. What is stored may come from another version: `read` checks it. */
export function storedValue<T>(key: string, read: (stored: string | null) => T, write: (value: T) => string): StoredValue<T> {
  const watching = watchers();
  let known: T | undefined;

  const stored = () => read(localStorage.getItem(key));
  const get = () => (known ??= stored());
  const tell = (value: T) => {
    if (value === get()) return;
    known = value;
    watching.tell();
  };
  const onStorage = (event: StorageEvent) => {
    if (event.key === key) tell(stored());
  };
  return {
    get,
    set(value) {
      keepText(localStorage, key, write(value));
      tell(value);
    },
    subscribe(changed) {
      window.addEventListener('storage', onStorage);
      return watching.add(changed);
    },
  };
}
