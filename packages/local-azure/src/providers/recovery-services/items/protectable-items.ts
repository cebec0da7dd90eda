import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { text } from '../../../world/json';
import type { ArmResource } from '../../../world/world';
import { asksForVirtualMachines, filterOf, matches } from '../filter';
import { protectingVault } from '../state/item-store';
import { containerPart, VAULT_TYPE, VM_TYPE, vmNameOf } from '../names';
import { beginOperation, pollUrl } from '../operations';
import { continuation, PAGE_SIZE, pageAnswer } from '../paging';
import { saveSettings, settingsOf, vaultOfCall } from '../state/vault-store';

const FILTERS = ['backupManagementType', 'workloadType', 'containerName', 'status', 'friendlyName'] as const;

/** Time that looking for machines takes, in milliseconds. */
const REFRESH_SPAN = 16_000;
const STATUS_VERSION = '2019-05-13-preview';

/** GET {V}/backupProtectableItems: machines of the vault's region and subscription that the last refresh found and nobody protects. */
export function list(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const filter = filterOf(call, FILTERS);
  if (!asksForVirtualMachines(filter) || !matches(filter.status, 'NotProtected')) return { status: 200, body: { value: [] } };
  const { discoveredAt, discovering } = settingsOf(call.world, vault.id);
  const known =
    discovering !== undefined && call.world.clock.now() >= discovering + REFRESH_SPAN ? discovering + REFRESH_SPAN : discoveredAt;
  const isOffered = (vm: ArmResource) =>
    vm.location === vault.location &&
    (Date.parse(text(vm.properties['timeCreated']) ?? '') || 0) <= known &&
    matches(filter.friendlyName, vm.name) &&
    protectingVault(call.world, vm.id) === undefined;
  const subscription = vault.id.split('/').slice(0, 3).join('/');
  const page: ArmResource[] = [];
  let after = continuation(call);
  // One page of offered machines may need several pages of machines.
  for (;;) {
    const some = call.world.resources.page(VM_TYPE, subscription, PAGE_SIZE, after);
    for (const vm of some) {
      if (page.length === PAGE_SIZE)
        return pageAnswer(
          call,
          page.map((one) => view(vault, one)),
          after,
        );
      after = vm.id;
      if (isOffered(vm)) page.push(vm);
    }
    if (some.length < PAGE_SIZE)
      return pageAnswer(
        call,
        page.map((one) => view(vault, one)),
        undefined,
      );
  }
}

function view(vault: ArmResource, vm: ArmResource): unknown {
  const name = vmNameOf(vm.id);
  if (!name) return {};
  const part = containerPart(name).toLowerCase();
  return {
    id: `${vault.id}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${part}/protectableItems/vm;${part}`,
    name: part,
    type: `${VAULT_TYPE}/backupFabrics/protectionContainers/protectableItems`,
    properties: {
      virtualMachineId: vm.id,
      virtualMachineVersion: 'Compute',
      resourceGroup: name.resourceGroup,
      backupManagementType: 'AzureIaasVM',
      protectableItemType: VM_TYPE,
      friendlyName: vm.name,
      protectionState: 'NotProtected',
    },
  };
}

/** POST …/refreshContainers: looks for machines again. */
export function refresh(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const now = call.world.clock.now();
  saveSettings(call.world, vault.id, { discovering: now });
  const { id } = beginOperation(call.world, vault.id, { doneAt: now + REFRESH_SPAN });
  const fabric = `${vault.id}/backupFabrics/Azure`;
  return {
    status: 202,
    headers: {
      'Azure-AsyncOperation': pollUrl(call, `${fabric}/operationsStatus/${id}`, STATUS_VERSION),
      Location: pollUrl(call, `${fabric}/operationResults/${id}`),
      'Retry-After': '60',
    },
  };
}
