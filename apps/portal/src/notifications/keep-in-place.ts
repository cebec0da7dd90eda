import { newestBody, onNewestBody } from '../blades/newest-body';

const GAP = 8;
const WIDTH = 320;

/** In the lower right corner of the newest blade's body, and nowhere outside it. */
function place({ style }: HTMLElement): void {
  const { right, bottom, width, height } = (newestBody() ?? document.documentElement).getBoundingClientRect();
  style.right = `${window.innerWidth - right + GAP}px`;
  style.bottom = `${window.innerHeight - bottom + GAP}px`;
  style.width = `${Math.min(WIDTH, width - 2 * GAP)}px`;
  style.maxHeight = `${height - 2 * GAP}px`;
}

/** Keeps toasts away from the buttons of headers and footers, whatever opens, closes or grows. To be given as their ref. */
export function keepInPlace(toasts: HTMLElement | null): (() => void) | undefined {
  if (toasts === null) return undefined;
  const observer = new ResizeObserver(() => place(toasts));
  const observe = () => {
    observer.disconnect();
    // What is observed anew is told of before it is painted.
    observer.observe(newestBody() ?? document.documentElement);
  };
  observe();
  const stop = onNewestBody(observe);
  return () => {
    stop();
    observer.disconnect();
  };
}
