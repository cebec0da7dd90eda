import { timingSafeEqual, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { applications, servicePrincipals } from '../world/directory';
import type { Application } from '../world/directory';
import type { World } from '../world/world';
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

/** Application id of the service that tokens for workload identity federation are meant for. */
export const TOKEN_EXCHANGE = 'fb60f99c-7a34-4190-8149-302f77469936';

/** The registered application, which has a principal here. @throws OAuthError when there is none */
export function requireClient(world: World, clientId: string | null): Application {
  if (!clientId) throw new OAuthError('invalid_request', 900144, "The request body must contain the following parameter: 'client_id'.");
  const key = clientId.toLowerCase();
  if (key === COMMAND_LINE.appId) return COMMAND_LINE;
  const client = applications(world).get(key);
  if (!client) {
    const message = `Application with identifier '${clientId}' was not found in the directory 'Contoso'.`;
    throw new OAuthError('unauthorized_client', 700016, message);
  }
  if (client.manifest && !servicePrincipals(world).get(key)) {
    const message = `The client application ${clientId} is missing service principal in the tenant.`;
    throw new OAuthError('unauthorized_client', 7000229, message);
  }
  return client;
}

/** Whether two secrets are the same, told in a time that does not depend on where they differ. */
export function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function requireSecret({ client, form }: TokenRequest): void {
  const secret = form.get('client_secret');
  if (!secret) throw new OAuthError('invalid_client', 7000218, "The request body must contain: 'client_assertion' or 'client_secret'.");
  if (client.secret !== undefined && same(client.secret, secret)) return;
  const password = client.passwords?.find(({ secretText }) => same(secretText, secret));
  if (!password) throw new OAuthError('invalid_client', 7000215, `Invalid client secret provided for app '${client.appId}'.`);
  if (Date.parse(password.endDateTime) <= Date.now())
    throw new OAuthError('invalid_client', 7000222, `The provided client secret keys for app '${client.appId}' are expired.`);
}

/** Workload identity federation: a token of ours for the exchange, whose subject the client was told to trust. */
async function isFederated({ authority }: Entra, client: Application, assertion: string): Promise<boolean> {
  const read = await authority.read(assertion);
  if (!read || read.expired || read.claims.aud !== TOKEN_EXCHANGE) return false;
  return (client.federatedIdentityCredentials ?? []).some(
    ({ issuer, subject, audiences }) =>
      issuer === read.claims.iss && subject === read.claims.sub && audiences.includes(authority.cloud.tokenExchange),
  );
}

const thumbprint = (hex: string): string => Buffer.from(hex.replaceAll(':', ''), 'hex').toString('base64url');

/** The registered certificate that an assertion names by its thumbprint. */
function certificateFor({ certificates = [] }: Application, assertion: string): X509Certificate {
  const { 'x5t#S256': sha256, x5t: sha1 } = decodeProtectedHeader(assertion);
  const named = certificates
    .map((one) => new X509Certificate(one))
    .find(({ fingerprint, fingerprint256 }) => thumbprint(fingerprint256) === sha256 || thumbprint(fingerprint) === sha1);
  if (!named) throw new Error('The key was not found among the certificates of the application.');
  return named;
}

/** RFC 7523: a token that the client signed with the key of its registered certificate, meant for our token endpoint. */
async function requireAssertion(entra: Entra, { client, origin }: TokenRequest, assertion: string): Promise<void> {
  if (await isFederated(entra, client, assertion)) return;
  const { tenantId, cloud } = entra.authority;
  const bases = [origin, `https://${cloud.login}`].flatMap((host) =>
    [tenantId, 'organizations', 'common'].map((tenant) => `${host}/${tenant}`),
  );
  try {
    await jwtVerify(assertion, certificateFor(client, assertion).publicKey, {
      issuer: client.appId,
      subject: client.appId,
      audience: bases.flatMap((base) => [`${base}/oauth2/v2.0/token`, `${base}/v2.0`, `${base}/oauth2/token`, `${base}/`]),
      algorithms: ['RS256', 'PS256'],
      clockTolerance: '5 minutes',
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OAuthError('invalid_client', 700027, `The certificate or key was not valid for app '${client.appId}'. ${reason}`);
  }
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
