import { PublicClientApplication, type AccountInfo, type RedirectRequest } from '@azure/msal-browser';
import { portalSettings } from './portal-settings';

const { clientId, authority, authorityMetadata, apiScope } = portalSettings;

export const msal = new PublicClientApplication({
  auth: {
    clientId,
    authority,
    ...(authorityMetadata !== undefined && { authorityMetadata }),
    redirectUri: '/auth/redirect.html',
    postLogoutRedirectUri: '/auth/redirect.html',
    clientCapabilities: ['cp1'],
  },
  cache: { cacheLocation: 'sessionStorage' },
});

/** The sign-in service returns to the page the user is on. */
export const signInRequest = (more: Partial<RedirectRequest> = {}): RedirectRequest => ({
  scopes: [apiScope],
  redirectStartPage: window.location.href,
  ...more,
});

export function activeAccount(): AccountInfo {
  const account = msal.getActiveAccount();
  if (account === null) throw new Error('Nobody is signed in.');
  return account;
}
