import { at, list, text } from '../../../world/json';
import type { World } from '../../../world/world';
import type { Item } from '../state/item-store';
import { vmNameOf } from '../names';
import type { RestoreRequest } from './restore-request';
import type { Refusal } from '../refusals';
import { refusal } from './staging-checks';

/** What keeps a whole machine from being made of a point, or its disks from being replaced. Codes are assumed. */
export function machineRefusals(world: World, item: Item, request: RestoreRequest): Refusal[] {
  switch (request.recoveryType) {
    case 'RestoreDisks':
      return [];
    case 'AlternateLocation':
      return newMachineRefusals(world, item, request);
    case 'OriginalLocation':
      return world.resources.get(item.vmId) ? [] : [gone];
    default:
      return [refusal('BMSUserErrorInvalidInput', `'${request.recoveryType}' is no way to restore a machine.`, 'Choose another one.')];
  }
}

const gone = refusal(
  'UserErrorVmNotFoundV2',
  'The disks cannot be replaced because the virtual machine does not exist any more.',
  'Create a new virtual machine of the recovery point.',
);

function newMachineRefusals(world: World, item: Item, request: RestoreRequest): Refusal[] {
  const { targetVirtualMachineId = '', virtualNetworkId = '', subnetId = '' } = request;
  if (!vmNameOf(targetVirtualMachineId)) {
    return [refusal('BMSUserErrorInvalidInput', 'The new virtual machine has no name.', 'Name the virtual machine.')];
  }
  if (world.resources.get(targetVirtualMachineId)) {
    return [refusal('UserErrorVmAlreadyExists', 'A virtual machine of this name exists in the resource group.', 'Choose another name.')];
  }
  const network = world.resources.get(virtualNetworkId);
  const hasSubnet = list(network?.properties['subnets']).some((one) => text(at(one, 'id'))?.toLowerCase() === subnetId.toLowerCase());
  if (network?.location === item.location && hasSubnet) return [];
  return [
    refusal(
      'UserErrorVirtualNetworkNotFound',
      'The virtual network or its subnet does not exist in the region of the machine.',
      'Choose another virtual network.',
    ),
  ];
}
