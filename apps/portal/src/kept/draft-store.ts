import { useSyncExternalStore } from 'react';
import { watchers } from '../watchers';

interface DraftStore<T extends object> {
  read: (owner: string) => T;
  change: (owner: string, change: Partial<T>) => void;
  clear: (owner: string) => void;
  /**
   * Called where the draft is sent. What it answers clears the draft once that is done, but nothing that was entered after it was sent;
   * it says whether the draft is empty then.
   */
  sending: (owner: string) => () => boolean;
  subscribe: (listener: () => void) => () => void;
}

/** Whether a draft is the tab's own, or one for all tabs of the browser: for commands that two tabs must not give twice. */
type DraftReach = 'tab' | 'browser';

/**
 * Drafts in the tab's session storage, so that they survive a reload and the redirects of a sign-in, and end with the tab; those
 * with the reach of the browser in its local storage. A draft of another version is dropped: its shape is unknown. Without storage
 * the draft lives as long as the page.
 */
export function draftStore<T extends object>(name: string, version: number, empty: T, reach: DraftReach = 'tab'): DraftStore<T> {
  const drafts = new Map<string, T>();
  const watching = watchers();
  const storage = () => (reach === 'tab' ? sessionStorage : localStorage);
  // Azure's names differ in case and mean the same, in the page as in its storage.
  const keyOf = (owner: string) => `tresor.${name}.${owner.toLowerCase()}`;

  function load(key: string): T {
    try {
      const stored: unknown = JSON.parse(storage().getItem(key) ?? 'null');
      return isStored(stored) && stored.version === version ? { ...empty, ...stored.draft } : empty;
    } catch {
      return empty;
    }
  }

  function read(owner: string): T {
    const key = keyOf(owner);
    const known = drafts.get(key);
    if (known) return known;
    const draft = load(key);
    drafts.set(key, draft);
    return draft;
  }

  function keep(owner: string, draft: T): void {
    const key = keyOf(owner);
    drafts.set(key, draft);
    try {
      if (draft === empty) storage().removeItem(key);
      else storage().setItem(key, JSON.stringify({ version, draft }));
    } catch {
      // Storage is full or forbidden; the draft still holds until the page is left.
    }
    watching.tell();
  }

  if (reach === 'browser') {
    // What another tab kept or cleared; without a key it has cleared all.
    window.addEventListener('storage', ({ key }) => {
      const changed = key === null ? [...drafts.keys()] : [...drafts.keys()].filter((known) => known === key);
      if (changed.length === 0) return;
      for (const known of changed) drafts.delete(known);
      watching.tell();
    });
  }

  return {
    read,
    change: (owner, change) => keep(owner, { ...read(owner), ...change }),
    clear: (owner) => keep(owner, empty),
    sending(owner) {
      const sent = JSON.stringify(read(owner));
      return () => {
        if (JSON.stringify(read(owner)) === sent) keep(owner, empty);
        return JSON.stringify(read(owner)) === JSON.stringify(empty);
      };
    },
    subscribe: watching.add,
  };
}

export function useDraft<T extends object>(store: DraftStore<T>, owner: string): T {
  return useSyncExternalStore(store.subscribe, () => store.read(owner));
}

function isStored(value: unknown): value is { version: number; draft: object } {
  return typeof value === 'object' && value !== null && 'version' in value && 'draft' in value && typeof value.draft === 'object';
}
