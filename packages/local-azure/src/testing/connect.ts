import { createHash, randomBytes } from 'node:crypto';
import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { record, text } from '../world/json';

/** The part of a Local Azure, here or in a process of its own, that signing in needs. */
export interface Reachable {
  url: string;
  tenantId: string;
  portalAppId: string;
  apiAppId: string;
  apiAppSecret: string;
  redirectUris: readonly string[];
  people: readonly { username: string }[];
}

/** What a test needs to be someone in a Local Azure. */
export interface Connection {
  /** Credential for the Azure SDKs: tokens on behalf of the person, for whatever scope is asked. */
  credential: { getToken(scopes: string | string[]): Promise<{ token: string; expiresOnTimestamp: number }> };
  /** Transport for the Azure SDKs (`httpClient` of their options): leads Azure's hosts to the local server. */
  httpClient: HttpClient;
  /** The person's token for the API, as the portal would send it. */
  apiToken: string;
}

const hosts = [
  /^management\.azure\.com$/,
  /^graph\.microsoft\.com$/,
  /^[a-z0-9-]+\.vault\.azure\.net$/,
  /^[a-z0-9]+\.blob\.core\.windows\.net$/,
];

/** A transport that leads Azure's hosts to a local server and refuses all others. */
export function loopbackHttpClient(url: string): HttpClient {
  const inner = createDefaultHttpClient();
  return {
    async sendRequest(request) {
      const original = request.url;
      const target = new URL(original);
      if (!hosts.some((host) => host.test(target.hostname))) throw new Error(`${target.origin} is not led to Local Azure.`);
      request.headers.set('x-forwarded-host', target.host);
      request.headers.set('x-forwarded-proto', 'https');
      request.url = url + target.pathname + target.search;
      request.allowInsecureConnection = true;
      delete request.agent;
      delete request.proxySettings;
      try {
        return await inner.sendRequest(request);
      } finally {
        request.url = original;
        request.allowInsecureConnection = false;
      }
    },
  };
}

async function askForTokens(azure: Reachable, form: Record<string, string>): Promise<Record<string, unknown>> {
  const answer = await fetch(`${azure.url}/${azure.tenantId}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });
  const body = record(await answer.json());
  if (!answer.ok) throw new Error(text(body['error_description']) ?? `The token endpoint answered ${answer.status}.`);
  return body;
}

/**
 * Signs a person in as the portal does: the sign-in page's form, then code and PKCE. Answers the token endpoint's answer.
 * `more` are further parameters of the authorization request, such as `claims`.
 */
export async function signInAs(azure: Reachable, username: string, more: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const verifier = randomBytes(32).toString('base64url');
  const [redirectUri = ''] = azure.redirectUris;
  const query = new URLSearchParams({
    client_id: azure.portalAppId,
    response_type: 'code',
    redirect_uri: redirectUri,
    response_mode: 'query',
    scope: `api://${azure.apiAppId}/access_as_user openid profile offline_access`,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    nonce: randomBytes(8).toString('hex'),
    ...more,
  });
  const page = `${azure.url}/${azure.tenantId}/oauth2/v2.0/authorize?${query.toString()}`;
  const answer = await fetch(page, { method: 'POST', body: new URLSearchParams({ username }), redirect: 'manual' });
  const code = new URL(answer.headers.get('location') ?? '', azure.url).searchParams.get('code');
  if (!code) throw new Error(`${username} cannot be signed in.`);
  return askForTokens(azure, {
    grant_type: 'authorization_code',
    client_id: azure.portalAppId,
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
}

/** Signs a person (sign-in name, or its first part up to the dot, any case) in and answers what the Azure SDKs need to act for her. */
export async function connect(azure: Reachable, person: string): Promise<Connection> {
  const wanted = person.toLowerCase();
  const user = azure.people.find((one) => one.username.toLowerCase() === wanted || one.username.toLowerCase().startsWith(`${wanted}.`));
  if (!user) throw new Error(`Nobody is called ${person}.`);
  const apiToken = String((await signInAs(azure, user.username))['access_token']);
  return {
    apiToken,
    httpClient: loopbackHttpClient(azure.url),
    credential: {
      async getToken(scopes) {
        const tokens = await askForTokens(azure, {
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          requested_token_use: 'on_behalf_of',
          client_id: azure.apiAppId,
          client_secret: azure.apiAppSecret,
          assertion: apiToken,
          scope: [scopes].flat().join(' '),
        });
        return { token: String(tokens['access_token']), expiresOnTimestamp: Date.now() + Number(tokens['expires_in']) * 1000 };
      },
    },
  };
}
