import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { ArmError } from '../../../arm/route';
import { groupOf } from '../../../world/arm-ids';
import { asksForVirtualMachines, filterOf, matches } from '../filter';
import { findItem, itemKey, itemsOfVault, keyOfItem } from '../state/item-store';
import type { Item } from '../state/item-store';
import { VAULT_TYPE, VM_TYPE } from '../names';
import { cutPage } from '../paging';
import { vaultOfCall } from '../state/vault-store';
import { param } from '../wire';

const FILTERS = ['backupManagementType', 'containerType', 'backupEngineName', 'fabricName', 'status', 'friendlyName'] as const;

/** GET {V}/backupProtectionContainers: one container for each machine with data in the vault, deleted or not. */
export const list = (call: ArmCall): ArmAnswer => listed(call, itemsOf(call));

/** GET {V}/backupDeletedProtectionContainers: those whose data was deleted and can be brought back. */
export const listDeleted = (call: ArmCall): ArmAnswer =>
  listed(
    call,
    itemsOf(call).filter(({ deletedAt }) => deletedAt !== undefined),
  );

const itemsOf = (call: ArmCall): Item[] => itemsOfVault(call.world, vaultOfCall(call).id);

function listed(call: ArmCall, items: Item[]): ArmAnswer {
  const filter = filterOf(call, FILTERS);
  const isWanted = asksForVirtualMachines(filter) && matches(filter.status, 'Registered');
  return cutPage(call, isWanted ? items.filter(({ vmName }) => matches(filter.friendlyName, vmName)) : [], keyOfItem, view);
}

/** GET …/protectionContainers/{container}: the container of one machine. */
export function get(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const item = findItem(call.world, itemKey(vault.id, param(call, 'containerName').replace(/^IaasVMContainer;/i, '')));
  if (!item) throw new ArmError(404, 'BMSUserErrorContainerObjectNotFound', 'The specified container was not found in the vault.');
  return { status: 200, body: view(item) };
}

function view(item: Item): unknown {
  const part = item.part.toLowerCase();
  return {
    id: `${item.vaultId}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${part}`,
    name: `IaasVMContainer;${part}`,
    type: `${VAULT_TYPE}/backupFabrics/protectionContainers`,
    properties: {
      virtualMachineId: item.vmId,
      virtualMachineVersion: 'Compute',
      resourceGroup: groupOf(item.vmId),
      friendlyName: item.vmName,
      backupManagementType: 'AzureIaasVM',
      registrationStatus: item.deletedAt === undefined ? 'Registered' : 'SoftDeleted',
      healthStatus: 'Healthy',
      containerType: VM_TYPE,
      protectableObjectType: VM_TYPE,
    },
  };
}
