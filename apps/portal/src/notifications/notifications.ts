import { useSyncExternalStore } from 'react';
import { azureNow } from '../api/azure-time';
import { watchers } from '../watchers';

export type Intent = 'success' | 'warning' | 'error' | 'info' | 'in-progress';

export interface Notice {
  title: string;
  body?: string;
  intent: Intent;
  /** Where the thing this is about can be seen. */
  href?: string;
}

export interface Notification extends Notice {
  id: number;
  at: Date;
  read: boolean;
}

const KEPT = 50;
let notifications: readonly Notification[] = [];
let lastId = 0;
const watching = watchers();

function set(next: readonly Notification[]) {
  notifications = next;
  watching.tell();
}

/** The newest; what is still running stays, for its end is yet to be told. */
function kept(all: readonly Notification[]): readonly Notification[] {
  const running = all.filter(({ intent }) => intent === 'in-progress').length;
  const finished = all.filter(({ intent }) => intent !== 'in-progress').slice(0, Math.max(1, KEPT - running));
  return all.filter((one) => one.intent === 'in-progress' || finished.includes(one));
}

/** Tells the user, in a toast now and in the list behind the bell later. Answers the id, for `renotify`. */
export function notify(notice: Notice): number {
  lastId += 1;
  set(kept([{ ...notice, id: lastId, at: new Date(azureNow()), read: false }, ...notifications]));
  return lastId;
}

const isSame = (a: Notice, b: Notice) => a.title === b.title && a.body === b.body && a.intent === b.intent && a.href === b.href;

/** Replaces what was said: something running has made progress or has ended. What says the same is not news. */
export function renotify(id: number, notice: Notice): void {
  const known = notifications.find((one) => one.id === id);
  if (known && isSame(known, notice)) return;
  set(notifications.map((known) => (known.id === id ? { ...notice, id, at: new Date(azureNow()), read: false } : known)));
}

export const dismiss = (id: number): void => set(notifications.filter((known) => known.id !== id));
export function markAllRead(): void {
  if (notifications.every(({ read }) => read)) return;
  set(notifications.map((known) => ({ ...known, read: true })));
}
/** What is still running stays. */
export const dismissFinished = (): void => set(notifications.filter(({ intent }) => intent === 'in-progress'));

const get = () => notifications;

/** The page that the server has written tells nothing, and is taken up as it is, also where something came before all of it was. */
const NONE: readonly Notification[] = [];
const none = () => NONE;

export const useNotifications = (): readonly Notification[] => useSyncExternalStore(watching.add, get, none);
