import { json } from '../http/exchange';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { same } from '../world/directory/client-secret';
import { findUser, passwordOf, tenant } from '../world/directory/directory';
import type { Entra } from './entra';
import { requireParameter } from './grant';
import type { GrantHandler } from './grant';
import { OAuthError } from './oauth-error';
import { resolveScope } from './scopes';
import { tokensFor } from './tokens';

/** GET /common/userrealm/{username}: whether a password is checked here, asked before it is sent. */
export function userRealm({ world }: Entra, { origin }: HttpRequest, username: string): HttpAnswer {
  const cloud = { cloud_instance_name: new URL(origin).hostname, cloud_audience_urn: 'urn:federation:MicrosoftOnline' };
  if (!findUser(world, username)) return json(200, { ver: '1.0', account_type: 'Unknown', ...cloud });
  return json(200, { ver: '1.0', account_type: 'Managed', domain_name: tenant(world)?.defaultDomain ?? '', ...cloud });
}

/** Signs a person in with name and password; programs that cannot show a page still use it. */
export const password: GrantHandler = async ({ world, authority }, { client, form }) => {
  const user = findUser(world, requireParameter(form, 'username'));
  if (!user || !same(passwordOf(world), requireParameter(form, 'password'))) {
    throw new OAuthError('invalid_grant', 50126, 'Error validating credentials due to invalid username or password.');
  }
  return tokensFor(authority, { user, client, sessionId: '' }, resolveScope(world, client, requireParameter(form, 'scope')));
};
