import { ArmError, type Invoke } from '../../../arm/route';
import { groupId, groupOf, nameOf, subscriptionOf } from '../../../world/arm-ids';
import { guestOf } from '../../../world/compute/guests';
import { at, list, record, text } from '../../../world/json';
import type { ArmResource, World } from '../../../world/world';
import type { DiskAtHand, MachineAtWork, MachineStep, MachineTarget } from '../state/job-details';
import type { JobError } from '../state/job-store';
import type { PointContents } from '../state/recovery-point-store';
import { osTypeOf } from '../state/vm-disks';

/** What the job’s list of tasks calls what is done with the machine. */
export const machineTaskOf = ({ recoveryType }: MachineTarget): string =>
  recoveryType === 'AlternateLocation' ? 'Create the restored virtual machine' : 'Update the virtual machine';

/** The group that the disks go to. */
export const groupOfTarget = ({ vmId }: MachineTarget): string => groupId(subscriptionOf(vmId), groupOf(vmId));

type Ask = (method: string, path: string, body?: unknown) => void;

/** Does what can be done now. Answers the step that it waits in then, or why it cannot go on. */
export function nextMachineStep(world: World, invoke: Invoke, machine: MachineAtWork, held: PointContents): MachineStep | JobError {
  const ask: Ask = (method, path, body) => {
    invoke(world, machine.principal, method, `${encodeURI(path)}?api-version=2024-03-01`, body);
  };
  try {
    return machine.recoveryType === 'AlternateLocation' ? create(world, ask, machine, held) : replace(world, ask, machine);
  } catch (error) {
    if (!(error instanceof ArmError)) throw error;
    return failed(error.code === 'RequestDisallowedByPolicy' ? 'UserErrorRequestDisallowedByPolicy' : error.code, error.message);
  }
}

const failed = (errorTitle: string, errorString: string): JobError => ({
  errorCode: 400182,
  errorTitle,
  errorString,
  recommendations: ['The disks are restored. Remove what is in the way, or make the virtual machine of the disks yourself.'],
});

const vmGone = failed('UserErrorVmNotFoundV2', 'The virtual machine was deleted while its disks were being replaced.');

function create(
  world: World,
  ask: Ask,
  { vmId, subnetId = '', step, disks }: MachineAtWork,
  { vm }: PointContents,
): MachineStep | JobError {
  if (step === 'begin') {
    const nicId = `${groupId(subscriptionOf(vmId), groupOf(vmId))}/providers/Microsoft.Network/networkInterfaces/${nameOf(vmId)}-nic`;
    const configuration = { name: 'ipconfig1', properties: { privateIPAllocationMethod: 'Dynamic', subnet: { id: subnetId } } };
    ask('PUT', nicId, { location: vm.location, properties: { ipConfigurations: [configuration] } });
    ask('PUT', vmId, {
      location: vm.location,
      ...(vm.tags && { tags: vm.tags }),
      ...(vm['plan'] !== undefined && { plan: vm['plan'] }),
      ...(vm['zones'] !== undefined && { zones: vm['zones'] }),
      properties: {
        hardwareProfile: vm.properties['hardwareProfile'],
        storageProfile: profileOf(osTypeOf(vm), disks, securityOf(vm)),
        networkProfile: { networkInterfaces: [{ id: nicId, properties: { primary: true } }] },
        ...(vm.properties['securityProfile'] !== undefined && { securityProfile: vm.properties['securityProfile'] }),
        ...(vm.properties['additionalCapabilities'] !== undefined && { additionalCapabilities: vm.properties['additionalCapabilities'] }),
      },
    });
    return 'creating';
  }
  const state = world.resources.get(vmId)?.properties['provisioningState'];
  if (state === 'Creating') return step;
  return state === 'Succeeded' ? 'done' : failed('VirtualMachineNotStarted', 'The restored virtual machine could not be started.');
}

/** The machine is turned off, gets the disks of the point in place of its own, and starts again. Its former disks stay. */
function replace(world: World, ask: Ask, { vmId, step, disks }: MachineAtWork): MachineStep | JobError {
  const vm = world.resources.get(vmId);
  if (!vm) return vmGone;
  const { power } = guestOf(world, vmId);
  switch (step) {
    case 'begin':
      if (power !== 'deallocated') ask('POST', `${vmId}/deallocate`);
      return 'stopping';
    case 'stopping':
      if (power !== 'deallocated') return step;
      ask('PATCH', vmId, { properties: { storageProfile: replacedProfile(vm, disks) } });
      return 'swapping';
    case 'swapping':
      if (vm.properties['provisioningState'] === 'Updating') return step;
      ask('POST', `${vmId}/start`);
      return 'starting';
    default:
      return power === 'running' ? 'done' : step;
  }
}

const inModel = ({ name, lun, caching, place }: DiskAtHand) => ({
  ...(lun !== undefined && { lun }),
  name,
  createOption: 'Attach',
  caching,
  managedDisk: { id: place },
});

/** What the model of a confidential machine says of the disk of its system. */
function securityOf({ properties }: ArmResource): object {
  const securityProfile = at(properties, 'storageProfile', 'osDisk', 'managedDisk', 'securityProfile');
  return securityProfile === undefined ? {} : { securityProfile };
}

function profileOf(osType: string, [osDisk, ...dataDisks]: readonly DiskAtHand[], security: object = {}) {
  const { managedDisk, ...system } = osDisk ? inModel(osDisk) : { managedDisk: {} };
  return { osDisk: { osType, ...system, managedDisk: { ...managedDisk, ...security } }, dataDisks: dataDisks.map(inModel) };
}

/** Data disks that the point does not know stay where they are. */
function replacedProfile(vm: ArmResource, disks: readonly DiskAtHand[]) {
  const { osDisk, dataDisks } = profileOf(osTypeOf(vm), disks);
  const luns = new Set(dataDisks.map(({ lun }) => lun));
  const others = list(record(vm.properties['storageProfile'])['dataDisks']).filter((disk) => !luns.has(Number(record(disk)['lun'])));
  return {
    osDisk: { name: text(osDisk.name), createOption: 'Attach', managedDisk: osDisk.managedDisk },
    dataDisks: [...others, ...dataDisks],
  };
}
