import { useEffect, useRef, useState, type RefObject } from 'react';
import { useText } from '../language/use-text';
import { afterPaint } from '../ui/after-paint';
import { messages } from './messages';
import { bladeOf, depthOf, headingId } from './stack-context';
import type { OpenBlade } from './use-open-blades';

/**
 * Names the page after the newest blade, moves the focus there and says so once. A blade that was opened gets it on its heading;
 * one that was returned to, where the user had been. The first page of a visit is left to the browser.
 */
export function useArrival(blades: readonly OpenBlade[], columns: RefObject<HTMLElement | null>): string {
  const text = useText();
  const focusedIn = useFocusMemory(columns);
  const [announcement, setAnnouncement] = useState('');
  const before = useRef<{ pathname: string; depth: number } | undefined>(undefined);
  const newest = blades.at(-1);
  const depth = blades.length - 1;
  const pathname = newest?.pathname ?? '/';
  const title = newest?.title;

  useEffect(() => {
    document.title = title === undefined ? 'Tresor' : `${title} – Tresor`;
  }, [title]);

  useEffect(() => {
    const last = before.current;
    before.current = { pathname, depth };
    if (last === undefined || last.pathname === pathname || title === undefined) return undefined;
    const returned = last.pathname.startsWith(`${pathname}/`) ? focusedIn.current.get(depth) : undefined;
    // Before the blade is on the screen the browser would lay the page out once more for it.
    return afterPaint(() => {
      const target = returned?.isConnected === true ? returned : document.getElementById(headingId(depth));
      target?.focus();
      setAnnouncement(text(messages.opened, { title }));
    });
  }, [pathname, depth, title, text, focusedIn]);

  return announcement;
}

/** Which element of each blade had the focus last. */
function useFocusMemory(columns: RefObject<HTMLElement | null>) {
  const memory = useRef(new Map<number, HTMLElement>());
  useEffect(() => {
    const { current } = columns;
    const remember = ({ target }: FocusEvent) => {
      const blade = bladeOf(target);
      if (blade && target instanceof HTMLElement) memory.current.set(depthOf(blade), target);
    };
    current?.addEventListener('focusin', remember);
    return () => current?.removeEventListener('focusin', remember);
  }, [columns]);
  return memory;
}
