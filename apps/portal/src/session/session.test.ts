// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { currentAccount, startSession } from './session';
import { forgetSession, storeSession } from './stored-session';

test('a page stays the page of the person who is signed in while the browser is sent to the sign-in service, for they may stay', async () => {
  const account = { id: 'adele.tenant', name: 'Adele Vance', username: 'adele@contoso.com', isGuest: false };
  storeSession({ account, token: 'token', expiresAt: Date.now() + 3_600_000 });
  await startSession();
  forgetSession();
  expect(currentAccount()).toEqual(account);
});
