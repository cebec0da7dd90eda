import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/use-text';
import { messages } from './messages';
import { headingId } from './stack-context';
import type { OpenBlade } from './use-open-blades';

/**
 * Names the page after the newest blade, moves the focus there and says so once. A blade that was opened gets it on its heading;
 * one that was returned to, where the user had been. The first page of a visit is left to the browser.
 */
export function useArrival(blades: readonly OpenBlade[], focusedIn: ReadonlyMap<number, HTMLElement>): string {
  const text = useText();
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
    if (last === undefined || last.pathname === pathname || title === undefined) return;
    const returned = last.pathname.startsWith(`${pathname}/`) ? focusedIn.get(depth) : undefined;
    const target = returned?.isConnected === true ? returned : document.getElementById(headingId(depth));
    target?.focus();
    setAnnouncement(text(messages.opened, { title }));
  }, [pathname, depth, title, text, focusedIn]);

  return announcement;
}
