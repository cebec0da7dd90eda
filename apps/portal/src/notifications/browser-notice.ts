import type { Notice } from './notifications';

type Permission = NotificationPermission | 'unsupported';

/** Browsers for Android have the name, and throw when a page makes one. */
const isSupported = () => 'Notification' in window && !/\bAndroid\b/.test(navigator.userAgent);

/** Notifications of the browser itself, for anyone who looks at something else. Nobody is asked for leave but on a click. */
export const browserNotices = {
  permission: (): Permission => (isSupported() ? Notification.permission : 'unsupported'),

  ask: async (): Promise<Permission> => (isSupported() ? Notification.requestPermission() : 'unsupported'),

  /** Tells once under a tag what the bell tells, where that is allowed and this window is not looked at. A click opens what it is about. */
  tell({ title, body, href }: Notice, tag: string, open: (href: string) => void): void {
    if (!isSupported() || Notification.permission !== 'granted' || document.hasFocus()) return;
    const shown = new Notification(title, { tag, ...(body !== undefined && { body }) });
    shown.addEventListener('click', () => {
      window.focus();
      if (href !== undefined) open(href);
      shown.close();
    });
  },
};
