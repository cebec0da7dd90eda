import { requireLinked } from '../../../arm/authorize';
import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { ArmError } from '../../../arm/route';
import { mayDo } from '../../../world/authorization/access';
import { claimOf, itemOfCall, keyOfItem } from '../state/item-store';
import type { Item } from '../state/item-store';
import { serviceEdition } from '../backup-service';
import { itemPath } from '../names';
import { accepted, beginQueueing } from '../operations';
import { pointOfCall } from '../backups/recovery-points';
import { requireRestorable } from './restore-checks';
import { readRestoreRequest, type RestoreRequest } from './restore-request';
import { startRestore } from './start-restore';
import type { MachineTarget } from '../state/job-details';
import { vaultOfCall } from '../state/vault-store';
import { badRequest, properties } from '../wire';

/** POST {I}/recoveryPoints/{rp}/restore: brings disks back. Here the operation's id is the job's. */
export function trigger(call: ArmCall): ArmAnswer {
  const { world } = call;
  const vault = vaultOfCall(call);
  const item = itemOfCall(call, vault.id);
  const point = pointOfCall(call, item);
  const request = readRestoreRequest(properties(call));
  requireRestorable(world, vault, item, point, request);
  requireTarget(call, request);
  const machine = machineOf(call, item, request);
  if (machine && !point.managedDisks) {
    throw new ArmError(501, 'NotImplemented', 'Local Azure makes machines of managed disks only. Restore the disks.');
  }
  if (claimOf(world, keyOfItem(item))) {
    throw new ArmError(409, 'BMSUserErrorObjectLocked', 'Another operation is in progress on the selected item. Wait until it is over.');
  }
  // Without being told to, the service leaves unmanaged disks as VHDs, whatever group is named; in 2017 nobody could tell it.
  const asManaged = point.managedDisks || (request.asManaged && serviceEdition(world) === 'current');
  const id = startRestore(call, item, point, request, { targetGroupId: asManaged ? request.targetResourceGroupId : undefined, machine });
  beginQueueing(world, item, { id, jobIds: [id] });
  const path = itemPath(item.vaultId, item.part);
  return accepted(call, `${path}/operationsStatus/${id}`, `${path}/operationResults/${id}`, { 'Retry-After': '30' });
}

/** Where disks pass through and where they come to is written in the name of who restores them. @throws 403 LinkedAuthorizationFailed */
export function requireTarget(call: ArmCall, { storageAccountId, targetResourceGroupId }: RestoreRequest): void {
  requireLinked(call, 'Microsoft.Storage/storageAccounts/write', storageAccountId);
  if (targetResourceGroupId !== undefined) {
    requireLinked(call, 'Microsoft.Resources/subscriptions/resourceGroups/write', targetResourceGroupId);
  }
}

/** The machine that a restore makes or changes, which the caller must be allowed to do. @throws 403 LinkedAuthorizationFailed */
function machineOf({ world, principal }: ArmCall, item: Item, request: RestoreRequest): MachineTarget | undefined {
  const { recoveryType, targetVirtualMachineId, subnetId } = request;
  if (recoveryType !== 'AlternateLocation' && recoveryType !== 'OriginalLocation') return undefined;
  const vmId = recoveryType === 'AlternateLocation' ? (targetVirtualMachineId ?? '') : item.vmId;
  const action = 'Microsoft.Compute/virtualMachines/write';
  if (!mayDo(world, principal.objectId, action, vmId)) {
    throw new ArmError(
      403,
      'LinkedAuthorizationFailed',
      `The client with object id '${principal.objectId}' has permission to restore, however it does not have permission to perform action '${action}' on the linked scope '${vmId}'.`,
    );
  }
  return { recoveryType, vmId, ...(subnetId !== undefined && { subnetId }), principal };
}

/** POST …/provisionInstantItemRecovery and …/revokeInstantItemRecovery: nobody mounts what nobody can decrypt. */
export function recoverFiles(call: ArmCall): ArmAnswer {
  const point = pointOfCall(call, itemOfCall(call, vaultOfCall(call).id));
  if (point.encrypted) {
    throw badRequest(
      'UserErrorFileRecoveryNotSupportedForEncryptedVM',
      'File and folder recovery is not supported for encrypted virtual machines. Restore the disks instead.',
    );
  }
  throw new ArmError(501, 'NotImplemented', 'Local Azure does not mount recovery points for the recovery of files.');
}
