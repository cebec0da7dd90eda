import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { BladeHandle } from './blade-handle';
import { firstVisible, sizesOf } from './visible-blades';

const widthOfWindow = () => (typeof window === 'undefined' ? 0 : window.innerWidth);

/**
 * Which is the oldest blade that fits. The columns tell their width once they are laid out; the window's own is a good guess until then.
 * Only where another outcome follows from it they are drawn again.
 */
export function useFitting(blades: readonly { handle: BladeHandle }[], folded: ReadonlySet<number>) {
  const columns = useRef<HTMLDivElement>(null);
  const [known] = useState(() => ({ width: widthOfWindow() }));
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const sizes = sizesOf(
    blades.map(({ handle }) => handle),
    folded,
  );
  const fitting = firstVisible(sizes, known.width, folded);

  const check = useRef(() => {});
  useLayoutEffect(() => {
    check.current = () => {
      if (firstVisible(sizes, known.width, folded) !== fitting) drawAgain();
    };
  });

  useEffect(() => {
    const { current } = columns;
    if (current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      known.width = Math.round(entry.contentRect.width);
      flushSync(() => check.current());
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [known]);

  return { columns, fitting };
}
