import { decodeJwt } from 'jose';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { isRedirectUri } from './clients';
import { signOut } from './sessions';
import { signedOutPage } from './sign-in-page';
import type { Entra } from './token-endpoint';

function usernameIn(idToken: string | null): string | undefined {
  if (!idToken) return undefined;
  try {
    const { preferred_username: username } = decodeJwt(idToken);
    return typeof username === 'string' ? username : undefined;
  } catch {
    return undefined;
  }
}

/** GET /{tenant}/oauth2/v2.0/logout: signs out the account hinted at, or all, and goes back with the state. */
export function logoutEndpoint(entra: Entra, request: HttpRequest): HttpAnswer {
  const { query } = request;
  const username = query.get('logout_hint') ?? usernameIn(query.get('id_token_hint'));
  entra.world.write(() => signOut(entra.world, request, username ?? undefined));
  const target = query.get('post_logout_redirect_uri');
  if (!isRedirectUri(entra, target)) return signedOutPage(request);
  const state = query.get('state');
  const location = state === null ? target : `${target}?${new URLSearchParams({ state }).toString()}`;
  return { status: 302, headers: { Location: location, 'Cache-Control': 'no-store' } };
}
