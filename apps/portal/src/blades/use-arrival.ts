import { useEffect, useRef, useState, type RefObject } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../language/use-text';
import { afterPaint } from '../ui/after-paint';
import { focusNewest } from './focus-newest';
import { messages } from './messages';
import { bladeOf, depthOf, headingId } from './stack-context';
import type { OpenBlade } from './use-open-blades';

/**
 * Names the page after the newest blade, moves the focus there and says so once. A blade that was opened gets it on its heading;
 * one that was returned to, where the user had been; home, where there is none, only what nothing else took. The first page of a visit is left to
 * the browser.
 */
export function useArrival(blades: readonly OpenBlade[], columns: RefObject<HTMLElement | null>): string {
  const text = useText();
  const focusedIn = useFocusMemory(columns);
  const [announcement, setAnnouncement] = useState('');
  const before = useRef<{ pathname: string; depth: number } | undefined>(undefined);
  const { pathname: address } = useLocation();
  const newest = blades.at(-1);
  const depth = blades.length - 1;
  const pathname = newest?.pathname ?? address;
  const title = newest?.title;

  useEffect(() => {
    document.title = title === undefined ? 'Tresor' : `${title} – Tresor`;
  }, [title]);

  useEffect(() => {
    const last = before.current;
    before.current = { pathname, depth };
    // What lies over home takes the focus itself.
    if (last === undefined || last.pathname === pathname || (title === undefined && pathname !== '/')) return undefined;
    const returned = last.pathname.startsWith(`${pathname}/`) ? focusedIn.current.get(depth) : undefined;
    // Before the blade is on the screen the browser would lay the page out once more for it.
    return afterPaint(() => {
      const target = returned?.isConnected === true ? returned : document.getElementById(headingId(depth));
      if (title !== undefined) target?.focus();
      else if (document.activeElement === document.body) focusNewest();
      setAnnouncement(text(messages.opened, { title: title ?? text(messages.home) }));
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
