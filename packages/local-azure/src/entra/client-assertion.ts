import { X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { Application } from '../world/directory/directory';
import type { Entra } from './entra';
import type { TokenRequest } from './grant';
import { OAuthError } from './oauth-error';

/** Application id of the service that tokens for workload identity federation are meant for. */
export const TOKEN_EXCHANGE = 'fb60f99c-7a34-4190-8149-302f77469936';

const refused = (number: number, message: string) => new OAuthError('invalid_client', number, message);

/**
 * Workload identity federation: whether it is a token of ours for the exchange, whose subject the client was told to trust. False where it is
 * no such token. @throws OAuthError where the client trusts another subject
 */
async function isFederated({ authority }: Entra, client: Application, assertion: string): Promise<boolean> {
  const read = await authority.read(assertion);
  if (!read || read.expired || read.claims.aud !== TOKEN_EXCHANGE) return false;
  const { iss, sub } = read.claims;
  const isTrusted = (client.federatedIdentityCredentials ?? []).some(
    ({ issuer, subject, audiences }) => issuer === iss && subject === sub && audiences.includes(authority.cloud.tokenExchange),
  );
  if (isTrusted) return true;
  const why = 'Check your federated identity credential Subject, Audience and Issuer against the presented assertion.';
  throw refused(700213, `No matching federated identity record found for presented assertion subject '${String(sub)}'. ${why}`);
}

/** 700027: the key is not one that the application has, or no longer one. */
function badKey(what: string, reason: string, thumbprint: string, found?: X509Certificate): OAuthError {
  const key = found ? `, Found key 'Start=${found.validFromDate.toISOString()}, End=${found.validToDate.toISOString()}'` : '';
  return refused(700027, `${what} [Reason - ${reason}, Thumbprint of key used by client: '${thumbprint}'${key}.]`);
}

const hexOf = (base64url: unknown): string =>
  typeof base64url === 'string' ? Buffer.from(base64url, 'base64url').toString('hex').toUpperCase() : '';

/** The certificate that an assertion names by its thumbprint, as it is registered. @throws OAuthError where it is not, or its time is over */
function certificateFor({ appId, certificates = [] }: Application, assertion: string): X509Certificate {
  const { 'x5t#S256': sha256, x5t: sha1 } = headerOf(assertion);
  const wanted = [hexOf(sha256), hexOf(sha1)].filter((hex) => hex !== '');
  const thumbprint = wanted[0] ?? '';
  const named = certificates
    .map((one) => new X509Certificate(one))
    .find(({ fingerprint, fingerprint256 }) => [fingerprint256, fingerprint].some((hex) => wanted.includes(hex.replaceAll(':', ''))));
  const what = 'The certificate with identifier used to sign the client assertion is';
  if (!named) throw badKey(`${what} not registered on application '${appId}'.`, 'The key was not found.', thumbprint);
  const now = Date.now();
  if (named.validToDate.getTime() <= now)
    throw badKey(`${what} expired on application '${appId}'.`, 'The key used is expired.', thumbprint, named);
  if (named.validFromDate.getTime() > now)
    throw badKey(`${what} not yet valid on application '${appId}'.`, 'The key used is not yet valid.', thumbprint, named);
  return named;
}

function headerOf(assertion: string) {
  try {
    return decodeProtectedHeader(assertion);
  } catch {
    throw new OAuthError('invalid_request', 50027, 'JWT token is invalid or malformed.');
  }
}

const DOCUMENTATION = 'Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials.';

const moment = (seconds: number) => new Date(seconds * 1000).toISOString();

/** What Entra says of an assertion whose signature or claims are not right. */
function claimRefused(error: unknown, { appId }: Application): OAuthError {
  if (error instanceof errors.JWTExpired || (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf')) {
    const { nbf = 0, exp = 0 } = error.payload;
    const range = `Current time: ${new Date().toISOString()}, assertion valid from ${moment(nbf)}, expiry time of assertion ${moment(exp)}.`;
    return refused(700024, `Client assertion is not within its valid time range. ${range} ${DOCUMENTATION}`);
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud')
    return refused(700023, `Client assertion audience claim does not match Realm issuer. ${DOCUMENTATION}`);
  const reason = error instanceof Error ? error.message : String(error);
  return refused(700027, `Client assertion contains an invalid signature for app '${appId}'. [Reason - ${reason}.]`);
}

/** RFC 7523: a token that the client signed with the key of its registered certificate, meant for our token endpoint. @throws OAuthError */
export async function requireAssertion(entra: Entra, { client, origin }: TokenRequest, assertion: string): Promise<void> {
  if (await isFederated(entra, client, assertion)) return;
  const { tenantId, cloud } = entra.authority;
  const bases = [origin, `https://${cloud.login}`].flatMap((host) =>
    [tenantId, 'organizations', 'common'].map((tenant) => `${host}/${tenant}`),
  );
  const { publicKey } = certificateFor(client, assertion);
  try {
    await jwtVerify(assertion, publicKey, {
      issuer: client.appId,
      subject: client.appId,
      audience: bases.flatMap((base) => [`${base}/oauth2/v2.0/token`, `${base}/v2.0`, `${base}/oauth2/token`, `${base}/`]),
      algorithms: ['RS256', 'PS256'],
      requiredClaims: ['exp'],
      clockTolerance: '5 minutes',
    });
  } catch (error) {
    throw claimRefused(error, client);
  }
}
