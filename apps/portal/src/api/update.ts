const listeners = new Set<() => void>();
let updated = false;

/** The server is of another build than this page: until it is loaded again nothing will work. */
export function announceUpdate(): void {
  updated = true;
  for (const changed of listeners) changed();
}

export const isUpdated = (): boolean => updated;

export function watchUpdate(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
