import { randomUUID } from 'node:crypto';
import type { Entra } from '../entra/entra';
import { json, type HttpAnswer } from '../http/exchange';
import { appRoleAssignments, type AppRoleAssignment } from '../world/directory/app-roles';
import { applications, findUser, type ServicePrincipal } from '../world/directory/directory';
import { findGroup } from '../world/directory/groups';
import { text } from '../world/json';
import type { World } from '../world/world';
import { badRequest, GraphError, resourceNotFound } from './graph-error';
import { contextOf } from './groups';
import type { DirectoryWrite } from './registrations';

const nameOf = (world: World, id: string): string | undefined => (findUser(world, id) ?? findGroup(world, id))?.displayName;

const view = (
  world: World,
  resource: ServicePrincipal,
  { id, appRoleId, createdDateTime, principalId, principalType }: AppRoleAssignment,
) => ({
  id,
  deletedDateTime: null,
  appRoleId,
  createdDateTime,
  principalDisplayName: nameOf(world, principalId) ?? null,
  principalId,
  principalType,
  resourceDisplayName: resource.displayName,
  resourceId: resource.objectId,
});

const ofResource = (world: World, { appId }: ServicePrincipal): AppRoleAssignment[] =>
  appRoleAssignments(world)
    .list()
    .filter(({ resourceAppId }) => resourceAppId === appId);

/** GET servicePrincipals/{id}/appRoleAssignedTo: who has which role of the application. */
export function listAppRoleAssignments(world: World, resource: ServicePrincipal): HttpAnswer {
  const value = ofResource(world, resource).map((assignment) => view(world, resource, assignment));
  return json(200, { '@odata.context': `${contextOf(world)}#appRoleAssignments`, value });
}

const lowerText = (value: unknown) => text(value)?.toLowerCase() ?? '';

function assign({ world }: Entra, resource: ServicePrincipal, body: DirectoryWrite['body']): HttpAnswer {
  const [principalId, appRoleId] = [lowerText(body['principalId']), lowerText(body['appRoleId'])];
  if (lowerText(body['resourceId']) !== resource.objectId)
    throw badRequest('Invalid value specified for property resourceId of resource AppRoleAssignment.');
  const user = findUser(world, principalId);
  if (!user && !findGroup(world, principalId)) throw resourceNotFound(principalId);
  const roles = applications(world).get(resource.appId.toLowerCase())?.appRoles ?? [];
  if (!roles.some(({ id, isEnabled }) => id === appRoleId && isEnabled))
    throw badRequest('Permission being assigned was not found on application.');
  if (ofResource(world, resource).some((one) => one.principalId === principalId && one.appRoleId === appRoleId))
    throw badRequest('Permission being assigned already exists on the object.');
  const made: AppRoleAssignment = {
    id: randomUUID(),
    principalId,
    principalType: user ? 'User' : 'Group',
    resourceAppId: resource.appId,
    appRoleId,
    createdDateTime: new Date().toISOString(),
  };
  world.write(() => appRoleAssignments(world).put(made.id, made));
  return json(201, { '@odata.context': `${contextOf(world)}#appRoleAssignments/$entity`, ...view(world, resource, made) });
}

/** POST servicePrincipals/{id}/appRoleAssignedTo, and DELETE of one of them; undefined for what is not served. @throws GraphError */
export function writeAppRoleAssignment(entra: Entra, resource: ServicePrincipal, write: DirectoryWrite): HttpAnswer | undefined {
  const { world } = entra;
  const [, , , id] = write.segments;
  if (id === undefined) return write.method === 'POST' ? assign(entra, resource, write.body) : undefined;
  if (write.method !== 'DELETE') return undefined;
  if (!ofResource(world, resource).some((one) => one.id === id))
    throw new GraphError(404, 'Request_ResourceNotFound', `Resource '${id}' does not exist.`);
  world.write(() => appRoleAssignments(world).delete(id));
  return json(204, undefined);
}
