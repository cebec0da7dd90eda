import { readBearer } from '../entra/bearer';
import type { Entra } from '../entra/entra';
import { header } from '../http/exchange';
import type { HttpRequest } from '../http/exchange';
import { isLocalHost, namesFor } from '../http/names';
import type { Cloud } from '../world/cloud';
import { dataActionFor, keyVaultPermits, usesRbac } from '../world/key-vault/key-vault-access';
import type { ObjectKind } from '../world/key-vault/key-vault-objects';
import { admitsCaller, CALLER_ADDRESS } from '../world/network/network-rules';
import { record, text } from '../world/json';
import type { Principal } from '../world/directory/principal';
import type { ArmResource, World } from '../world/world';
import { VaultError } from './call';

/** The challenge that tells a client where to get its token; sent before anything else is looked at. */
export class Challenge extends VaultError {
  readonly header: string;

  constructor(authority: string, resource: string, message: string) {
    super(401, 'Unauthorized', message);
    this.header = `Bearer authorization="${authority}", resource="${resource}"`;
  }
}

const reasonsOf = ({ vaults }: Cloud) => ({
  missing: 'AKV10000: Request is missing a Bearer, PoP, or MTLS_POP token.',
  malformed: 'AKV10001: The token could not be read.',
  expired: 'AKV10046: The token has expired.',
  revoked: 'AKV10047: The token was issued before the tokens of its user were revoked.',
  audience: `AKV10022: Invalid audience. Expected https://${vaults}.`,
});

const challenge = ({ authority: { cloud } }: Entra, request: HttpRequest, tenantId: string, message: string) => {
  const { scheme, tokenService } = namesFor(cloud, request);
  const resource = isLocalHost(request.hostname) ? 'https://vault.localhost' : `https://${cloud.vaults}`;
  return new Challenge(`${scheme}://${tokenService}/${tenantId}`, resource, message);
};

/** Who calls. @throws Challenge */
export async function identify(entra: Entra, request: HttpRequest): Promise<Principal> {
  const { authority } = entra;
  const { cloud } = authority;
  const bearer = await readBearer(authority, header(request, 'authorization'), [`https://${cloud.vaults}`]);
  if (bearer.principal) return bearer.principal;
  throw challenge(entra, request, authority.tenantId, reasonsOf(cloud)[bearer.problem]);
}

const issuer = (tenantId: string) => `https://sts.windows.net/${tenantId}/`;

/**
 * A vault takes tokens of its own tenant only: who manages it from another by Azure Lighthouse does not get in.
 * @throws Challenge that names the tenant of the vault
 */
export function requireIssuer(entra: Entra, request: HttpRequest, { properties }: ArmResource): void {
  const tenantId = text(properties['tenantId']) ?? '';
  const own = entra.authority.tenantId;
  if (tenantId === '' || tenantId.toLowerCase() === own.toLowerCase()) return;
  throw challenge(entra, request, tenantId, `AKV10032: Invalid issuer. Expected one of ${issuer(tenantId)}, found ${issuer(own)}.`);
}

/** A vault closed to public networks lets in from here whom its rules name. @throws VaultError 403 */
export function requireOpenNetwork({ properties, name }: ArmResource): void {
  if (admitsCaller(properties)) return;
  throw new VaultError(
    403,
    'Forbidden',
    `Client address is not authorized and caller is not a trusted service.\r\nClient address: ${CALLER_ADDRESS}\r\nVault: ${name}`,
    Object.keys(record(properties['networkAcls'])).length > 0 ? 'ForbiddenByFirewall' : 'ForbiddenByConnection',
  );
}

/** Judges what the caller wants with keys or secrets. @throws VaultError 403 */
export function requirePermission(world: World, keyVault: ArmResource, principal: Principal, kind: ObjectKind, permission: string): void {
  if (keyVaultPermits(world, keyVault, principal.objectId, kind, permission)) return;
  const caller = `appid=${principal.appId};oid=${principal.objectId}`;
  const tenantId = text(keyVault.properties['tenantId']) ?? '';
  if (usesRbac(keyVault)) {
    throw new VaultError(
      403,
      'Forbidden',
      `Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\nCaller: ${caller}\r\nAction: '${dataActionFor(kind, permission)}'\r\nResource: '${keyVault.id}'\r\nAssignment: (not found)`,
      'ForbiddenByRbac',
    );
  }
  throw new VaultError(
    403,
    'Forbidden',
    `The user, group or application '${caller};iss=https://sts.windows.net/${tenantId}/' does not have ${kind} ${permission} permission on key vault '${keyVault.name};location=${keyVault.location ?? ''}'. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287`,
    'ForbiddenByPolicy',
  );
}
