import { json, type HttpAnswer } from '../http/exchange';
import { directMemberships, findGroup, groups, groupsOf, type Group } from '../world/groups';
import type { World } from '../world/world';

const CONTEXT = 'https://graph.microsoft.com/v1.0/$metadata';

export const groupView = ({ objectId, displayName, description }: Group) => ({
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
  return json(200, { '@odata.context': `${CONTEXT}#groups`, value: found.map(groupView) });
}

export function groupAnswer(world: World, id: string): HttpAnswer | undefined {
  const group = findGroup(world, id);
  return group && json(200, { '@odata.context': `${CONTEXT}#groups/$entity`, ...groupView(group) });
}

const RELATIONS = new Map([
  ['memberof', directMemberships],
  ['transitivememberof', groupsOf],
]);

/** What somebody is a member of: `memberOf` directly, `transitiveMemberOf` also through other groups. All of it are groups here. */
export function listMemberships(world: World, objectId: string, relation: string): HttpAnswer | undefined {
  const found = RELATIONS.get(relation.toLowerCase())?.(world, objectId);
  return found && json(200, { '@odata.context': `${CONTEXT}#directoryObjects`, value: found.map(typed) });
}

export const groupObject = (world: World, id: string): unknown[] => {
  const group = findGroup(world, id);
  return group ? [typed(group)] : [];
};
