import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { ArmError } from '../../../arm/route';
import { nameOf } from '../../../world/arm-ids';
import { mayDo } from '../../../world/access';
import { text } from '../../../world/json';
import type { ArmResource } from '../../../world/world';
import { asksForVirtualMachines, filterOf, matches } from '../filter';
import { readDiskExclusion } from '../state/disk-exclusion';
import type { DiskExclusion } from '../state/disk-exclusion';
import { claimOf, findItem, itemKey, itemKeysOfPolicy, itemOfCall, itemsOfVault, keyOfItem, partOfCall } from '../state/item-store';
import type { Item } from '../state/item-store';
import { itemView } from '../state/item-view';
import type { Job } from '../state/job-store';
import { containerPart, itemPath, vmNameOf } from '../names';
import { accepted, beginOperation } from '../operations';
import { cutPage } from '../paging';
import { findPolicy } from '../state/policy-store';
import { newItem, startConfigure, startDelete, startDisable, startUndelete } from './protection';
import type { Configuration } from './protection';
import { requireDeletable, requireNoLessRetention } from '../policies/immutability';
import { refusalToProtect } from '../refusals';
import { vaultOfCall, vaultPart } from '../state/vault-store';
import { encryptionOf } from '../state/vm-disks';
import { badRequest, properties } from '../wire';

const LIST_FILTERS = [
  'healthState',
  'backupManagementType',
  'itemType',
  'policyName',
  'containerName',
  'backupEngineName',
  'friendlyName',
  'fabricName',
  'backupSetName',
] as const;

export function list(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const filter = filterOf(call, LIST_FILTERS);
  const items = filter.policyName === undefined ? itemsOfVault(call.world, vault.id) : itemsOfPolicy(call, vault.id, filter.policyName);
  const wanted = items.filter(
    (item) =>
      asksForVirtualMachines(filter) &&
      matches(filter.friendlyName, item.vmName) &&
      matches(filter.containerName, item.part) &&
      matches(filter.healthState, item.lastBackup?.status === 'Failed' ? 'ActionRequired' : 'Passed'),
  );
  return cutPage(call, wanted, keyOfItem, (item) => itemView(call, item));
}

function itemsOfPolicy(call: ArmCall, vaultId: string, policyName: string): Item[] {
  return itemKeysOfPolicy(call.world, vaultId, policyName).flatMap((key) => findItem(call.world, key) ?? []);
}

export function get(call: ArmCall): ArmAnswer {
  const item = itemOfCall(call, vaultOfCall(call).id);
  const { expand } = filterOf(call, ['expand']);
  return { status: 200, body: itemView(call, item, matches('extendedinfo', expand)) };
}

/** PUT {I}: protects, protects by another policy, stops, resumes or undeletes, as the body says. */
export function put(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const item = findItem(call.world, itemKey(vault.id, partOfCall(call)));
  const given = properties(call);
  refuseWhileBusy(call, vault.id);
  refuseUnserved(given);
  if (item?.deletedAt !== undefined) {
    if (given['isRehydrate'] !== true) throw badRequest('UserErrorItemInSoftDeletedState', 'The item is soft deleted. Undelete it first.');
    return begin(call, item, startUndelete(call.world, item, call.clientRequestId));
  }
  if (given['protectionState'] === 'ProtectionStopped') {
    const stopped = item ?? itemOfCall(call, vault.id);
    if (!stopped.policyName) return { status: 200, body: itemView(call, stopped) };
    return begin(call, stopped, startDisable(call.world, stopped, call.clientRequestId));
  }
  const policyName = policyNameOf(call, vault, text(given['policyId']) ?? '');
  const exclusion = readDiskExclusion(given);
  const configuration = { policyName, exclusion };
  if (!item) return protect(call, vault, text(given['sourceResourceId']) ?? '', configuration);
  const isSamePolicy = item.policyName.toLowerCase() === policyName.toLowerCase();
  if (isSamePolicy && exclusion === undefined) return { status: 200, body: itemView(call, item) };
  if (!isSamePolicy) refuseOtherPolicy(call, vault, item, policyName);
  refuseExclusionWhenEncrypted(call, item.vmId, exclusion);
  return begin(call, item, startConfigure(call.world, item, configuration, call.clientRequestId));
}

function refuseExclusionWhenEncrypted({ world }: ArmCall, vmId: string, exclusion: DiskExclusion | null | undefined): void {
  const vm = world.resources.get(vmId);
  if (!exclusion || !vm || !encryptionOf(world, vm)) return;
  throw badRequest(
    'UserErrorEncryptedVmNotSupportedWithDiskEx',
    'Disk exclusion is not supported for encrypted virtual machines. Back up all disks of the virtual machine.',
  );
}

