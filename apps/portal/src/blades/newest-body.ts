import { watchers } from '../watchers';

let body: HTMLElement | null = null;
const watching = watchers();

function set(element: HTMLElement | null) {
  body = element;
  watching.tell();
}

/** The body of the newest blade that is not folded, between its header and its footer; null where no blade is open. */
export const newestBody = () => body;

/** Answers how to take it back. */
export function setNewestBody(element: HTMLElement): () => void {
  set(element);
  return () => (body === element ? set(null) : undefined);
}

export const whenNewestBodyChanges = watching.add;
