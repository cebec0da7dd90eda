import { forgetSession, isSignedOut, storedSession, type Account, type StoredSession } from './stored-session';
import { watchers } from '../watchers';

/** A token with less time left is renewed before it is used, as MSAL does. */
const RENEW_BEFORE_MS = 300_000;

const isFresh = ({ expiresAt }: StoredSession) => expiresAt - Date.now() > RENEW_BEFORE_MS;

/** The session of this tab, where it holds without asking anybody. */
export function usableSession(): StoredSession | undefined {
  const stored = storedSession();
  return stored !== undefined && isFresh(stored) && !isSignedOut(stored.account.id) ? stored : undefined;
}

export const loadMsal = () => import('./msal');
let renewing: Promise<StoredSession> | undefined;
let asking: Promise<StoredSession> | undefined;

const leaving = watchers();

/** Told when the browser is about to leave for the sign-in service, because nobody's sign-in is left. */
export const whenLeaving = leaving.add;

function renew(forceRefresh: boolean): Promise<StoredSession> {
  renewing ??= loadMsal()
    .then(({ acquireSession }) => acquireSession(forceRefresh, leaving.tell))
    .finally(() => {
      renewing = undefined;
    });
  return renewing;
}

let account: Account | undefined;
const arrivals = watchers();

function showNothingAndReload(): void {
  document.documentElement.hidden = true;
  window.location.reload();
}

/** Back to a page that the browser has kept: by now the tab may be another person's, or nobody's. */
function showOwnPageOnly({ persisted }: PageTransitionEvent): void {
  if (!persisted) return;
  if (storedSession()?.account.id !== account?.id) showNothingAndReload();
  else leaveIfSignedOut();
}

/** Whose sign-in was ended in another tab must not go on here: somebody else may sit there by now. */
function leaveIfSignedOut(): void {
  if (account === undefined || !isSignedOut(account.id)) return;
  forgetSession();
  showNothingAndReload();
}

/** Settles once somebody is signed in; else the browser is on its way to the sign-in service. */
export async function startSession(): Promise<void> {
  window.addEventListener('pageshow', showOwnPageOnly);
  window.addEventListener('storage', leaveIfSignedOut);
  ({ account } = usableSession() ?? (await renew(false)));
  arrivals.tell();
}

/** Who is signed in, once that is certain. */
export const signedIn = (): Account | undefined => account;

export const whenSignedIn = arrivals.add;

/** Where the session is another person's by now, nothing is sent from this page: it starts again as theirs. */
function tokenIn(session: StoredSession): string | Promise<never> {
  if (account === undefined || account.id === session.account.id) return session.token;
  showNothingAndReload();
  return new Promise<never>(() => undefined);
}

/** The token for the API, renewed silently while that is possible. */
export async function accessToken(forceRefresh = false): Promise<string> {
  const stored = storedSession();
  return tokenIn(stored !== undefined && isFresh(stored) && !forceRefresh ? stored : await renew(forceRefresh));
}

/** Azure wants more proof (the claims say which). However many requests ask, the user is asked once. */
export async function stepUp(claims: string): Promise<string> {
  asking ??= loadMsal()
    .then(({ askForClaims }) => askForClaims(claims))
    .finally(() => {
      asking = undefined;
    });
  return tokenIn(await asking);
}

/** Whose page this is, also while the browser is sent to the sign-in service: the person may stay for what they have typed. */
export function currentAccount(): Account {
  const known = account ?? storedSession()?.account;
  if (known === undefined) throw new Error('Nobody is signed in.');
  return known;
}
