import { useSyncExternalStore } from 'react';
import { portalSettings } from '../session/portal-settings';
import { signedIn } from '../session/session';
import { watchers } from '../watchers';

const watching = watchers();
let current: string | undefined;
let fields = 0;

/** In the tab's own storage, so that it survives a reload; nobody finds the reason of somebody else. */
const keyOf = (owner: string) => `tresor.reason.${owner}`;

function kept(): string {
  try {
    const owner = signedIn()?.id;
    return owner === undefined ? '' : (sessionStorage.getItem(keyOf(owner)) ?? '');
  } catch {
    return '';
  }
}

function keep(reason: string): void {
  try {
    const owner = signedIn()?.id;
    if (owner !== undefined) sessionStorage.setItem(keyOf(owner), reason);
  } catch {
    // Without storage the reason holds until the page is left.
  }
}

/** Nothing is known before it is certain who is signed in. */
const get = () => (signedIn() === undefined ? '' : (current ??= kept()));

/** Why commands are given: a reason or a ticket number. It is kept for as long as the tab stands, since steps of one case follow one another. */
export const commandReason = {
  isRequired: portalSettings.reasonRequired,
  use: (): string => useSyncExternalStore(watching.add, get, get),
  set(value: string): void {
    current = value;
    keep(value);
    watching.tell();
  },
  /** Says that a field shows the reason; answers how to say that it is gone. */
  show(): () => void {
    fields += 1;
    return () => void (fields -= 1);
  },
  /** What goes with a command: nothing that the person does not see. */
  toSend: (): string | null => (fields > 0 && get().trim() !== '' ? get().trim() : null),
};
