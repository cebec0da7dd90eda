const listeners = new Set<() => void>();

/** Says that the browser is about to leave for the sign-in service, because nobody's sign-in is left. */
export function announceLeaving(): void {
  for (const listener of listeners) listener();
}

export function whenLeaving(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
