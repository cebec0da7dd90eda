import type { Bearer } from '../entra/bearer';
import type { Entra } from '../entra/entra';
import { json, type HttpAnswer, type HttpRequest } from '../http/exchange';
import { findUser, type ServicePrincipal } from '../world/directory/directory';
import { record } from '../world/json';
import { findRegistration } from '../world/directory/registration';
import type { World } from '../world/world';
import { listAppRoleAssignments, writeAppRoleAssignment } from './app-role-assignments';
import { applicationAnswer, everyServicePrincipal, listApplications, servicePrincipalView } from './applications';
import { federatedCredentials } from './federated-credentials';
import { filterOf } from './filter';
import { denied, refused, resourceNotFound } from './graph-error';
import { contextOf } from './groups';
import { listPermissionGrants, writePermissionGrant } from './permission-grants';
import { writeRegistration, type DirectoryWrite } from './registrations';

type Caller = Extract<Bearer, { problem?: undefined }>;

/** GET servicePrincipals */
function listServicePrincipals({ world }: Entra, filter: string): HttpAnswer {
  const matches = filterOf(filter);
  const found = everyServicePrincipal(world)
    .map((principal) => servicePrincipalView(world, principal))
    .filter(({ id, appId, displayName, servicePrincipalNames }) =>
      matches({ id, appid: appId, displayname: displayName, serviceprincipalnames: servicePrincipalNames }),
    );
  return json(200, { '@odata.context': `${contextOf(world)}#servicePrincipals`, value: found });
}

/** @throws GraphError */
function principalNamed(world: World, objectId: string): ServicePrincipal {
  const principal = everyServicePrincipal(world).find((one) => one.objectId === objectId.toLowerCase());
  if (!principal) throw resourceNotFound(objectId);
  return principal;
}

const servicePrincipalAnswer = ({ world }: Entra, objectId: string): HttpAnswer =>
  json(200, {
    '@odata.context': `${contextOf(world)}#servicePrincipals/$entity`,
    ...servicePrincipalView(world, principalNamed(world, objectId)),
  });

const OF_APPLICATIONS = new Set(['applications', 'serviceprincipals', 'oauth2permissiongrants']);

/** Applications and their principals are shown to whom may read them all, in the name of a person or of its own. */
const mayReadApplications = (permissions: readonly string[]): boolean =>
  permissions.some((one) => ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.AccessAsUser.All'].includes(one));

/** GET applications, service principals and what was consented to; undefined for what is none of these. @throws GraphError */
function readApplications(entra: Entra, [collection = '', id, member, item]: readonly string[], query: URLSearchParams) {
  const { world } = entra;
  const filter = query.get('$filter') ?? '';
  switch (`${collection}${id === undefined ? '' : '/{id}'}${member === undefined ? '' : `/${member}`}`.toLowerCase()) {
    case 'applications':
      return listApplications(entra, filter);
    case 'applications/{id}':
      return applicationAnswer(entra, id ?? '', query.get('$select') ?? '') ?? refused(resourceNotFound(id ?? ''));
    case 'applications/{id}/federatedidentitycredentials': {
      const application = findRegistration(world, id ?? '');
      return application ? federatedCredentials(entra, application, { method: 'GET', item }) : refused(resourceNotFound(id ?? ''));
    }
    case 'serviceprincipals':
      return listServicePrincipals(entra, filter);
    case 'serviceprincipals/{id}':
      return servicePrincipalAnswer(entra, id ?? '');
    case 'serviceprincipals/{id}/oauth2permissiongrants':
      return listPermissionGrants(world, `clientId eq '${id ?? ''}'`);
    case 'serviceprincipals/{id}/approleassignedto':
      return listAppRoleAssignments(world, principalNamed(world, id ?? ''));
    case 'oauth2permissiongrants':
      return listPermissionGrants(world, filter);
    default:
      return undefined;
  }
}

/** Administrators write to the directory, by a program that may do so for them; and programs that may do so by themselves. */
function mayWriteApplications(world: World, { principal, permissions }: Caller): boolean {
  const user = findUser(world, principal.objectId);
  const mayWrite =
    permissions.includes('Application.ReadWrite.All') || (user && permissions.includes('Directory.AccessAsUser.All')) === true;
  return mayWrite && (user === undefined || user.directoryRole === 'Global Administrator');
}

/** POST, PATCH and DELETE of applications, their principals, and what is consented to; undefined for what is not served. @throws GraphError */
function writeApplications(entra: Entra, bearer: Caller, write: DirectoryWrite): HttpAnswer | undefined {
  if (!OF_APPLICATIONS.has(write.segments[0]?.toLowerCase() ?? '')) return undefined;
  if (!mayWriteApplications(entra.world, bearer)) return denied();
  const [collection, id = '', member] = write.segments.map((segment) => segment.toLowerCase());
  if (collection === 'oauth2permissiongrants') return writePermissionGrant(entra, write);
  return collection === 'serviceprincipals' && member === 'approleassignedto'
    ? writeAppRoleAssignment(entra, principalNamed(entra.world, id), write)
    : writeRegistration(entra, write);
}

/**
 * Answers what is asked of and written to applications, service principals and what was consented to; undefined for what is none of these, or
 * not served.
 */
export function serveApplications(entra: Entra, bearer: Caller, request: HttpRequest): HttpAnswer | undefined {
  const { method, query } = request;
  const [version, ...segments] = decodeURIComponent(request.path).split('/').filter(Boolean);
  if (version !== 'v1.0' || !OF_APPLICATIONS.has(segments[0]?.toLowerCase() ?? '')) return undefined;
  if (method === 'GET') return mayReadApplications(bearer.permissions) ? readApplications(entra, segments, query) : denied();
  return writeApplications(entra, bearer, { method, segments, body: record(JSON.parse(request.body || '{}')) });
}
