import { startSession } from '../session/session';
import { storeSession, type Account } from '../session/stored-session';

export const ADELE: Account = { id: 'adele', name: 'Adele Vance', username: 'adele.vance@contoso.example', isGuest: false };

/** She has signed in here before; her token has run out. */
export const adeleWasHere = () => storeSession({ account: ADELE, token: 'token', expiresAt: 0 });

/** She is signed in. */
export async function adeleIsHere(): Promise<void> {
  storeSession({ account: ADELE, token: 'token', expiresAt: Date.parse('2100-01-01') });
  await startSession();
}
