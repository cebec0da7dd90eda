import { listResources, resourceOf, type View } from '../../arm/resource-handlers';
import type { ArmAnswer, ArmCall } from '../../arm/route';
import { parentOf } from '../../world/arm-ids';
import { list, record } from '../../world/json';
import { instanceView } from './instance-view';
import { userDataOf } from './machine-secrets';
import { EXTENSION_TYPE, VM_TYPE } from './types';

const expands = (call: ArmCall, part: string) => (call.query.get('$expand') ?? '').toLowerCase().split(',').includes(part.toLowerCase());

const statusOnly: View = (vm, call) => ({
  name: vm.name,
  id: vm.id,
  type: vm.type,
  location: vm.location,
  properties: {
    vmId: vm.properties['vmId'],
    provisioningState: vm.properties['provisioningState'],
    instanceView: instanceView(call.world, vm),
  },
});

/** A machine with its extensions, and its instance view and user data where `$expand` asks for them. */
const machineView: View = (vm, call) => {
  const extensions = call.world.resources.list(EXTENSION_TYPE, vm.id);
  const userData = expands(call, 'userData') ? userDataOf(call.world, vm.id) : undefined;
  return {
    ...vm,
    properties: {
      ...vm.properties,
      ...(expands(call, 'instanceView') && { instanceView: instanceView(call.world, vm) }),
      ...(userData !== undefined && { userData }),
    },
    ...(extensions.length > 0 && { resources: extensions }),
  };
};

/** An extension, and how it is doing where `$expand` asks for that. */
export const extensionView: View = (extension, call) => {
  const vm = expands(call, 'instanceView') ? call.world.resources.get(parentOf(extension.id)) : undefined;
  const found = vm && list(instanceView(call.world, vm)['extensions']).find((one) => record(one)['name'] === extension.name);
  return found === undefined ? extension : { ...extension, properties: { ...extension.properties, instanceView: found } };
};

/** The machines of a subscription or a group; `statusOnly=true` shows how they run instead of their models. */
export function listVirtualMachines(call: ArmCall): ArmAnswer {
  const view = call.query.get('statusOnly') === 'true' ? statusOnly : machineView;
  return listResources(VM_TYPE, view)(call);
}

/** GET …/locations/{location}/virtualMachines: the machines of a subscription that stand in a region. */
export function listMachinesOfRegion(call: ArmCall): ArmAnswer {
  const { subscriptionId = '', location = '' } = call.params;
  const machines = call.world.resources.list(VM_TYPE, `/subscriptions/${subscriptionId}`);
  const there = machines.filter((vm) => vm.location === location.toLowerCase());
  return { status: 200, body: { value: there.map((vm) => machineView(vm, call)) } };
}

/** GET of a machine; `$expand` adds how it runs, or its user data. @throws ArmError 404 */
export function getVirtualMachine(call: ArmCall): ArmAnswer {
  return { status: 200, body: machineView(resourceOf(call, VM_TYPE), call) };
}

/** GET …/instanceView: how the machine runs now. @throws ArmError 404 */
export function getInstanceView(call: ArmCall): ArmAnswer {
  const vm = resourceOf(call, VM_TYPE, call.path.replace(/\/[^/]+$/, ''));
  return { status: 200, body: instanceView(call.world, vm) };
}
