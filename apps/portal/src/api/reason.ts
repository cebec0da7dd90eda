import { useSyncExternalStore } from 'react';
import { portalSettings } from '../session/portal-settings';

const listeners = new Set<() => void>();
let current = '';
let fields = 0;

const get = () => current;

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** Why commands are given: a reason or a ticket number. It is kept for as long as the page stands, since steps of one case follow one another. */
export const commandReason = {
  isRequired: portalSettings.reasonRequired,
  use: (): string => useSyncExternalStore(subscribe, get),
  set(value: string): void {
    current = value;
    for (const listener of listeners) listener();
  },
  /** Says that a field shows the reason; answers how to say that it is gone. */
  show(): () => void {
    fields += 1;
    return () => void (fields -= 1);
  },
  /** What goes with a command: nothing that the person does not see. */
  toSend: (): string | null => (fields > 0 && current.trim() !== '' ? current.trim() : null),
};
