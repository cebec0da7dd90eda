import { json, type HttpAnswer } from '../http/exchange';
import { cloudOf } from '../world/cloud';
import { directMemberships, findGroup, groups, groupsOf, type Group } from '../world/directory/groups';
import type { World } from '../world/world';
import { badRequest, GraphError } from './graph-error';

/** What every answer says of its shape. */
export const contextOf = (world: World): string => `https://${cloudOf(world).graph}/v1.0/$metadata`;

const groupView = ({ objectId, displayName, description }: Group) => ({
  id: objectId,
  displayName,
  description,
  securityEnabled: true,
  mailEnabled: false,
  groupTypes: [],
});

const typed = (group: Group) => ({ '@odata.type': '#microsoft.graph.group', ...groupView(group) });

/** Every group of the directory; understands `displayName eq '…'`. */
export function listGroups(world: World, filter: string): HttpAnswer {
  const name = /displayName\s+eq\s+'([^']+)'/i.exec(filter)?.[1]?.toLowerCase();
  const found = groups(world)
    .list()
    .filter(({ displayName }) => name === undefined || displayName.toLowerCase() === name);
  return json(200, { '@odata.context': `${contextOf(world)}#groups`, value: found.map(groupView) });
}

/** GET of a group, by its object id; undefined where there is none. */
export function groupAnswer(world: World, id: string): HttpAnswer | undefined {
  const group = findGroup(world, id);
  return group && json(200, { '@odata.context': `${contextOf(world)}#groups/$entity`, ...groupView(group) });
}

const RELATIONS = new Map([
  ['memberof', directMemberships],
  ['transitivememberof', groupsOf],
]);

/** Members of a page unless another number is asked for, and at most. */
const PAGE = 100;
const LARGEST_PAGE = 999;

/**
 * What somebody is a member of, in pages: `memberOf` directly, `transitiveMemberOf` also through other groups. All of it are groups here.
 */
export function listMemberships(world: World, objectId: string, relation: string, asked: URL): HttpAnswer | undefined {
  const found = RELATIONS.get(relation.toLowerCase())?.(world, objectId);
  if (!found) return undefined;
  const start = Number(asked.searchParams.get('$skiptoken') ?? 0);
  const size = Number(asked.searchParams.get('$top') ?? PAGE);
  if (!Number.isInteger(start) || start < 0)
    throw new GraphError(400, 'Directory_ExpiredPageToken', 'The specified page token value is not valid.');
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE)
    throw badRequest(
      `Invalid page size specified: '${asked.searchParams.get('$top') ?? ''}'. Must be between 1 and ${LARGEST_PAGE} inclusive.`,
    );
  const end = start + size;
  asked.searchParams.set('$skiptoken', String(end));
  return json(200, {
    '@odata.context': `${contextOf(world)}#directoryObjects`,
    ...(end < found.length && { '@odata.nextLink': asked.href }),
    value: found.slice(start, end).map(typed),
  });
}

/** POST getMemberObjects: the ids of all groups of somebody, which a token with too many of them points to. */
export const memberObjects = (world: World, objectId: string): HttpAnswer =>
  json(200, {
    '@odata.context': `${contextOf(world)}#Collection(Edm.String)`,
    value: groupsOf(world, objectId).map((group) => group.objectId),
  });

/** A group among directory objects, with its type; empty where there is none. */
export const groupObject = (world: World, id: string): unknown[] => {
  const group = findGroup(world, id);
  return group ? [typed(group)] : [];
};
