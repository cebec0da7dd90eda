import { useEffect, type RefObject } from 'react';
import { afterPaint } from '../ui/after-paint';
import { bladeOf, depthOf, headingId } from './stack-context';

/** The heading of a blade, or of the one that stands in its place. */
const headingOf = (blade: HTMLElement) => document.getElementById(headingId(depthOf(blade)));

/** When what had the focus is taken away, as a button that has done its work, the heading of its blade gets it: nobody is sent to the top of the page. */
export function useKeptFocus(columns: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = columns;
    if (current === null) return undefined;
    let last: { element: Element; blade: HTMLElement } | undefined;
    const remember = ({ target }: FocusEvent) => {
      const blade = bladeOf(target);
      last = target instanceof Element && blade ? { element: target, blade } : undefined;
    };
    // Who goes elsewhere, or nowhere, goes of free will.
    const forget = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (last !== undefined && target === last.element && last.element.isConnected) last = undefined;
      });
    const keep = () => {
      if (last === undefined || last.element.isConnected || document.activeElement !== document.body) return;
      const { blade } = last;
      last = undefined;
      if (blade.isConnected) headingOf(blade)?.focus();
      // Another blade stands there now; before it is on the screen the browser would lay the page out once more for its focus.
      else
        afterPaint(() => {
          if (document.activeElement === document.body) headingOf(blade)?.focus();
        });
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
