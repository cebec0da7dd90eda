import type { Entra } from '../entra/entra';
import { json, type HttpAnswer } from '../http/exchange';
import { grantsOf, putGrants } from '../world/directory/consent';
import { applications } from '../world/directory/directory';
import { text } from '../world/json';
import type { World } from '../world/world';
import { everyServicePrincipal } from './applications';
import { filterOf } from './filter';
import { badRequest, GraphError, resourceNotFound } from './graph-error';
import { contextOf } from './groups';
import type { DirectoryWrite } from './registrations';

const idOf = (clientId: string, resourceId: string): string => Buffer.from(`${clientId} ${resourceId}`).toString('base64url');

interface PermissionGrant {
  id: string;
  clientId: string;
  consentType: 'AllPrincipals';
  principalId: null;
  resourceId: string;
  scope: string;
}

/** What was consented to for everybody, a row for each client and service. */
function permissionGrants(world: World): PermissionGrant[] {
  const principals = everyServicePrincipal(world);
  return principals.flatMap(({ objectId: clientId, appId }) => {
    const application = applications(world).get(appId.toLowerCase());
    return Object.entries(application ? grantsOf(world, application) : {}).flatMap(([resourceAppId, scopes]): PermissionGrant[] => {
      const resource = principals.find((one) => one.appId.toLowerCase() === resourceAppId.toLowerCase());
      if (!resource || scopes.length === 0) return [];
      const { objectId: resourceId } = resource;
      return [
        { id: idOf(clientId, resourceId), clientId, consentType: 'AllPrincipals', principalId: null, resourceId, scope: scopes.join(' ') },
      ];
    });
  });
}

/** GET oauth2PermissionGrants */
export function listPermissionGrants(world: World, filter: string): HttpAnswer {
  const matches = filterOf(filter);
  const value = permissionGrants(world).filter(({ clientId, resourceId, consentType }) =>
    matches({ clientid: clientId, resourceid: resourceId, consenttype: consentType }),
  );
  return json(200, { '@odata.context': `${contextOf(world)}#oauth2PermissionGrants`, value });
}

function grant({ world }: Entra, { clientId, resourceId }: Pick<PermissionGrant, 'clientId' | 'resourceId'>, scope: string): void {
  const principals = everyServicePrincipal(world);
  const [client, resource] = [clientId, resourceId].map((id) => principals.find(({ objectId }) => objectId === id));
  const application = client && applications(world).get(client.appId.toLowerCase());
  if (!application || !resource)
    throw badRequest('Invalid value specified for property clientId or resourceId of resource OAuth2PermissionGrant.');
  const { [resource.appId]: _, ...others } = grantsOf(world, application);
  const scopes = scope.split(' ').filter(Boolean);
  world.write(() => putGrants(world, application.appId, scopes.length === 0 ? others : { ...others, [resource.appId]: scopes }));
}

/** POST, PATCH and DELETE of oauth2PermissionGrants; undefined for what is not served. @throws GraphError */
export function writePermissionGrant(entra: Entra, { method, segments, body }: DirectoryWrite): HttpAnswer | undefined {
  const { world } = entra;
  const [, id] = segments;
  const scope = text(body['scope']) ?? '';
  if (id === undefined) {
    if (method !== 'POST') return undefined;
    if (body['consentType'] !== 'AllPrincipals')
      throw new GraphError(501, 'NotImplemented', 'Local Azure knows consent for everybody only.');
    const [clientId, resourceId] = [text(body['clientId']) ?? '', text(body['resourceId']) ?? ''];
    if (permissionGrants(world).some((one) => one.id === idOf(clientId, resourceId)))
      throw new GraphError(409, 'Request_MultipleObjectsWithSameKeyValue', 'Permission entry already exists.');
    grant(entra, { clientId, resourceId }, scope);
    const made = permissionGrants(world).find((one) => one.id === idOf(clientId, resourceId));
    return json(201, { '@odata.context': `${contextOf(world)}#oauth2PermissionGrants/$entity`, ...made });
  }
  const known = permissionGrants(world).find((one) => one.id === id);
  if (!known) throw resourceNotFound(id);
  if (method !== 'PATCH' && method !== 'DELETE') return undefined;
  grant(entra, known, method === 'DELETE' ? '' : scope);
  return json(204, undefined);
}
