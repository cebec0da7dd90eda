import { browserNotices } from './browser-notice';
import { notify, type Notice } from './notifications';

/** Tells what is new behind the bell and by the browser; anyone who looks at what it is about sees it happen. */
export function notifyUnlessSeen(notice: Notice & { href: string }, tag: string, open: (href: string) => void): void {
  if (document.hasFocus() && window.location.pathname.startsWith(notice.href)) return;
  notify(notice);
  browserNotices.tell(notice, tag, open);
}
