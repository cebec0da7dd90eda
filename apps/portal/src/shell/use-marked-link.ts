import { useEffect } from 'react';
import { matchPath } from 'react-router';
import { patternOf, type BladeId } from '../map/map';

const MARK = 'data-tour-next';

const leadsTo = (link: HTMLAnchorElement, ids: readonly BladeId[]) =>
  link.origin === window.location.origin && ids.some((id) => matchPath(patternOf(id), link.pathname) !== null);

function mark(ids: readonly BladeId[]): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href], #hub a[href]')];
  const next = links.filter((link) => leadsTo(link, ids) && link.checkVisibility());
  // Where a menu leads there, that link; in a list, its first row.
  const [first] = next;
  for (const marked of document.querySelectorAll(`[${MARK}]`)) if (marked !== first) marked.removeAttribute(MARK);
  first?.setAttribute(MARK, '');
}

/** Marks a link that leads to one of these blades, also one that comes later. */
export function useMarkedLink(ids: readonly BladeId[]): void {
  useEffect(() => {
    mark(ids);
    const watch = new MutationObserver(() => mark(ids));
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      mark([]);
    };
  }, [ids]);
}
