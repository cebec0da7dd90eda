export const VM_TYPE = 'Microsoft.Compute/virtualMachines';
export const EXTENSION_TYPE = 'Microsoft.Compute/virtualMachines/extensions';
export const DISK_TYPE = 'Microsoft.Compute/disks';
