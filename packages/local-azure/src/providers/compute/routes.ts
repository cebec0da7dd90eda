import type { ArmRoute } from '../../arm/route';
import { listOperations } from '../../arm/list-operations';
import { getResource, listResources } from '../../arm/resource-handlers';
import { availabilitySetView, deleteAvailabilitySet, putAvailabilitySet } from './availability-sets';
import { deleteDiskEncryptionSet, putDiskEncryptionSet } from './disk-encryption-sets';
import { deleteSnapshot, putSnapshot } from './snapshots';
import { deleteProximityPlacementGroup, proximityPlacementGroupView, putProximityPlacementGroup } from './proximity-placement-groups';
import {
  AVAILABILITY_SET_TYPE,
  DISK_ENCRYPTION_SET_TYPE,
  DISK_TYPE,
  EXTENSION_TYPE,
  PROXIMITY_PLACEMENT_GROUP_TYPE,
  SNAPSHOT_TYPE,
} from './types';
import { retrieveBootDiagnosticsData } from './boot-diagnostics';
import { beginGetAccess, endGetAccess } from './disk-access';
import { changedDisk, deleteDisk, diskView, patchDisk, putDisk } from './disks';
import { deleteExtension, putExtension } from './extensions';
import { getOperation } from './operations';
import { deallocate, powerOff, restart, start } from './power';
import { patchVirtualMachine } from './patch-virtual-machine';
import { listUsages } from './quota';
import { listSizes, listSizesOfMachine, listSkus } from './sizes';
import { deleteVirtualMachine } from './delete-virtual-machine';
import { putVirtualMachine } from './put-virtual-machine';
import { extensionView, getInstanceView, getVirtualMachine, listMachinesOfRegion, listVirtualMachines } from './virtual-machines';

const subscription = '/subscriptions/{subscriptionId}';
const group = `${subscription}/resourceGroups/{resourceGroup}`;
const compute = '/providers/Microsoft.Compute';
const machine = `${group}${compute}/virtualMachines/{vm}`;
const disk = `${group}${compute}/disks/{disk}`;
const snapshot = `${group}${compute}/snapshots/{snapshot}`;
const set = `${group}${compute}/availabilitySets/{availabilitySet}`;
const proximityGroup = `${group}${compute}/proximityPlacementGroups/{proximityPlacementGroup}`;
const encryptionSet = `${group}${compute}/diskEncryptionSets/{diskEncryptionSet}`;

const listSnapshots = listResources(SNAPSHOT_TYPE);
const listSets = listResources(AVAILABILITY_SET_TYPE, availabilitySetView);
const listProximityGroups = listResources(PROXIMITY_PLACEMENT_GROUP_TYPE, proximityPlacementGroupView);
const listEncryptionSets = listResources(DISK_ENCRYPTION_SET_TYPE);

