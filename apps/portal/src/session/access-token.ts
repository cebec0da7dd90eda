import { BrowserAuthError, InteractionRequiredAuthError } from '@azure/msal-browser';
import { activeAccount, msal, signInRequest } from './msal';

/** Never settles: the browser is leaving for the sign-in service and comes back to this very address. */
const leaving = new Promise<never>(() => undefined);

/** The token for the API, renewed silently while that is possible. */
export async function accessToken(forceRefresh = false): Promise<string> {
  const account = activeAccount();
  try {
    const answer = await msal.acquireTokenSilent({ ...signInRequest(), account, forceRefresh });
    return answer.accessToken;
  } catch (error) {
    if (!(error instanceof InteractionRequiredAuthError)) throw error;
    await msal.acquireTokenRedirect(signInRequest({ account }));
    return leaving;
  }
}

const POPUP_BLOCKED = new Set(['popup_window_error', 'empty_window_error']);
let running: Promise<string> | undefined;

async function askUser(claims: string): Promise<string> {
  const account = activeAccount();
  try {
    const answer = await msal.acquireTokenPopup({ ...signInRequest(), account, claims });
    return answer.accessToken;
  } catch (error) {
    if (!(error instanceof BrowserAuthError && POPUP_BLOCKED.has(error.errorCode))) throw error;
    await msal.acquireTokenRedirect(signInRequest({ account, claims }));
    return leaving;
  }
}

/** Azure wants more proof (the claims say which). However many requests ask, the user is asked once. */
export function stepUp(claims: string): Promise<string> {
  running ??= askUser(claims).finally(() => {
    running = undefined;
  });
  return running;
}
