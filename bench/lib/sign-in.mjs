// Signs people in by the protocol alone, without a browser: the form of the sign-in page, then code and PKCE.
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';

const tokens = z.object({ access_token: z.string() });

/** A token for the API, of a session of its own. */
export async function signInPlainly({ url, tenantId, portalAppId, apiAppId, redirectUris: [redirectUri], people }, person) {
  const { username } = people.find(({ name }) => name === person);
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: portalAppId,
    response_type: 'code',
    redirect_uri: redirectUri,
    response_mode: 'query',
    scope: `api://${apiAppId}/access_as_user openid`,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const authority = `${url}/${tenantId}/oauth2/v2.0`;
  const form = new URLSearchParams({ username });
  const signedIn = await fetch(`${authority}/authorize?${query.toString()}`, { method: 'POST', body: form, redirect: 'manual' });
  const code = new URL(signedIn.headers.get('location') ?? '', url).searchParams.get('code') ?? '';
  const grant = { grant_type: 'authorization_code', client_id: portalAppId, code, redirect_uri: redirectUri, code_verifier: verifier };
  const answer = await fetch(`${authority}/token`, { method: 'POST', body: new URLSearchParams(grant) });
  if (!answer.ok) throw new Error(`${person} cannot be signed in: ${answer.status}`);
  return tokens.parse(await answer.json()).access_token;
}
