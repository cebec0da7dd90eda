import { newestBody, whenNewestBodyChanges } from '../blades/newest-body';

const GAP = 8;
const WIDTH = 320;
/** More of a body toasts never take; what does not fit is scrolled to. */
const MOST = 0.5;

type Edges = Record<'left' | 'right' | 'top' | 'bottom', number>;

interface Corner {
  x: 'left' | 'right';
  y: 'top' | 'bottom';
}

const LOWER_RIGHT: Corner = { x: 'right', y: 'bottom' };
const CORNERS: readonly Corner[] = [LOWER_RIGHT, { x: 'left', y: 'bottom' }, { x: 'right', y: 'top' }, { x: 'left', y: 'top' }];

/** What of the newest blade’s body is in the window, without its edge: header and footer stay free. */
function roomForToasts(): Edges {
  const { left, right, top, bottom } = (newestBody() ?? document.documentElement).getBoundingClientRect();
  return {
    left: Math.max(left, 0) + GAP,
    right: Math.min(right, window.innerWidth) - GAP,
    top: Math.max(top, 0) + GAP,
    bottom: Math.min(bottom, window.innerHeight) - GAP,
  };
}

const overlap = (a: Edges, b: Edges) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The first corner in which toasts of this size lie over nothing that has the focus. */
function freeCorner(room: Edges, width: number, height: number): Corner {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return LOWER_RIGHT;
  const edges = focused.getBoundingClientRect();
  const isFree = ({ x, y }: Corner) => {
    const left = x === 'left' ? room.left : room.right - width;
    const top = y === 'top' ? room.top : room.bottom - height;
    return !overlap(edges, { left, top, right: left + width, bottom: top + height });
  };
  return CORNERS.find(isFree) ?? LOWER_RIGHT;
}

/** Who points at toasts or is in them with the keyboard finds them where they are. */
const isHeld = (toasts: HTMLElement) => toasts.contains(document.activeElement) || toasts.matches(':hover');

function place(toasts: HTMLElement, before: Corner): Corner {
  if (toasts.childElementCount === 0) return LOWER_RIGHT;
  const { style } = toasts;
  const room = roomForToasts();
  const width = Math.min(WIDTH, room.right - room.left);
  style.width = `${width}px`;
  style.maxHeight = `${(room.bottom - room.top) * MOST}px`;
  const corner = isHeld(toasts) ? before : freeCorner(room, width, toasts.offsetHeight);
  style.left = corner.x === 'left' ? `${room.left}px` : 'auto';
  style.right = corner.x === 'right' ? `${window.innerWidth - room.right}px` : 'auto';
  style.top = corner.y === 'top' ? `${room.top}px` : 'auto';
  style.bottom = corner.y === 'bottom' ? `${window.innerHeight - room.bottom}px` : 'auto';
  return corner;
}

/** Keeps toasts in a corner of the newest blade’s body and off what has the focus, whatever opens, closes or grows. To be given as their ref. */
export function keepInPlace(toasts: HTMLElement | null): (() => void) | undefined {
  if (toasts === null) return undefined;
  let corner = LOWER_RIGHT;
  const placeAgain = () => {
    corner = place(toasts, corner);
  };
  // Within its own callback an observer is not told of what it has changed, and what gets the focus is scrolled to first.
  const inNextFrame = () => requestAnimationFrame(placeAgain);
  const observer = new ResizeObserver(inNextFrame);
  const observe = () => {
    observer.disconnect();
    placeAgain();
    observer.observe(toasts);
    observer.observe(newestBody() ?? document.documentElement);
  };
  observe();
  const stop = whenNewestBodyChanges(observe);
  document.addEventListener('focusin', inNextFrame);
  document.addEventListener('scroll', inNextFrame, { capture: true, passive: true });
  return () => {
    stop();
    observer.disconnect();
    document.removeEventListener('focusin', inNextFrame);
    document.removeEventListener('scroll', inNextFrame, { capture: true });
  };
}
