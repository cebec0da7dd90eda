const told = new Set<() => void>();

/** Says that the browser is about to leave for the sign-in service, because nobody's sign-in is left. */
export function tellLeaving(): void {
  for (const tell of told) tell();
}

export function whenLeaving(tell: () => void): () => void {
  told.add(tell);
  return () => told.delete(tell);
}
