import { useState, useSyncExternalStore } from 'react';
import { currentAccount, signedIn, whenSignedIn } from './session';
import type { Account } from './stored-session';

/** The person who is signed in; switching accounts reloads the page, so it never changes while the page lives. */
export function useAccount(): Account {
  const [account] = useState(currentAccount);
  return account;
}

const nobody = () => undefined;

/** The same for what is there before it is known who that is, as on the page that the server sends. */
export const useSignedIn = (): Account | undefined => useSyncExternalStore(whenSignedIn, signedIn, nobody);
