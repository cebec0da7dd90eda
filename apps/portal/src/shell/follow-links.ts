import { isPlainClick, linkOf } from '../ui/links';
import type { Router } from './page-router';

const opensElsewhere = (link: Element) => link.hasAttribute('download') || !['', '_self'].includes(link.getAttribute('target') ?? '');

/**
 * Links of the portal are plain ones, and this is all that follows them: a component of the router's for each would be drawn again
 * whenever the address changes.
 */
export function followLinks(router: Router): void {
  document.addEventListener('click', (event) => {
    const followed = linkOf(event);
    if (event.defaultPrevented || followed === null || !isPlainClick(event) || opensElsewhere(followed.link)) return;
    event.preventDefault();
    const { pathname, search, hash, href } = followed.address;
    // As the browser does: a link to where one is adds nothing to go back to.
    void router.navigate({ pathname, search, hash }, { replace: href === window.location.href });
  });
}
