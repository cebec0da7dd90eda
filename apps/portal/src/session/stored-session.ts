import { readBack } from './read-back';

export interface Account {
  id: string;
  name: string;
  username: string;
  /** A guest of the tenant, at home in another one. */
  isGuest: boolean;
}

export interface StoredSession {
  account: Account;
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

const key = 'tresor.session';

/**
 * The token of this tab, beside MSAL's own cache in the same storage: with it at hand a page starts without MSAL, which is a third
 * of all JavaScript. Anyone who sends the browser to the sign-in service forgets it first.
 */
export function storedSession(): StoredSession | undefined {
  const text = sessionStorage.getItem(key);
  return text === null ? undefined : readBack(text);
}

export const storeSession = (session: StoredSession): void => sessionStorage.setItem(key, JSON.stringify(session));

/** What a list showed is kept under it for the next load of this tab, as long as the person is signed in. */
export const seenListKey = 'tresor.seen-list';

export function forgetSession(): void {
  sessionStorage.removeItem(key);
  sessionStorage.removeItem(seenListKey);
}

const SIGNED_OUT = 'tresor.signed-out.';

/** Whose sign-in was ended in a tab of this browser, each under a key of their own: its other tabs hear of it, and go on with it no more. */
export const isSignedOut = (accountId: string): boolean => localStorage.getItem(SIGNED_OUT + accountId) !== null;
export const markSignedOut = (accountId: string): void => localStorage.setItem(SIGNED_OUT + accountId, 'true');

/** The person has come back by the sign-in service itself. */
export const markSignedIn = (accountId: string): void => localStorage.removeItem(SIGNED_OUT + accountId);
