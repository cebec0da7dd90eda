import { activeAccount, msal, signInRequest } from './msal';

export interface Account {
  id: string;
  name: string;
  username: string;
}

const toAccount = (info: ReturnType<typeof activeAccount>): Account => ({
  id: info.homeAccountId,
  name: info.name ?? info.username,
  username: info.username,
});

/** True once somebody is signed in; false when the browser is on its way to the sign-in service. */
export async function startSession(): Promise<boolean> {
  await msal.initialize();
  const answer = await msal.handleRedirectPromise();
  const account = answer?.account ?? msal.getActiveAccount() ?? msal.getAllAccounts()[0];
  if (account === undefined) {
    await msal.loginRedirect(signInRequest());
    return false;
  }
  msal.setActiveAccount(account);
  return true;
}

export const currentAccount = (): Account => toAccount(activeAccount());

export const otherAccounts = (): Account[] => {
  const current = activeAccount().homeAccountId;
  return msal
    .getAllAccounts()
    .map(toAccount)
    .filter(({ id }) => id !== current);
};

/** Nothing of one user may be shown to another: the page starts anew. */
export function switchAccount(id: string): void {
  const account = msal.getAllAccounts().find(({ homeAccountId }) => homeAccountId === id);
  if (account === undefined) return;
  msal.setActiveAccount(account);
  window.location.reload();
}

export const signInWithAnotherAccount = (): Promise<void> => msal.loginRedirect(signInRequest({ prompt: 'select_account' }));

export const signOut = (): Promise<void> => msal.logoutRedirect({ account: activeAccount() });
