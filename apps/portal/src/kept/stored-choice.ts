import { useSyncExternalStore } from 'react';
import { storedValue, type StoredValue } from './stored-value';

export interface StoredChoice<T extends string> extends StoredValue<T> {
  use: () => T;
}

/** One of a few values, remembered in this browser. `written` is the value with which the server has written the page. */
export function storedChoice<T extends string>(
  key: string,
  values: readonly T[],
  initial: () => T,
  written: () => T = initial,
): StoredChoice<T> {
  const choice = storedValue<T>(key, (stored) => values.find((value) => value === stored) ?? initial(), String);
  return { ...choice, use: () => useSyncExternalStore(choice.subscribe, choice.get, written) };
}