/** Microsoft.Compute: machines, their extensions and disks, and what disks are copied to, encrypted by and spread over. */
export const routes: readonly ArmRoute[] = [
  ['GET', `${compute}/operations`, null, listOperations('Microsoft.Compute', () => routes)],
  ['GET', `${subscription}${compute}/virtualMachines`, 'Microsoft.Compute/virtualMachines/read', listVirtualMachines],
  ['GET', `${group}${compute}/virtualMachines`, 'Microsoft.Compute/virtualMachines/read', listVirtualMachines],
  ['GET', machine, 'Microsoft.Compute/virtualMachines/read', getVirtualMachine],
  ['PUT', machine, 'Microsoft.Compute/virtualMachines/write', putVirtualMachine],
  ['PATCH', machine, 'Microsoft.Compute/virtualMachines/write', patchVirtualMachine],
  ['DELETE', machine, 'Microsoft.Compute/virtualMachines/delete', deleteVirtualMachine],
  ['GET', `${subscription}${compute}/locations/{location}/virtualMachines`, 'Microsoft.Compute/virtualMachines/read', listMachinesOfRegion],
  ['GET', `${machine}/vmSizes`, 'Microsoft.Compute/virtualMachines/vmSizes/read', listSizesOfMachine],
  ['GET', `${machine}/instanceView`, 'Microsoft.Compute/virtualMachines/instanceView/read', getInstanceView],
  ['POST', `${machine}/start`, 'Microsoft.Compute/virtualMachines/start/action', start],
  ['POST', `${machine}/restart`, 'Microsoft.Compute/virtualMachines/restart/action', restart],
  ['POST', `${machine}/powerOff`, 'Microsoft.Compute/virtualMachines/powerOff/action', powerOff],
  ['POST', `${machine}/deallocate`, 'Microsoft.Compute/virtualMachines/deallocate/action', deallocate],
  [
    'POST',
    `${machine}/retrieveBootDiagnosticsData`,
    'Microsoft.Compute/virtualMachines/retrieveBootDiagnosticsData/action',
    retrieveBootDiagnosticsData,
  ],
  ['GET', `${machine}/extensions`, 'Microsoft.Compute/virtualMachines/extensions/read', listResources(EXTENSION_TYPE)],
  [
    'GET',
    `${machine}/extensions/{extension}`,
    'Microsoft.Compute/virtualMachines/extensions/read',
    getResource(EXTENSION_TYPE, extensionView),
  ],
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
  ['GET', `${subscription}${compute}/snapshots`, 'Microsoft.Compute/snapshots/read', listSnapshots],
  ['GET', `${group}${compute}/snapshots`, 'Microsoft.Compute/snapshots/read', listSnapshots],
  ['GET', snapshot, 'Microsoft.Compute/snapshots/read', getResource(SNAPSHOT_TYPE)],
  ['PUT', snapshot, 'Microsoft.Compute/snapshots/write', putSnapshot],
  ['DELETE', snapshot, 'Microsoft.Compute/snapshots/delete', deleteSnapshot],
  ['GET', `${subscription}${compute}/availabilitySets`, 'Microsoft.Compute/availabilitySets/read', listSets],
  ['GET', `${group}${compute}/availabilitySets`, 'Microsoft.Compute/availabilitySets/read', listSets],
  ['GET', set, 'Microsoft.Compute/availabilitySets/read', getResource(AVAILABILITY_SET_TYPE, availabilitySetView)],
  ['PUT', set, 'Microsoft.Compute/availabilitySets/write', putAvailabilitySet],
  ['DELETE', set, 'Microsoft.Compute/availabilitySets/delete', deleteAvailabilitySet],
  ['GET', `${subscription}${compute}/proximityPlacementGroups`, 'Microsoft.Compute/proximityPlacementGroups/read', listProximityGroups],
  ['GET', `${group}${compute}/proximityPlacementGroups`, 'Microsoft.Compute/proximityPlacementGroups/read', listProximityGroups],
  [
    'GET',
    proximityGroup,
    'Microsoft.Compute/proximityPlacementGroups/read',
    getResource(PROXIMITY_PLACEMENT_GROUP_TYPE, proximityPlacementGroupView),
  ],
  ['PUT', proximityGroup, 'Microsoft.Compute/proximityPlacementGroups/write', putProximityPlacementGroup],
  ['DELETE', proximityGroup, 'Microsoft.Compute/proximityPlacementGroups/delete', deleteProximityPlacementGroup],
  ['GET', `${subscription}${compute}/diskEncryptionSets`, 'Microsoft.Compute/diskEncryptionSets/read', listEncryptionSets],
  ['GET', `${group}${compute}/diskEncryptionSets`, 'Microsoft.Compute/diskEncryptionSets/read', listEncryptionSets],
  ['GET', encryptionSet, 'Microsoft.Compute/diskEncryptionSets/read', getResource(DISK_ENCRYPTION_SET_TYPE)],
  ['PUT', encryptionSet, 'Microsoft.Compute/diskEncryptionSets/write', putDiskEncryptionSet],
  ['DELETE', encryptionSet, 'Microsoft.Compute/diskEncryptionSets/delete', deleteDiskEncryptionSet],
  ['GET', `${subscription}${compute}/locations/{location}/vmSizes`, 'Microsoft.Compute/locations/vmSizes/read', listSizes],
  ['GET', `${subscription}${compute}/locations/{location}/usages`, 'Microsoft.Compute/locations/usages/read', listUsages],
  ['GET', `${subscription}${compute}/skus`, 'Microsoft.Compute/skus/read', listSkus],
  ['GET', `${subscription}${compute}/locations/{location}/operations/{operationId}`, null, getOperation()],
  ['GET', `${subscription}${compute}/locations/{location}/DiskOperations/{operationId}`, null, getOperation(changedDisk)],
];
