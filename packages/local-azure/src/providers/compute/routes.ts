import type { ArmRoute } from '../../arm/route';
import { getResource, listResources } from '../../arm/resource-handlers';
import { DISK_TYPE, EXTENSION_TYPE } from './types';
import { putDisk } from './create-disk';
import { beginGetAccess, endGetAccess } from './disk-access';
import { deleteDisk, diskView, patchDisk } from './disks';
import { deleteExtension, putExtension } from './extensions';
import { getOperation } from './operations';
import { deallocate, powerOff, restart, start } from './power';
import { patchVirtualMachine } from './patch-virtual-machine';
import { listUsages } from './quota';
import { listSizes, listSkus } from './sizes';
import { deleteVirtualMachine } from './delete-virtual-machine';
import { putVirtualMachine } from './put-virtual-machine';
import { getInstanceView, getVirtualMachine, listVirtualMachines } from './virtual-machines';

const subscription = '/subscriptions/{subscriptionId}';
const group = `${subscription}/resourceGroups/{resourceGroup}`;
const compute = '/providers/Microsoft.Compute';
const machine = `${group}${compute}/virtualMachines/{vm}`;
const disk = `${group}${compute}/disks/{disk}`;

export const routes: readonly ArmRoute[] = [
  ['GET', `${subscription}${compute}/virtualMachines`, 'Microsoft.Compute/virtualMachines/read', listVirtualMachines],
  ['GET', `${group}${compute}/virtualMachines`, 'Microsoft.Compute/virtualMachines/read', listVirtualMachines],
  ['GET', machine, 'Microsoft.Compute/virtualMachines/read', getVirtualMachine],
  ['PUT', machine, 'Microsoft.Compute/virtualMachines/write', putVirtualMachine],
  ['PATCH', machine, 'Microsoft.Compute/virtualMachines/write', patchVirtualMachine],
  ['DELETE', machine, 'Microsoft.Compute/virtualMachines/delete', deleteVirtualMachine],
  ['GET', `${machine}/instanceView`, 'Microsoft.Compute/virtualMachines/instanceView/read', getInstanceView],
  ['POST', `${machine}/start`, 'Microsoft.Compute/virtualMachines/start/action', start],
  ['POST', `${machine}/restart`, 'Microsoft.Compute/virtualMachines/restart/action', restart],
  ['POST', `${machine}/powerOff`, 'Microsoft.Compute/virtualMachines/powerOff/action', powerOff],
  ['POST', `${machine}/deallocate`, 'Microsoft.Compute/virtualMachines/deallocate/action', deallocate],
  ['GET', `${machine}/extensions`, 'Microsoft.Compute/virtualMachines/extensions/read', listResources(EXTENSION_TYPE)],
  ['GET', `${machine}/extensions/{extension}`, 'Microsoft.Compute/virtualMachines/extensions/read', getResource(EXTENSION_TYPE)],
  ['PUT', `${machine}/extensions/{extension}`, 'Microsoft.Compute/virtualMachines/extensions/write', putExtension],
  ['PATCH', `${machine}/extensions/{extension}`, 'Microsoft.Compute/virtualMachines/extensions/write', putExtension],
  ['DELETE', `${machine}/extensions/{extension}`, 'Microsoft.Compute/virtualMachines/extensions/delete', deleteExtension],
  ['GET', `${subscription}${compute}/disks`, 'Microsoft.Compute/disks/read', listResources(DISK_TYPE, diskView)],
  ['GET', `${group}${compute}/disks`, 'Microsoft.Compute/disks/read', listResources(DISK_TYPE, diskView)],
  ['GET', disk, 'Microsoft.Compute/disks/read', getResource(DISK_TYPE, diskView)],
  ['PUT', disk, 'Microsoft.Compute/disks/write', putDisk],
  ['PATCH', disk, 'Microsoft.Compute/disks/write', patchDisk],
  ['POST', `${disk}/beginGetAccess`, 'Microsoft.Compute/disks/beginGetAccess/action', beginGetAccess],
  ['POST', `${disk}/endGetAccess`, 'Microsoft.Compute/disks/endGetAccess/action', endGetAccess],
  ['DELETE', disk, 'Microsoft.Compute/disks/delete', deleteDisk],
  ['GET', `${subscription}${compute}/locations/{location}/vmSizes`, 'Microsoft.Compute/locations/vmSizes/read', listSizes],
  ['GET', `${subscription}${compute}/locations/{location}/usages`, 'Microsoft.Compute/locations/usages/read', listUsages],
  ['GET', `${subscription}${compute}/skus`, 'Microsoft.Compute/skus/read', listSkus],
  ['GET', `${subscription}${compute}/locations/{location}/operations/{operationId}`, null, getOperation],
];
