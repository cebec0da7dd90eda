import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { ArmError } from '../../../arm/route';
import { at, text } from '../../../world/json';
import { containerPart, VAULT_TYPE, vmNameOf } from '../names';
import { foreseenFailure, refusalToProtect } from '../refusals';
import { badRequest } from '../wire';

/** Whatever else could be backed up is not served. @throws 501 */
export function requireVirtualMachines({ body }: ArmCall): void {
  const type = text(at(body, 'resourceType')) ?? 'VM';
  if (type !== 'VM') throw new ArmError(501, 'NotImplemented', `Local Azure does not back up resources of the type ${type}.`);
}

/** POST …/backupPreValidateProtection: always 200, the verdict is in `status`. */
export function validate(call: ArmCall): ArmAnswer {
  requireVirtualMachines(call);
  const vmId = text(at(call.body, 'resourceId')) ?? '';
  const vault = call.world.resources.get(text(at(call.body, 'vaultId')) ?? '');
  const vm = vmNameOf(vmId);
  if (!vm) throw badRequest('BMSUserErrorInvalidInput', 'resourceId must be the id of a virtual machine.');
  if (vault?.type.toLowerCase() !== VAULT_TYPE.toLowerCase())
    throw badRequest('BMSUserErrorInvalidInput', 'vaultId must be the id of a vault.');
  const part = containerPart(vm).toLowerCase();
  const names = { containerName: `iaasvmcontainer;${part}`, protectedItemName: `vm;${part}` };
  const refusal = refusalToProtect(call.world, vault, vmId) ?? foreseenFailure(call.world, vmId);
  if (!refusal) return { status: 200, body: { status: 'Succeeded', ...names } };
  const { code: errorCode, message: errorMessage, recommendation } = refusal;
  return { status: 200, body: { status: 'Failed', errorCode, errorMessage, recommendation, ...names } };
}

/** POST …/backupValidateFeatures: every size can be backed up. */
export function validateFeatures(): ArmAnswer {
  return { status: 200, body: { supportStatus: 'Supported' } };
}
