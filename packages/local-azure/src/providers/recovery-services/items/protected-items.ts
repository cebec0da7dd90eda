import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { ArmError } from '../../../arm/route';
import { text } from '../../../world/json';
import { requireApproval } from '../approval';
import { asksForVirtualMachines, filterOf, matches } from '../filter';
import { cutPage } from '../paging';
import { findItem, itemKey, itemKeysOfPolicy, itemOfCall, itemsOfVault, keyOfItem, partOfCall } from '../state/item-store';
import type { Item } from '../state/item-store';
import { itemView } from '../state/item-view';
import { vaultOfCall } from '../state/vault-store';
import { badRequest, properties } from '../wire';
import { changePolicy } from './change-policy';
import { readConfiguration } from './configuration';
import { refuseWhileBusy } from './item-job';
import { protect } from './protect';
import { resume } from './resume';
import { stop, suspend } from './stop';
import { undelete } from './undelete';

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

/** GET {V}/backupProtectedItems: by policy, names, container and health, as far as `$filter` asks. */
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

/** GET of an item; `expand eq 'extendedinfo'` in its filter asks for more of it. @throws ArmError 404 */
export function get(call: ArmCall): ArmAnswer {
  const item = itemOfCall(call, vaultOfCall(call).id);
  const { expand } = filterOf(call, ['expand']);
  return { status: 200, body: itemView(call, item, matches('extendedinfo', expand)) };
}

/** PUT {I}: one of six commands, as the body and what there is say. */
export function put(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const item = findItem(call.world, itemKey(vault.id, partOfCall(call)));
  const given = properties(call);
  refuseWhileBusy(call, vault.id);
  refuseUnserved(given);
  refuseNamesake(item, text(given['sourceResourceId']));
  if (item?.deletedAt !== undefined) return undelete(call, item, given);
  if (given['protectionState'] === 'ProtectionStopped') {
    const stopping = item ?? itemOfCall(call, vault.id);
    if (stopping.state !== 'ProtectionStopped')
      requireApproval(call, vault, 'protectedItems/write#stopProtectionWithRetainData', given['resourceGuardOperationRequests']);
    return stop(call, stopping);
  }
  if (given['protectionState'] === 'BackupsSuspended') return suspend(call, vault, item ?? itemOfCall(call, vault.id));
  const wanted = readConfiguration(call, vault, given);
  if (!item) return protect(call, vault, text(given['sourceResourceId']) ?? '', wanted);
  return item.policyName === ''
    ? resume(call, item, wanted)
    : changePolicy(call, vault, item, wanted, given['resourceGuardOperationRequests']);
}

/** Machines of two subscriptions may have the same name and group, of which a vault has one item. @throws 400 */
function refuseNamesake(item: Item | undefined, vmId: string | undefined): void {
  if (!item || vmId === undefined || vmId.toLowerCase() === item.vmId.toLowerCase()) return;
  throw badRequest('VirtualMachineAlreadyProtected', 'Virtual machine with same name and same resource group is already protected.');
}

/** @throws 501 */
function refuseUnserved(given: Record<string, unknown>): void {
  if (given['createMode'] === 'Recover') throw new ArmError(501, 'NotImplemented', 'Local Azure does not make items for a recovery.');
}
