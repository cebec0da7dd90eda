import { useCallback, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { BladeHandle } from './blade-handle';
import { firstVisible, type BladeSize } from './visible-blades';

/**
 * Which is the oldest blade that fits. Blades tell their sizes once they stand, and the columns their width once they are laid out; the
 * window's own is a good guess until then. Before anything is painted it is reckoned again, and only where the outcome differs is it drawn
 * again.
 */
export function useFitting(blades: readonly { handle: BladeHandle }[], folded: ReadonlySet<number>) {
  const columns = useRef<HTMLDivElement>(null);
  const [known] = useState(() => ({ sizes: new Map<BladeHandle, BladeSize>(), width: window.innerWidth }));
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const reckon = () =>
    firstVisible(
      blades.map(({ handle }) => known.sizes.get(handle) ?? 'medium'),
      known.width,
      folded,
    );
  const fitting = reckon();

  const check = useRef(() => {});
  useLayoutEffect(() => {
    check.current = () => {
      if (reckon() !== fitting) drawAgain();
    };
    check.current();
  });

  useLayoutEffect(() => {
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

  const setSize = useCallback(
    (blade: BladeHandle, size: BladeSize) => {
      known.sizes.set(blade, size);
      check.current();
    },
    [known],
  );
  return { columns, fitting, setSize };
}
