import { BrowserAuthError, InteractionRequiredAuthError, PublicClientApplication } from '@azure/msal-browser';
import type { AccountInfo, AuthenticationResult, RedirectRequest } from '@azure/msal-browser';
import { portalSettings } from './portal-settings';
import { untilLeft, windowOf } from './until-left';
import { forgetSession, isSignedOut, markSignedIn, markSignedOut, storeSession, type Account, type StoredSession } from './stored-session';

/** Who has to look for their telephone first takes longer than the minute that is MSAL's own; then the window would be closed over their typing. */
const LONGEST_PROOF_MS = 300_000;

const { clientId, authority, authorityMetadata, apiScope } = portalSettings;

const msal = new PublicClientApplication({
  auth: {
    clientId,
    authority,
    knownAuthorities: [new URL(authority).host],
    ...(authorityMetadata !== undefined && { authorityMetadata }),
    redirectUri: '/auth/redirect.html',
    postLogoutRedirectUri: '/auth/redirect.html',
    clientCapabilities: ['cp1'],
  },
  cache: { cacheLocation: 'sessionStorage' },
  system: { popupBridgeTimeout: LONGEST_PROOF_MS },
});
await msal.initialize();

/** Never settles: the browser is leaving for the sign-in service and comes back to this very address. */
const leaving = new Promise<never>(() => undefined);

async function leaveFor(request: Partial<RedirectRequest>): Promise<never> {
  forgetSession();
  await msal.loginRedirect({ scopes: [apiScope], redirectStartPage: window.location.href, ...request });
  return leaving;
}

const toAccount = ({ homeAccountId, name, username, idTokenClaims }: AccountInfo): Account => ({
  id: homeAccountId,
  name: name ?? username,
  username,
  isGuest: idTokenClaims?.['acct'] === 1 || idTokenClaims?.['idp'] !== undefined,
});

function remember({ account, accessToken, expiresOn }: AuthenticationResult): StoredSession {
  msal.setActiveAccount(account);
  const session = { account: toAccount(account), token: accessToken, expiresAt: expiresOn?.getTime() ?? 0 };
  storeSession(session);
  return session;
}

/** Those of this tab, but for one that was signed out in another. */
const accounts = () => msal.getAllAccounts().filter(({ homeAccountId }) => !isSignedOut(homeAccountId));

const activeAccount = () => accounts().find((one) => one.homeAccountId === msal.getActiveAccount()?.homeAccountId) ?? accounts()[0];

let isArrivalTaken = false;

/**
 * What the sign-in service sent the browser back with. MSAL answers it again as long as the page lives; it is good once. The browser is back where
 * it had left, or already where the person has gone on to since.
 */
async function arrival(): Promise<AuthenticationResult | null> {
  if (isArrivalTaken) return null;
  isArrivalTaken = true;
  return msal.handleRedirectPromise({ navigateToLoginRequestUrl: false });
}

/**
 * The token of the person who is signed in, from the cache, renewed, or after a visit to the sign-in service, which is announced where a
 * sign-in has ended.
 */
export async function acquireSession(forceRefresh: boolean, announceLeaving: () => void): Promise<StoredSession> {
  const answer = await arrival();
  if (answer !== null) {
    markSignedIn(answer.account.homeAccountId);
    return remember(answer);
  }
  const account = activeAccount();
  if (account === undefined) return leaveFor({});
  try {
    return remember(await msal.acquireTokenSilent({ scopes: [apiScope], account, forceRefresh }));
  } catch (error) {
    if (!(error instanceof InteractionRequiredAuthError)) throw error;
    announceLeaving();
    return leaveFor({ account });
  }
}

const POPUP_BLOCKED = new Set(['popup_window_error', 'empty_window_error']);

/** One interactive round for the claims Azure asks for; in a window of its own, so that nothing typed is lost. */
export async function askForClaims(claims: string): Promise<StoredSession> {
  const account = activeAccount();
  const request = { scopes: [apiScope], claims, ...(account !== undefined && { account }) };
  try {
    // MSAL goes on waiting for a window that was left.
    const { begun, opened } = windowOf(() => msal.acquireTokenPopup({ ...request, overrideInteractionInProgress: true }));
    const session = begun.then(remember);
    return await Promise.race([session, untilLeft(opened, session)]);
  } catch (error) {
    if (!(error instanceof BrowserAuthError && POPUP_BLOCKED.has(error.errorCode))) throw error;
    return leaveFor(request);
  }
}

export function otherAccounts(): Account[] {
  const current = activeAccount()?.homeAccountId;
  const others = accounts().filter(({ homeAccountId }) => homeAccountId !== current);
  return others.map(toAccount);
}

/** Nothing of one user may be shown to another: the page starts again. */
export function switchAccount(id: string): void {
  const account = accounts().find(({ homeAccountId }) => homeAccountId === id);
  if (account === undefined) return;
  const going = new AbortController();
  const goAs = () => {
    msal.setActiveAccount(account);
    forgetSession();
  };
  // Where something is filled in the browser asks, and who goes on working on the page has stayed.
  const stayed = () => going.abort();
  const ask = ({ defaultPrevented }: BeforeUnloadEvent) => {
    if (defaultPrevented)
      for (const gesture of ['pointerdown', 'keydown']) window.addEventListener(gesture, stayed, { signal: going.signal });
  };
  window.addEventListener('beforeunload', ask, { signal: going.signal });
  window.addEventListener('pagehide', goAs, { signal: going.signal });
  window.location.reload();
}

export const signInWithAnotherAccount = (): Promise<never> => leaveFor({ prompt: 'select_account' });

export async function signOut(): Promise<void> {
  const account = activeAccount();
  if (account) markSignedOut(account.homeAccountId);
  forgetSession();
  await msal.logoutRedirect({ ...(account !== undefined && { account }) });
}