/** @throws 501 */
function refuseUnserved(given: Record<string, unknown>): void {
  if (given['protectionState'] === 'BackupsSuspended') {
    throw new ArmError(501, 'NotImplemented', 'Local Azure keeps all points of an item that is not backed up any more.');
  }
  if (given['createMode'] === 'Recover') throw new ArmError(501, 'NotImplemented', 'Local Azure does not make items for a recovery.');
}

function refuseWhileBusy(call: ArmCall, vaultId: string): void {
  if (!claimOf(call.world, itemKey(vaultId, partOfCall(call)))) return;
  throw new ArmError(
    409,
    'BMSUserErrorConflictingProtectionOperation',
    'Another configure protection operation is in progress for this item. Wait until it is over.',
  );
}

function policyNameOf(call: ArmCall, vault: ArmResource, policyId: string): string {
  const isOfVault = policyId.toLowerCase().startsWith(`${vault.id.toLowerCase()}/backuppolicies/`);
  const policy = isOfVault ? findPolicy(call.world, vault.id, nameOf(policyId)) : undefined;
  if (!policy) throw badRequest('BMSUserErrorPolicyNotFound', 'policyId must be the id of a backup policy of this vault.');
  return policy.name;
}

/** An enhanced policy can replace a standard one, never the other way round; in an immutable vault none that keeps less. */
function refuseOtherPolicy(call: ArmCall, vault: ArmResource, item: Item, policyName: string): void {
  const propertiesOf = (name: string) => findPolicy(call.world, item.vaultId, name)?.properties;
  const [before, wanted] = [propertiesOf(item.policyName), propertiesOf(policyName)];
  if (wanted) requireNoLessRetention(vault, wanted, before);
  if (before?.policyType !== 'V2' || wanted?.policyType === 'V2') return;
  throw badRequest('UserErrorEnhancedToStandardPolicyNotSupported', 'An item of an enhanced policy cannot go back to a standard policy.');
}

function protect(call: ArmCall, vault: ArmResource, vmId: string, configuration: Configuration): ArmAnswer {
  const name = vmNameOf(vmId);
  if (!name || containerPart(name).toLowerCase() !== partOfCall(call).toLowerCase()) {
    throw badRequest('BMSUserErrorInvalidInput', 'The names of the container and the item do not fit sourceResourceId.');
  }
  if (!mayDo(call.world, call.principal.objectId, 'Microsoft.Compute/virtualMachines/read', vmId)) {
    throw new ArmError(
      403,
      'LinkedAuthorizationFailed',
      `The client has permission to perform action 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/write' on scope '${vault.id}', however it does not have permission to perform action 'Microsoft.Compute/virtualMachines/read' on the linked scope '${vmId}'.`,
    );
  }
  const refusal = refusalToProtect(call.world, vault, vmId);
  if (refusal) throw badRequest(refusal.code, `${refusal.message} ${refusal.recommendation}`);
  const vm = call.world.resources.get(vmId);
  if (!vm) throw badRequest('UserErrorVmNotFoundV2', `The virtual machine '${name.name}' was not found.`);
  refuseExclusionWhenEncrypted(call, vmId, configuration.exclusion);
  const item = newItem(vault, vm, configuration.policyName);
  return begin(call, item, startConfigure(call.world, item, configuration, call.clientRequestId));
}

/** 202 for an operation that lasts as long as its job, at the item's own paths. */
function begin(call: ArmCall, item: Item, job: Job): ArmAnswer {
  const { id } = beginOperation(call.world, item.vaultId, { jobIds: [job.id], lastsAsLongAsJobs: true, itemKey: keyOfItem(item) });
  const path = itemPath(item.vaultId, item.part);
  return accepted(call, `${path}/operationsStatus/${id}`, `${path}/operationResults/${id}`);
}

/** DELETE {I}: stops protection and deletes the data, at the vault's paths. */
export function remove(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const item = findItem(call.world, itemKey(vault.id, partOfCall(call)));
  if (!item) return { status: 204 };
  refuseWhileBusy(call, vault.id);
  if (item.deletedAt !== undefined && vaultPart(vault, 'securitySettings', 'softDeleteSettings')['softDeleteState'] !== 'Disabled') {
    throw badRequest('UserErrorItemInSoftDeletedState', 'The item is soft deleted already.');
  }
  requireDeletable(vault);
  const job = startDelete(call.world, vault, item, call.clientRequestId);
  const { id } = beginOperation(call.world, vault.id, { jobIds: [job.id], lastsAsLongAsJobs: true });
  return accepted(call, `${vault.id}/backupOperations/${id}`, `${vault.id}/backupOperationResults/${id}`);
}
