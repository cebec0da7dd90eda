import { pageBy } from '../../arm/resource-handlers';
import type { ArmCall, ArmHandler } from '../../arm/route';
import { earlier, laggingBelow } from '../../world/time/lagging';
import { RESOURCE_GROUP_TYPE } from '../../world/subscriptions/subscriptions';
import type { ArmResource } from '../../world/world';
import { filterIn } from './resource-filter';
import { pageSize } from './page-size';

/** Only what stands by itself is listed: no groups, no children. */
function isTopLevel(resource: ArmResource): boolean {
  return resource.type !== RESOURCE_GROUP_TYPE && resource.type.split('/').length === 2;
}

function summary({ id, name, type, location, tags, sku, kind }: ArmResource): Record<string, unknown> {
  return { id, name, type, location, tags, sku, kind };
}

/** GET of the resources of a subscription or a group that are no part of another, narrowed by `$filter`. The list may lag behind. */
export const listResources: ArmHandler = (call: ArmCall) => {
  const [passes, size] = [filterIn(call), pageSize(call)];
  const scope = call.path.slice(0, call.path.lastIndexOf('/'));
  const found = laggingBelow(earlier(call.world, 'subscription-lists'), call.world, scope);
  return pageBy(
    call,
    found.filter((resource) => isTopLevel(resource) && passes(resource)),
    size,
    summary,
  );
};
