import type { PointerEvent as Press, ReactNode } from 'react';
import { get, set } from '../state';

/** A picture and what is marked in it. */
export interface Sheet {
  caption: string;
  source: string;
  width: number;
  height: number;
  marks: ReactNode;
  ours: boolean;
}

/** Width of the lists beside the pictures, and below which width they stand elsewhere. */
const LISTS = 600;
const NARROW = 1000;

/** As large as was asked for; else so that everything fits beside each other, and nothing larger than it is. */
export function scaleFor(...sheets: readonly Sheet[]): number {
  const { zoom } = get();
  const room = document.documentElement.clientWidth - (document.documentElement.clientWidth > NARROW ? LISTS : 40) - 16 * sheets.length;
  return zoom ?? Math.min(1, room / sheets.reduce((sum, { width }) => sum + width, 0));
}

interface Point {
  x: number;
  y: number;
}

const within = (part: number) => Math.min(1, Math.max(0, part));

/** Tells where in the pressed sheet the pointer is, in parts of it, until it is let go. */
function drag({ button, currentTarget, clientX, clientY }: Press, onDrag: (at: Point, from: Point) => void): void {
  if (button !== 0) return;
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const at = (event: { clientX: number; clientY: number }) => ({
    x: within((event.clientX - left) / width),
    y: within((event.clientY - top) / height),
  });
  const from = at({ clientX, clientY });
  const onMove = (event: PointerEvent) => onDrag(at(event), from);
  onDrag(from, from);
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', () => window.removeEventListener('pointermove', onMove), { once: true });
}

const LEAST = 0.01;

/** Lets the person draw a frame on a picture with the mouse or a pen. */
const draw = (press: Press) =>
  drag(press, (at, from) => {
    const [width, height] = [Math.abs(from.x - at.x), Math.abs(from.y - at.y)];
    if (width > LEAST && height > LEAST) set({ region: { x: Math.min(from.x, at.x), y: Math.min(from.y, at.y), width, height } });
  });

export function Frame({ sheet: { caption, source, width, height, marks, ours }, zoom }: { sheet: Sheet; zoom: number }) {
  return (
    <figure>
      <figcaption>{caption}</figcaption>
      <div
        className="sheet"
        style={{ width: `${width * zoom}px`, aspectRatio: `${width} / ${height}` }}
        {...(ours && { onPointerDown: draw })}
      >
        <img src={source} alt={caption} draggable={false} />
        {marks}
      </div>
    </figure>
  );
}

/** Lets the person drag the line, or the paleness, across the pictures themselves. */
const mixBy = (press: Press) => drag(press, ({ x }) => set({ mix: Math.round(x * 100) }));

/** One over the other, both as wide as ours and neither distorted: paled, or cut at a line. */
export function Stacked({ below, above }: { below: Sheet; above: Sheet }) {
  const { mix, view } = get();
  const width = above.width * scaleFor(above);
  const height = Math.max(above.height, (below.height * above.width) / below.width);
  const cut = view === 'onion' ? { opacity: mix / 100 } : { clipPath: `inset(0 ${100 - mix}% 0 0)` };
  return (
    <figure>
      <figcaption>{`${below.caption} / ${above.caption}`}</figcaption>
      <div className="sheet stacked" style={{ width: `${width}px`, aspectRatio: `${above.width} / ${height}` }} onPointerDown={mixBy}>
        <img src={above.source} alt={above.caption} draggable={false} />
        <img src={below.source} alt={below.caption} className="upper" style={cut} draggable={false} />
        {view === 'wipe' && <div className="line" style={{ left: `${mix}%` }} />}
      </div>
    </figure>
  );
}
