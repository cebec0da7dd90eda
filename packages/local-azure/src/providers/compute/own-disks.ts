import { described, policyObjection } from '../../arm/respect-policies';
import { at, list, text } from '../../world/json';
import { isAnythingAssigned } from '../../world/policies/policy-assignments';
import type { ArmResource, World } from '../../world/world';
import type { OperationError } from './operations';

const API_VERSION = '2023-10-02';

/** What policies have against the disks that are made with a machine: Compute asks Resource Manager for each. Undefined where nothing. */
export function ownDiskTrouble(world: World, { properties, tags }: ArmResource): OperationError | undefined {
  if (!isAnythingAssigned(world)) return undefined;
  const profile = properties['storageProfile'];
  for (const disk of [at(profile, 'osDisk'), ...list(at(profile, 'dataDisks'))]) {
    const made = world.resources.get(text(at(disk, 'managedDisk', 'id')) ?? '');
    if (!made || text(at(disk, 'createOption'))?.toLowerCase() === 'attach') continue;
    const objection = policyObjection(world, described(made.id, made.type, API_VERSION, { ...(tags && { tags }), ...made }));
    if (objection !== undefined) return { code: 'RequestDisallowedByPolicy', message: `${objection} Target: '${made.id}'.` };
  }
  return undefined;
}
