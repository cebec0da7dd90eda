import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { record } from '../world/json';
import type { Entra } from './entra';
import { tokenEndpoint } from './token-endpoint';

/** Scopes that stand for what the first version gives unasked. */
const USUAL = 'openid profile offline_access';

/** Numbers of the second version are words in the first. */
function inWords({ access_token, refresh_token, id_token, expires_in }: Record<string, unknown>, resource: string): unknown {
  const seconds = Number(expires_in);
  const now = Math.floor(Date.now() / 1000);
  return {
    token_type: 'Bearer',
    expires_in: String(seconds),
    ext_expires_in: String(seconds),
    expires_on: String(now + seconds),
    not_before: String(now),
    resource,
    access_token,
    ...(refresh_token !== undefined && { refresh_token }),
    ...(id_token !== undefined && { id_token }),
  };
}

/** POST /{tenant}/oauth2/token: names one resource in place of scopes. */
export async function tokenEndpointV1(entra: Entra, request: HttpRequest): Promise<HttpAnswer> {
  const form = new URLSearchParams(request.body);
  const resource = form.get('resource') ?? `https://${entra.authority.cloud.graph}`;
  form.set('scope', `${resource.endsWith('/') ? resource.slice(0, -1) : resource}/.default ${USUAL}`);
  const answer = await tokenEndpoint(entra, { ...request, body: form.toString() });
  if (answer.status !== 200) return answer;
  return { ...answer, body: JSON.stringify(inWords(record(JSON.parse(answer.body ?? '{}')), resource)) };
}
