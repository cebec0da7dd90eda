import { newestBody, onNewestBody } from '../blades/newest-body';

const GAP = 8;
const WIDTH = 320;
/** More of a body toasts never take; what does not fit is scrolled to. */
const MOST = 0.5;

/** In the lower right corner of the newest blade's body, which ends above them: they lie over nothing that one reads or presses. */
function place(toasts: HTMLElement): void {
  const body = newestBody();
  const { right, width, height } = (body ?? document.documentElement).getBoundingClientRect();
  const { style } = toasts;
  style.right = `${window.innerWidth - right + GAP}px`;
  style.width = `${Math.min(WIDTH, width - 2 * GAP)}px`;
  style.maxHeight = `${body === null ? height - 2 * GAP : (height + reservedIn(body)) * MOST}px`;
  if (body !== null) reserve(body, toasts);
  const end = body === null ? height : body.getBoundingClientRect().bottom + reservedIn(body);
  style.bottom = `${Math.max(window.innerHeight - end, 0) + GAP}px`;
}

const reservedIn = ({ style }: HTMLElement) => Number.parseFloat(style.marginBottom) || 0;

function reserve({ style }: HTMLElement, toasts: HTMLElement): void {
  const wanted = toasts.childElementCount === 0 ? '' : `${toasts.offsetHeight + 2 * GAP}px`;
  if (style.marginBottom !== wanted) style.marginBottom = wanted;
}

/** Keeps toasts away from everything that is to be read or pressed, whatever opens, closes or grows. To be given as their ref. */
export function keepInPlace(toasts: HTMLElement | null): (() => void) | undefined {
  if (toasts === null) return undefined;
  let body = newestBody();
  // Within its own callback an observer is not told of what it has changed.
  const observer = new ResizeObserver(() => requestAnimationFrame(() => place(toasts)));
  const observe = () => {
    observer.disconnect();
    if (body !== null && body !== newestBody()) body.style.marginBottom = '';
    body = newestBody();
    place(toasts);
    observer.observe(toasts);
    observer.observe(body ?? document.documentElement);
  };
  observe();
  const stop = onNewestBody(observe);
  return () => {
    stop();
    observer.disconnect();
    if (body !== null) body.style.marginBottom = '';
  };
}
