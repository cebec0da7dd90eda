import { useEffect, type RefObject } from 'react';
import { headingId } from './stack-context';

const depthOf = (element: HTMLElement) => element.closest<HTMLElement>('[data-blade]')?.dataset['blade'];

/** When what had the focus is taken away, as a button that has done its work, the heading of its blade gets it: nobody is sent to the top of the page. */
export function useKeptFocus(columns: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = columns;
    if (current === null) return undefined;
    let last: { element: HTMLElement; depth: number } | undefined;
    const remember = ({ target }: FocusEvent) => {
      const depth = target instanceof HTMLElement ? depthOf(target) : undefined;
      last = target instanceof HTMLElement && depth !== undefined ? { element: target, depth: Number(depth) } : undefined;
    };
    // Who goes elsewhere, or nowhere, goes of free will.
    const forget = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (last !== undefined && target === last.element && last.element.isConnected) last = undefined;
      });
    const keep = () => {
      if (last === undefined || last.element.isConnected || document.activeElement !== document.body) return;
      const heading = document.getElementById(headingId(last.depth));
      last = undefined;
      heading?.focus();
    };
    const observer = new MutationObserver(keep);
    observer.observe(current, { childList: true, subtree: true });
    current.addEventListener('focusin', remember);
    current.addEventListener('focusout', forget);
    return () => {
      observer.disconnect();
      current.removeEventListener('focusin', remember);
      current.removeEventListener('focusout', forget);
    };
  }, [columns]);
}
