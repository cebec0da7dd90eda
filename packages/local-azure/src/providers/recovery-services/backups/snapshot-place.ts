import { described, GROUP_TYPE, policyObjection } from '../../../arm/respect-policies';
import { groupId, resourceId, subscriptionOf } from '../../../world/arm-ids';
import { isAnythingAssigned } from '../../../world/policies/policy-assignments';
import type { ArmResource, World } from '../../../world/world';
import { hasPointsIn, type Item } from '../state/item-store';

const API_VERSION = '2024-03-01';

/**
 * What policies have against the place of a machine's snapshots: the resource group that Azure Backup makes for those of a region, and the
 * collection of restore points in it. What is there already is made by nobody. Undefined where they have nothing against it.
 */
export function objectionToSnapshots(world: World, vm: ArmResource, item: Item): string | undefined {
  if (!isAnythingAssigned(world) || item.lastPointAt !== undefined) return undefined;
  const { location = '', tags } = vm;
  const subscriptionId = subscriptionOf(vm.id);
  const name = `AzureBackupRG_${location}_1`;
  const group = groupId(subscriptionId, name);
  const collection = resourceId(subscriptionId, name, `Microsoft.Compute/restorePointCollections/AzureBackup_${vm.name}_${item.dataId}`);
  const isThere = world.resources.get(group) !== undefined || hasPointsIn(world, subscriptionId, location);
  return (
    (isThere ? undefined : policyObjection(world, described(group, GROUP_TYPE, API_VERSION, { location }))) ??
    policyObjection(
      world,
      described(collection, 'Microsoft.Compute/restorePointCollections', API_VERSION, {
        location,
        ...(tags && { tags }),
        properties: { source: { id: vm.id } },
      }),
    )
  );
}
