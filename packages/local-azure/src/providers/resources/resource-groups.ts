import { requireRegionOfGroup } from '../../arm/require-region';
import { resourceGroupBeingDeleted, resourceGroupNotFound } from '../../arm/refusals';
import { asStored, pageBy } from '../../arm/resource-handlers';
import { ArmError } from '../../arm/route';
import type { ArmCall, ArmHandler } from '../../arm/route';
import { at, record, recordOrNone, text } from '../../world/json';
import { putResourceGroup, RESOURCE_GROUP_TYPE } from '../../world/subscriptions/subscriptions';
import type { ArmResource } from '../../world/world';
import { pageSize } from './page-size';
import { tagFilterIn } from './resource-filter';
import { beginDeletion, pollHeaders } from './group-deletion';

function find(call: ArmCall): ArmResource | undefined {
  return call.world.resources.get(call.path);
}

function require(call: ArmCall): ArmResource {
  const group = find(call);
  if (group) return group;
  throw resourceGroupNotFound(call.params['group'] ?? '');
}

function tagsIn(body: unknown): Record<string, string> | undefined {
  const tags = recordOrNone(at(body, 'tags'));
  return tags && Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)]));
}

/** GET {S}/resourcegroups, narrowed to a tag where `$filter` names one. */
export const listResourceGroups: ArmHandler = (call) => {
  const [passes, size] = [tagFilterIn(call), pageSize(call)];
  const groups = call.world.resources.list(RESOURCE_GROUP_TYPE, `/subscriptions/${call.params['subscriptionId'] ?? ''}`);
  return pageBy(
    call,
    groups.filter((group) => passes(group)),
    size,
    asStored,
  );
};

/** @throws ArmError 404 */
export const getResourceGroup: ArmHandler = (call) => ({ status: 200, body: require(call) });

/** 204 when it exists; ARM answers its absence without a body, too. */
export const headResourceGroup: ArmHandler = (call) => ({ status: find(call) ? 204 : 404 });

/** PUT of a resource group: 201 when new, and its place stays. @throws ArmError 400 for a name or a region that cannot be, 409 for another region than it has, or while it is being deleted */
export const createResourceGroup: ArmHandler = (call) => {
  const location = text(record(call.body)['location']);
  if (!location) throw new ArmError(400, 'LocationRequired', 'The location property is required for this definition.');
  const known = find(call);
  if (known?.properties['provisioningState'] === 'Deleting') throw resourceGroupBeingDeleted(known.name);
  const { subscriptionId = '', group: name = '' } = call.params;
  const wanted = { subscriptionId, name: known?.name ?? name, location: location.toLowerCase().replaceAll(' ', '') };
  if (known && known.location !== wanted.location) {
    throw new ArmError(
      409,
      'InvalidResourceGroupLocation',
      `Invalid resource group location '${wanted.location}'. The Resource group already exists in location '${known.location ?? ''}'.`,
    );
  }
  if (!/^[\w().-]{0,89}[\w()-]$/.test(name))
    throw new ArmError(400, 'InvalidResourceGroup', `The provided resource group name '${name}' is invalid.`);
  requireRegionOfGroup(wanted.location);
  const tags = tagsIn(call.body);
  return { status: known ? 200 : 201, body: putResourceGroup(call.world, { ...wanted, ...(tags && { tags }) }) };
};

/** PATCH: replaces the tags where it names any, and nothing else. @throws ArmError 404 */
export const updateResourceGroup: ArmHandler = (call) => {
  const group = require(call);
  const tags = tagsIn(call.body);
  const updated = tags ? { ...group, tags } : group;
  call.world.resources.put(updated);
  return { status: 200, body: updated };
};

/** Takes everything in the group along, as far as it can go. */
export const deleteResourceGroup: ArmHandler = (call) => {
  const group = require(call);
  return { status: 202, headers: pollHeaders(call, beginDeletion(call, group)) };
};
