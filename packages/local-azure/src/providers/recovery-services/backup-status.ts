import type { ArmAnswer, ArmCall } from '../../arm/route';
import { at, text } from '../../world/json';
import { findItem, itemKey, protectingVault } from './state/item-store';
import { requireVirtualMachines } from './items/pre-validation';
import { containerPart, vmNameOf } from './names';
import { badRequest } from './wire';

/** POST …/backupStatus: which vault protects a machine. Names are given even when none does, in lower case. */
export function get(call: ArmCall): ArmAnswer {
  requireVirtualMachines(call);
  const vmId = text(at(call.body, 'resourceId')) ?? '';
  const vm = vmNameOf(vmId);
  if (!vm) throw badRequest('BMSUserErrorInvalidInput', 'resourceId must be the id of a virtual machine.');
  const part = containerPart(vm).toLowerCase();
  const names = { fabricName: 'Azure', containerName: `iaasvmcontainer;${part}`, protectedItemName: `vm;${part}` };
  // The service counts none for a machine, protected or not.
  const rest = { protectedItemsCount: 0, objectType: 'BackupStatusResponse' };
  const vaultId = protectingVault(call.world, vmId);
  if (vaultId === undefined) return { status: 200, body: { protectionStatus: 'NotProtected', ...names, ...rest } };
  const item = findItem(call.world, itemKey(vaultId, part));
  const protectionStatus = item ? 'Protected' : 'Protecting';
  return { status: 200, body: { protectionStatus, vaultId, ...names, ...(item && { policyName: item.policyName }), ...rest } };
}
