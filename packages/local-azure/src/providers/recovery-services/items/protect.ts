import { requireLinked } from '../../../arm/authorize';
import type { ArmAnswer, ArmCall } from '../../../arm/route';
import type { ArmResource } from '../../../world/world';
import { containerPart, vmNameOf } from '../names';
import { refusalToProtect } from '../refusals';
import { partOfCall } from '../state/item-store';
import { badRequest } from '../wire';
import { newItem, refuseExclusionWhenEncrypted, startConfigure } from './configuration';
import type { Configuration } from './configuration';
import { beginOnItem } from './item-job';
import { refuseStandardPolicy } from './standard-policy';

/** Protects a machine for the first time. */
export function protect(call: ArmCall, vault: ArmResource, vmId: string, configuration: Configuration): ArmAnswer {
  const name = vmNameOf(vmId);
  if (!name || containerPart(name).toLowerCase() !== partOfCall(call).toLowerCase()) {
    throw badRequest('BMSUserErrorInvalidInput', 'The names of the container and the item do not fit sourceResourceId.');
  }
  requireLinked(call, 'Microsoft.Compute/virtualMachines/write', vmId);
  const refusal = refusalToProtect(call.world, vault, vmId);
  if (refusal) throw badRequest(refusal.code, `${refusal.message} ${refusal.recommendation}`);
  const vm = call.world.resources.get(vmId);
  if (!vm) throw badRequest('UserErrorVmNotFoundV2', `The virtual machine '${name.name}' was not found.`);
  refuseStandardPolicy(call, vault.id, vmId, configuration.policyName);
  refuseExclusionWhenEncrypted(call, vmId, configuration.exclusion);
  const item = newItem(vault, vm, configuration.policyName);
  return beginOnItem(call, item, startConfigure(call.world, item, configuration, call.clientRequestId));
}
