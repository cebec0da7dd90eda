import { randomUUID } from 'node:crypto';
import type { Entra } from '../entra/entra';
import { header } from '../http/exchange';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { RouteTable } from '../http/route-table';
import { isStorageFailure, STORAGE_FAILURE } from '../world/state/database';
import { decodedOrNone } from '../world/decoded';
import { record } from '../world/json';
import { CALLER_ADDRESS } from '../world/network/network-rules';
import { isRegistering } from '../world/key-vault/deleted-key-vaults';
import type { Cloud } from '../world/cloud';
import { findKeyVault } from '../world/key-vault/key-vault-objects';
import { Challenge, identify, requireIssuer, requireOpenNetwork, requirePermission } from './admission';
import { VaultError } from './call';
import type { VaultAnswer } from './call';
import { planRotation } from './rotation';
import { routes } from './routes';

const table = new RouteTable(routes);

/** What could be taken for the version of a key and is something else. */
const unserved = /^\/keys\/[^/]+\/+(?:attestation|release)$/i;

/** The vault a host name stands for; undefined when it is no vault's. */
export function vaultNameOf({ vaults }: Cloud, hostname: string): string | undefined {
  const [, name, suffix] = /^([a-z0-9-]{1,127})\.(.+)$/.exec(hostname) ?? [];
  return suffix === vaults || suffix === 'vault.localhost' ? name : undefined;
}

function envelope({ world }: Entra, request: HttpRequest, location = 'westeurope'): Record<string, string> {
  const clientRequestId = header(request, 'x-ms-client-request-id');
  return {
    Date: new Date(world.clock.now()).toUTCString(),
    'Cache-Control': 'no-cache',
    Pragma: 'no-cache',
    Expires: '-1',
    'Strict-Transport-Security': 'max-age=31536000;includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'x-ms-request-id': randomUUID(),
    ...(clientRequestId !== undefined && { 'x-ms-client-request-id': clientRequestId }),
    'x-ms-keyvault-region': location,
    'x-ms-keyvault-service-version': '1.9.3070.1',
    'x-ms-keyvault-network-info': `conn_type=Ipv4;addr=${CALLER_ADDRESS};act_addr_fam=InterNetwork;`,
  };
}

function parseBody(body: string): Record<string, unknown> {
  if (body === '') return {};
  try {
    return record(JSON.parse(body));
  } catch {
    throw new VaultError(400, 'BadParameter', 'The request body is not valid JSON.');
  }
}

/** @throws VaultError 400 */
function decodedSegment(segment: string): string {
  const decoded = decodedOrNone(segment);
  if (decoded !== undefined) return decoded;
  throw new VaultError(400, 'BadParameter', 'The request URI contains an invalid name.');
}

/** Whether a transaction is one more than the vault takes in a while; keys that are made count for themselves, too. */
type Exceeds = (makesKey: boolean) => boolean;

async function run(entra: Entra, vault: string, request: HttpRequest, exceeds: Exceeds): Promise<VaultAnswer> {
  const { world } = entra;
  const principal = await identify(entra, request);
  const keyVault = findKeyVault(world, vault);
  // Where the real name would not even resolve: a client here has no name service to fail at.
  if (!keyVault || isRegistering(keyVault)) throw new VaultError(404, 'VaultNotFound', `There is no key vault named ${vault}.`);
  // The service sends no Retry-After with it.
  if (exceeds(/\/create$/i.test(request.path)))
    throw new VaultError(
      429,
      'Throttled',
      'Request was not processed because too many requests were received. Reason: VaultRequestTypeLimitReached',
    );
  requireIssuer(entra, request, keyVault);
  requireOpenNetwork(keyVault);
  if (!request.query.get('api-version')) throw new VaultError(400, 'BadParameter', 'api-version must be specified');
  const segments = request.path.split('/').filter(Boolean).map(decodedSegment);
  const match = unserved.test(request.path) ? undefined : table.match(request.method, segments);
  if (!match) throw new VaultError(501, 'NotImplemented', `Local Azure does not serve ${request.method} ${request.path} of a key vault.`);
  const [, , kind, permission, handler] = match.route;
  requirePermission(world, keyVault, principal, kind, permission);
  const { params } = match;
  const call = { world, principal, keyVault, vault, base: request.origin, params, query: request.query, body: parseBody(request.body) };
  const change = () => {
    const answer = handler(call);
    if (kind === 'keys' && params['name'] !== undefined) planRotation(world, vault, params['name']);
    return answer;
  };
  const answer = request.method === 'GET' ? handler(call) : world.writeTogether(change);
  await world.onDisk();
  return answer;
}

function refusal(error: VaultError): HttpAnswer {
  const inner = error.inner === undefined ? {} : { innererror: { code: error.inner } };
  return {
    status: error.status,
    headers: error instanceof Challenge ? { 'WWW-Authenticate': error.header } : {},
    body: JSON.stringify({ error: { code: error.code, message: error.message, ...inner } }),
  };
}

/** Answers a request to the data plane of a key vault. */
export async function serveKeyVault(
  entra: Entra,
  vault: string,
  request: HttpRequest,
  exceeds: Exceeds = () => false,
): Promise<HttpAnswer> {
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    ...envelope(entra, request, findKeyVault(entra.world, vault)?.location),
  };
  try {
    const answer = await run(entra, vault, request, exceeds);
    return answer.body === undefined
      ? { status: answer.status, headers }
      : { status: answer.status, headers, body: JSON.stringify(answer.body) };
  } catch (thrown) {
    const error = isStorageFailure(thrown) ? new VaultError(507, 'InsufficientStorage', STORAGE_FAILURE) : thrown;
    if (!(error instanceof VaultError)) throw error;
    const answer = refusal(error);
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }
}
