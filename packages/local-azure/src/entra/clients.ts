import { timingSafeEqual } from 'node:crypto';
import { applications } from '../world/directory';
import type { Application } from '../world/directory';
import type { World } from '../world/world';
import { OAuthError } from './oauth-error';

/** The registered application. @throws OAuthError when there is none */
export function requireClient(world: World, clientId: string | null): Application {
  if (!clientId) throw new OAuthError('invalid_request', 900144, "The request body must contain the following parameter: 'client_id'.");
  const client = applications(world).get(clientId.toLowerCase());
  if (client) return client;
  throw new OAuthError(
    'unauthorized_client',
    700016,
    `Application with identifier '${clientId}' was not found in the directory 'Contoso'.`,
  );
}

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Checks the client secret of a confidential client. @throws OAuthError */
export function requireSecret(client: Application, secret: string | null): void {
  if (!secret) throw new OAuthError('invalid_client', 7000218, "The request body must contain: 'client_assertion' or 'client_secret'.");
  if (client.secret === undefined || !same(client.secret, secret)) {
    throw new OAuthError('invalid_client', 7000215, `Invalid client secret provided for app '${client.appId}'.`);
  }
}

/** Pages on this computer answer at `/auth/redirect.html`, on any port: an emulator cannot know where its portal runs. */
export function isRedirectUri(uri: string | null): uri is string {
  return uri !== null && /^http:\/\/localhost(?::\d{1,5})?\/auth\/redirect\.html$/.test(uri);
}
