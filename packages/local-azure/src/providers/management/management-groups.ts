import { forbidden } from '../../arm/refusals';
import { ArmError, type ArmCall, type ArmHandler } from '../../arm/route';
import { mayDo } from '../../world/authorization/access';
import { tenant } from '../../world/directory/directory';
import {
  childrenOf,
  findManagementGroup,
  MANAGEMENT_GROUP_TYPE,
  managementGroupId,
  managementGroups,
  withGroupsBelow,
  type ManagementGroup,
} from '../../world/subscriptions/management-groups';
import { subscriptions } from '../../world/subscriptions/subscriptions';

const READ = `${MANAGEMENT_GROUP_TYPE}/read`;

const view = ({ world }: ArmCall, { name, displayName }: ManagementGroup) => ({
  id: managementGroupId(name),
  type: MANAGEMENT_GROUP_TYPE,
  name,
  properties: { tenantId: tenant(world)?.tenantId, displayName },
});

/** Whether the caller may read a management group: by a role on it or on one above. */
const mayReadGroup = ({ world, principal }: ArmCall, { name }: ManagementGroup): boolean =>
  mayDo(world, principal.objectId, READ, managementGroupId(name), principal.issuedAt);

/** GET …/managementGroups: those that the caller may read; none for others, to whom it is no refusal. */
export const listManagementGroups: ArmHandler = (call) => ({
  status: 200,
  body: {
    value: managementGroups(call.world)
      .filter((group) => mayReadGroup(call, group))
      .map((group) => view(call, group)),
    nextLink: null,
  },
});

/** The group that a path names. A missing one is refused as one that is hidden. @throws ArmError 403 */
function groupOfCall(call: ArmCall): ManagementGroup {
  const name = call.params['managementGroup'] ?? '';
  const group = findManagementGroup(call.world, name);
  if (group && mayReadGroup(call, group)) return group;
  throw forbidden(call.principal.appId, call.principal.objectId, READ, managementGroupId(name));
}

/** GET …/managementGroups/{name}, without the details and children that `$expand` adds. @throws ArmError 501 for `$expand` */
export const getManagementGroup: ArmHandler = (call) => {
  if (call.query.has('$expand')) throw new ArmError(501, 'NotImplemented', 'Local Azure does not expand management groups.');
  return { status: 200, body: view(call, groupOfCall(call)) };
};

/** GET …/descendants: all groups below, and all subscriptions in them and in the group itself, each with what it lies in. */
export const listDescendants: ArmHandler = (call) => {
  const { world } = call;
  const value = withGroupsBelow(world, groupOfCall(call)).flatMap((group) => {
    const parent = { id: managementGroupId(group.name) };
    const below = childrenOf(world, group).map(({ name, displayName }) => ({
      id: managementGroupId(name),
      type: MANAGEMENT_GROUP_TYPE,
      name,
      properties: { displayName, parent },
    }));
    const inside = group.subscriptionIds.flatMap((subscriptionId) => {
      const found = subscriptions(world).get(subscriptionId);
      const { displayName = '' } = found ?? {};
      return found
        ? [{ id: `/subscriptions/${subscriptionId}`, type: '/subscriptions', name: subscriptionId, properties: { displayName, parent } }]
        : [];
    });
    return [...below, ...inside];
  });
  return { status: 200, body: { value, nextLink: null } };
};
