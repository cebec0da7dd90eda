import { randomUUID } from 'node:crypto';
import { header, json } from '../http/exchange';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { applications, servicePrincipals } from '../world/directory/directory';
import type { ServicePrincipal } from '../world/directory/directory';
import { TOKEN_EXCHANGE } from './client-assertion';
import type { Entra } from './entra';

/** Where every virtual machine finds the tokens of its managed identity, without TLS and without leaving its link. */
const HOST = '169.254.169.254';
const PATH = '/metadata/identity/oauth2/token';
const LIFETIME_SECONDS = 86_400;

/** Whether a request is for what gives tokens of managed identities; the port is always 80. */
export const isIdentityHost = (host: string): boolean => host === HOST;

const refused = (error: string, description: string): HttpAnswer => json(400, { error, error_description: description });

/** The identity of the computer that the portal's API runs on: whose tokens the API is told to trust. */
function identityOf({ world }: Entra): ServicePrincipal | undefined {
  const trusted = applications(world)
    .list()
    .flatMap(({ federatedIdentityCredentials = [] }) => federatedIdentityCredentials.map(({ subject }) => subject));
  return servicePrincipals(world)
    .list()
    .find(({ objectId }) => trusted.includes(objectId));
}

/**
 * Answers `GET /metadata/identity/oauth2/token` of the instance metadata service. What came by way of a proxy is refused, as there: tokens
 * are for programs of this computer.
 */
export async function serveManagedIdentity(entra: Entra, request: HttpRequest): Promise<HttpAnswer> {
  const { method, path, query } = request;
  if (method !== 'GET' || path !== PATH) return json(404, { error: 'Not found' });
  if (header(request, 'metadata')?.toLowerCase() !== 'true') return refused('invalid_request', 'Required metadata header not specified');
  if (header(request, 'x-forwarded-for') !== undefined)
    return refused('invalid_request', 'Request contains the X-Forwarded-For header, which is not allowed');
  const identity = identityOf(entra);
  const asked = query.get('client_id');
  if (!identity || (asked !== null && asked.toLowerCase() !== identity.appId.toLowerCase()))
    return refused('invalid_request', 'Identity not found');
  const resource = query.get('resource') ?? '';
  if (resource !== entra.authority.cloud.tokenExchange)
    return refused('invalid_resource', `AADSTS500011: The resource principal named ${resource} was not found in the tenant named Contoso.`);
  const { authority } = entra;
  const { objectId, appId } = identity;
  const claims = { aud: TOKEN_EXCHANGE, tid: authority.tenantId, oid: objectId, sub: objectId, azp: appId, azpacr: '2' };
  const now = Math.floor(Date.now() / 1000);
  return json(200, {
    access_token: await authority.sign({ ...claims, idtyp: 'app', uti: randomUUID(), ver: '2.0' }, LIFETIME_SECONDS),
    client_id: appId,
    expires_in: String(LIFETIME_SECONDS),
    expires_on: String(now + LIFETIME_SECONDS),
    ext_expires_in: String(LIFETIME_SECONDS),
    not_before: String(now),
    resource,
    token_type: 'Bearer',
  });
}
