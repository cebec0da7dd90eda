import { readBearer } from '../entra/bearer';
import type { Entra } from '../entra/entra';
import { header, json } from '../http/exchange';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { findServicePrincipal, findUser, users } from '../world/directory/directory';
import type { User } from '../world/directory/directory';
import { decodedOrNone } from '../world/decoded';
import { GUEST_ROLES, guestUserRoleId, isRestrictedGuest, setGuestUserRoleId } from '../world/directory/guest-access';
import { list, record } from '../world/json';
import type { World } from '../world/world';
import { servicePrincipalView } from './applications';
import { badRequest, denied, GraphError, refusal, refused, resourceNotFound } from './graph-error';
import { contextOf, groupAnswer, groupObject, listGroups, listMemberships, memberObjects } from './groups';
import { serveApplications } from './serve-applications';

function userView(world: World, user: User) {
  return {
    '@odata.context': `${contextOf(world)}#users/$entity`,
    id: user.objectId,
    displayName: user.displayName,
    givenName: user.givenName,
    surname: user.surname,
    userPrincipalName: user.username,
    mail: user.username,
    jobTitle: user.jobTitle ?? null,
    userType: user.userType,
  };
}

const notFound = (id: string): HttpAnswer => refused(resourceNotFound(id));

function userAnswer(entra: Entra, idOrName: string): HttpAnswer {
  const user = findUser(entra.world, idOrName);
  return user ? json(200, userView(entra.world, user)) : notFound(idOrName);
}

/** Programs have no self to look at: they are told to ask for a person. */
function me(entra: Entra, objectId: string): HttpAnswer {
  if (findUser(entra.world, objectId)) return userAnswer(entra, objectId);
  return refusal(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
}

/** Understands `userPrincipalName eq '…'`, `mail eq '…'` and `displayName eq '…'`. */
function listUsers(entra: Entra, filter: string): HttpAnswer {
  const names = [...filter.matchAll(/(?:userPrincipalName|mail|displayName)\s+eq\s+'([^']+)'/gi)].map(([, name]) => name?.toLowerCase());
  const found = users(entra.world)
    .list()
    .filter((user) => filter === '' || [user.username, user.displayName].some((name) => names.includes(name.toLowerCase())));
  return json(200, { '@odata.context': `${contextOf(entra.world)}#users`, value: found.map((user) => userView(entra.world, user)) });
}

/** POST directoryObjects/getByIds: who these ids are, the unknown ones left out. */
function getByIds(entra: Entra, body: string): HttpAnswer {
  const value = list(record(JSON.parse(body || '{}'))['ids']).flatMap((id): unknown[] => {
    const user = findUser(entra.world, String(id));
    if (user) return [{ '@odata.type': '#microsoft.graph.user', ...userView(entra.world, user) }];
    const principal = findServicePrincipal(entra.world, String(id));
    if (principal) return [{ '@odata.type': '#microsoft.graph.servicePrincipal', ...servicePrincipalView(entra.world, principal) }];
    return groupObject(entra.world, String(id));
  });
  return json(200, { '@odata.context': `${contextOf(entra.world)}#directoryObjects`, value });
}

const isMembershipRead = (segments: readonly string[]) =>
  segments.some((segment) => /^(?:(?:transitive)?memberof|getmemberobjects)$/i.test(segment));

const policyView = (world: World) =>
  json(200, { '@odata.context': `${contextOf(world)}#policies/authorizationPolicy/$entity`, guestUserRoleId: guestUserRoleId(world) });

/** PATCH policies/authorizationPolicy: what guests may see of the directory. */
function changePolicy({ world }: Entra, caller: string, body: string): HttpAnswer {
  if (findUser(world, caller)?.directoryRole !== 'Global Administrator') return denied();
  const role = Object.values(GUEST_ROLES).find((known) => known === record(JSON.parse(body || '{}'))['guestUserRoleId']);
  if (role === undefined) return refusal(400, 'Request_BadRequest', "Invalid value specified for property 'guestUserRoleId'.");
  world.write(() => setGuestUserRoleId(world, role));
  return json(204, undefined);
}

/** `/me/transitiveMemberOf/microsoft.graph.group` and the like: who is meant, and by which relation. */
function memberships(entra: Entra, caller: string, request: HttpRequest, segments: readonly string[]): HttpAnswer | undefined {
  const [, first = '', second = '', third = ''] = segments;
  const [id, relation] = first === 'me' ? [caller, second] : first === 'users' ? [findUser(entra.world, second)?.objectId, third] : [];
  if (id === undefined || relation === undefined) return undefined;
  if (request.method === 'POST') return /^getMemberObjects$/i.test(relation) ? memberObjects(entra.world, id) : undefined;
  const asked = new URL(`https://${entra.authority.cloud.graph}${request.path}?${request.query.toString()}`);
  return listMemberships(entra.world, id, relation, asked);
}

/**
 * Answers the little of Microsoft Graph that is needed: who am I, who is that, which groups are they in, how is this application registered,
 * which service principal is it, and what was consented to.
 */
export async function serveGraph(entra: Entra, request: HttpRequest): Promise<HttpAnswer> {
  try {
    return await answerTo(entra, request);
  } catch (error) {
    if (error instanceof GraphError) return refused(error);
    if (error instanceof SyntaxError) return refused(badRequest('Unable to read JSON request payload.'));
    throw error;
  }
}

async function answerTo(entra: Entra, request: HttpRequest): Promise<HttpAnswer> {
  const bearer = await readBearer(entra.authority, header(request, 'authorization'), [`https://${entra.authority.cloud.graph}`]);
  if (!bearer.principal) return refusal(401, 'InvalidAuthenticationToken', 'Access token is empty, expired or meant for another audience.');
  const path = decodedOrNone(request.path);
  if (path === undefined) throw badRequest('The request URI is not valid.');
  const segments = path.split('/').filter(Boolean);
  const [version, collection, id] = segments;
  if (isMembershipRead(segments) && isRestrictedGuest(entra.world, bearer.principal.objectId)) return denied();
  const filter = request.query.get('$filter') ?? '';
  const answered = serveApplications(entra, bearer, request);
  if (answered) return answered;
  const found = memberships(entra, bearer.principal.objectId, request, segments);
  if (found) return found;
  switch (`${request.method} ${version ?? ''} ${collection ?? ''}${id === undefined ? '' : '/{id}'}`) {
    case 'GET v1.0 me':
      return me(entra, bearer.principal.objectId);
    case 'GET v1.0 users':
      return listUsers(entra, filter);
    case 'GET v1.0 users/{id}':
      return userAnswer(entra, id ?? '');
    case 'GET v1.0 policies/{id}':
      return policyView(entra.world);
    case 'PATCH v1.0 policies/{id}':
      return changePolicy(entra, bearer.principal.objectId, request.body);
    case 'GET v1.0 groups':
      return listGroups(entra.world, filter);
    case 'GET v1.0 groups/{id}':
      return groupAnswer(entra.world, id ?? '') ?? notFound(id ?? '');
    case 'POST v1.0 directoryObjects/{id}':
      return getByIds(entra, request.body);
    default:
      return refusal(501, 'NotImplemented', `Local Azure does not serve ${request.method} ${request.path} of Graph.`);
  }
}
