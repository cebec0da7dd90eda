import { disabledTrouble, secretTrouble } from '../world/directory/client-secret';
import { applications, servicePrincipals } from '../world/directory/directory';
import type { Application } from '../world/directory/directory';
import type { World } from '../world/world';
import { requireAssertion } from './client-assertion';
import type { Entra } from './entra';
import type { TokenRequest } from './grant';
import { OAuthError } from './oauth-error';

/** Application id of Azure's command line, which the SDKs' interactive credentials use as well: known in every tenant. */
const COMMAND_LINE: Application = {
  appId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
  displayName: 'Microsoft Azure CLI',
  kind: 'native',
  scopes: [],
};

/** The registered application, which has a principal here to which people may sign in. @throws OAuthError when there is none */
export function requireClient(world: World, clientId: string | null): Application {
  if (!clientId) throw new OAuthError('invalid_request', 900144, "The request body must contain the following parameter: 'client_id'.");
  const key = clientId.toLowerCase();
  if (key === COMMAND_LINE.appId) return COMMAND_LINE;
  const client = applications(world).get(key);
  if (!client) {
    const message = `Application with identifier '${clientId}' was not found in the directory 'Contoso'.`;
    throw new OAuthError('unauthorized_client', 700016, message);
  }
  const trouble = disabledTrouble(client);
  if (trouble) throw new OAuthError('unauthorized_client', trouble.number, trouble.message);
  if (client.manifest && !servicePrincipals(world).get(key)) {
    const message = `The client application ${clientId} is missing service principal in the tenant.`;
    throw new OAuthError('unauthorized_client', 7000229, message);
  }
  return client;
}

function requireSecret({ client, form }: TokenRequest): void {
  const secret = form.get('client_secret');
  if (!secret) throw new OAuthError('invalid_client', 7000218, "The request body must contain: 'client_assertion' or 'client_secret'.");
  const trouble = secretTrouble(client, secret);
  if (trouble) throw new OAuthError('invalid_client', trouble.number, trouble.message);
}

/** Checks how a confidential client proves who it is. @throws OAuthError */
export async function requireCredential(entra: Entra, request: TokenRequest): Promise<void> {
  const assertion = request.form.get('client_assertion');
  if (assertion) await requireAssertion(entra, request, assertion);
  else requireSecret(request);
}

const PROGRAM = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?\/?$/;

type Waiting = Pick<Entra, 'redirectUris'>;

/** Where pages of an application wait: as it is registered, or where Local Azure was told that they do. */
export const redirectUrisOf = ({ redirectUris }: Waiting, { kind, redirectUris: own }: Application): { spa: string[]; web: string[] } =>
  own ?? { spa: kind === 'page' ? [...redirectUris] : [], web: [] };

/** Programs wait at the root of a port of their own, which nobody can know beforehand (RFC 8252, 7.3); pages where they are registered. */
export function isRedirectUri(entra: Waiting, uri: string | null, client: Application): uri is string {
  if (uri === null) return false;
  if (client.kind === 'native') return PROGRAM.test(uri);
  const { spa, web } = redirectUrisOf(entra, client);
  return [...spa, ...web].includes(uri);
}

/** All addresses at which some page of this directory waits. */
function everyPage({ world, redirectUris }: Pick<Entra, 'world' | 'redirectUris'>): string[] {
  return [
    ...redirectUris,
    ...applications(world)
      .list()
      .flatMap(({ redirectUris: own }) => own?.spa ?? []),
  ];
}

/** Whether somebody who signed out is led back there. */
export const isPage = (entra: Pick<Entra, 'world' | 'redirectUris'>, uri: string | null): uri is string =>
  uri !== null && everyPage(entra).includes(uri);

/** Whether the page that asks for tokens is one that signs people in; programs are no pages. */
export const mayRedeem = (entra: Pick<Entra, 'world' | 'redirectUris'>, origin: string | undefined): boolean =>
  origin === undefined || everyPage(entra).some((uri) => new URL(uri).origin === origin);
