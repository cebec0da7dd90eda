import type { ArmAnswer, ArmCall } from '../../arm/route';
import { groupOf } from '../../world/arm-ids';
import { asksForVirtualMachines, filterOf, matches } from './filter';
import { itemsOfVault, keyOfItem } from './item-store';
import type { Item } from './item-store';
import { VAULT_TYPE, VM_TYPE } from './names';
import { cutPage } from './paging';
import { vaultOfCall } from './vault-store';

const FILTERS = ['backupManagementType', 'containerType', 'backupEngineName', 'fabricName', 'status', 'friendlyName'] as const;

/** GET {V}/backupProtectionContainers: one container for each machine with data in the vault. */
export function list(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const filter = filterOf(call, FILTERS);
  const isWanted = asksForVirtualMachines(filter) && matches(filter.status, 'Registered');
  const items = isWanted ? itemsOfVault(call.world, vault.id).filter((item) => matches(filter.friendlyName, item.vmName)) : [];
  return cutPage(call, items, keyOfItem, view);
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
      registrationStatus: 'Registered',
      healthStatus: 'Healthy',
      containerType: VM_TYPE,
      protectableObjectType: VM_TYPE,
    },
  };
}
