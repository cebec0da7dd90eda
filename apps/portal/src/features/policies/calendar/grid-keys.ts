import { type KeyboardEvent, useCallback, useRef } from 'react';
import { own } from '../../../api/own';

const STEPS: Readonly<Record<string, (columns: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
};

/**
 * Arrow keys, Home and End move in a grid of buttons, one of which is in the tab order. `move` is told how many cells to go; where it
 * answers true, the focus follows.
 */
export function useGridKeys(columns: number, move: (cells: number) => boolean) {
  const grid = useRef<HTMLTableElement>(null);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const step = own(STEPS, event.key)?.(columns);
      if (step === undefined) return;
      event.preventDefault();
      if (!move(step)) return;
      requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus());
    },
    [columns, move],
  );
  return { ref: grid, onKeyDown };
}
