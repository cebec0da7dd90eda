let body: HTMLElement | null = null;
const listeners = new Set<() => void>();

function set(element: HTMLElement | null) {
  body = element;
  for (const listener of listeners) listener();
}

/** The body of the newest blade that is not folded, between its header and its footer; null where no blade is open. */
export const newestBody = () => body;

/** Answers how to take it back. */
export function setNewestBody(element: HTMLElement): () => void {
  set(element);
  return () => (body === element ? set(null) : undefined);
}

/** Answers how to stop listening. */
export function onNewestBody(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}
