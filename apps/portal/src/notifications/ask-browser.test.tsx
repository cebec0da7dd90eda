// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { AskBrowser } from './ask-browser';
import { browserNotices } from './browser-notice';

/** What a browser gives pages to notify with; jsdom has none. */
class BrowserNotification extends EventTarget {
  static permission: NotificationPermission = 'default';
  static answer: NotificationPermission = 'granted';
  static readonly shown: string[] = [];
  static asked = 0;

  constructor(title: string) {
    super();
    BrowserNotification.shown.push(title);
  }

  static requestPermission(): Promise<NotificationPermission> {
    BrowserNotification.asked += 1;
    BrowserNotification.permission = BrowserNotification.answer;
    return Promise.resolve(BrowserNotification.permission);
  }
}

beforeEach(() => {
  vi.stubGlobal('Notification', BrowserNotification);
  BrowserNotification.permission = 'default';
  BrowserNotification.shown.length = 0;
  BrowserNotification.asked = 0;
});
test('the browser is asked on a click only, and what it answered is said', async () => {
  BrowserNotification.answer = 'granted';
  render(<AskBrowser />);
  expect(BrowserNotification.asked).toBe(0);
  fireEvent.click(screen.getByRole('button', { name: 'Also notify me in the browser' }));
  await screen.findByText(/The browser also notifies you/);
  expect(BrowserNotification.asked).toBe(1);
});

test('anyone who has refused is told where to allow it', async () => {
  BrowserNotification.answer = 'denied';
  render(<AskBrowser />);
  fireEvent.click(screen.getByRole('button'));
  await screen.findByText(/You can allow it in its settings/);
});

test('one who closed the question is told so, and can be asked again', async () => {
  BrowserNotification.answer = 'default';
  render(<AskBrowser />);
  fireEvent.click(screen.getByRole('button'));
  await screen.findByText(/its question wasn’t answered/);
  BrowserNotification.answer = 'granted';
  fireEvent.click(screen.getByRole('button'));
  await screen.findByText(/The browser also notifies you/);
});

test('a browser that cannot notify says so', () => {
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile Safari/537.36' });
  render(<AskBrowser />);
  screen.getByText(/This browser can’t notify you here/);
});

test('the browser tells nobody who looks at the window, and nobody who has not allowed it', () => {
  const notice = { title: 'The restore of VM1 needs you', intent: 'warning', href: '/restores/1' } as const;
  const open = vi.fn();
  const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  browserNotices.tell(notice, 'restore', open);
  expect(BrowserNotification.shown).toEqual([]);
  BrowserNotification.permission = 'granted';
  browserNotices.tell(notice, 'restore', open);
  expect(BrowserNotification.shown).toEqual([notice.title]);
  focus.mockReturnValue(true);
  browserNotices.tell(notice, 'restore', open);
  expect(BrowserNotification.shown).toHaveLength(1);
});
