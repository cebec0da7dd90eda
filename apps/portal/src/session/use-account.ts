import { useState } from 'react';
import { currentAccount } from './session';
import type { Account } from './stored-session';

/** The person who is signed in; switching accounts reloads the page, so it never changes while the page lives. */
export function useAccount(): Account {
  const [account] = useState(currentAccount);
  return account;
}
