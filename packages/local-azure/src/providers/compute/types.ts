export const VM_TYPE = 'Microsoft.Compute/virtualMachines';
export const EXTENSION_TYPE = 'Microsoft.Compute/virtualMachines/extensions';
export const DISK_TYPE = 'Microsoft.Compute/disks';
export const SNAPSHOT_TYPE = 'Microsoft.Compute/snapshots';
export const AVAILABILITY_SET_TYPE = 'Microsoft.Compute/availabilitySets';
export const DISK_ENCRYPTION_SET_TYPE = 'Microsoft.Compute/diskEncryptionSets';
export const PROXIMITY_PLACEMENT_GROUP_TYPE = 'Microsoft.Compute/proximityPlacementGroups';
