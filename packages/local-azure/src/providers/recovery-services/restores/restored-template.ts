import { at } from '../../../world/json';
import type { ArmResource } from '../../../world/world';
import type { PointContents } from '../state/recovery-point-store';
import type { PlacedDisk } from './restored-config';
import { settingsOf } from './restored-keys';
import { osTypeOf } from '../state/vm-disks';

const text = (defaultValue?: string) => ({ type: 'string', ...(defaultValue !== undefined && { defaultValue }) });

const diskOf = ({ name, lun, caching, writeAcceleratorEnabled, place }: PlacedDisk) => ({
  ...(lun !== undefined && { lun }),
  createOption: 'Attach',
  caching,
  ...(writeAcceleratorEnabled && { writeAcceleratorEnabled }),
  ...(place.startsWith('https://') ? { name, vhd: { uri: place } } : { managedDisk: { id: place } }),
});

/** Members of the old model that say what its disks need, and by which license its system runs. */
function settingsOfModel({ properties }: ArmResource): object {
  const { securityProfile, licenseType, additionalCapabilities } = properties;
  return {
    ...(securityProfile !== undefined && { securityProfile }),
    ...(licenseType !== undefined && { licenseType }),
    ...(additionalCapabilities !== undefined && { additionalCapabilities }),
  };
}

/** The template that makes a machine of restored disks, with the parameters that Azure Backup names. */
export function templateOf({ vm, keys }: PointContents, disks: readonly PlacedDisk[]) {
  const [osDisk, ...dataDisks] = disks;
  const dual = keys?.encryption.mechanism === 'DoublePass' ? { encryptionSettings: { enabled: true, ...settingsOf(keys) } } : {};
  return {
    $schema: 'https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: {
      VirtualMachineName: text(),
      VirtualNetwork: text(),
      VirtualNetworkResourceGroup: text(),
      Subnet: text(),
      OSDiskName: text(osDisk?.name),
      NetworkInterfacePrefixName: text(`${vm.name}-nic`),
      PublicIpAddressName: text(`${vm.name}-ip`),
    },
    variables: {
      nicName: "[concat(parameters('NetworkInterfacePrefixName'), '0')]",
      subnetId:
        "[resourceId(parameters('VirtualNetworkResourceGroup'), 'Microsoft.Network/virtualNetworks/subnets', parameters('VirtualNetwork'), parameters('Subnet'))]",
    },
    resources: [
      {
        type: 'Microsoft.Network/publicIPAddresses',
        apiVersion: '2017-10-01',
        name: "[parameters('PublicIpAddressName')]",
        location: vm.location,
        properties: { publicIPAllocationMethod: 'Dynamic' },
      },
      {
        type: 'Microsoft.Network/networkInterfaces',
        apiVersion: '2017-10-01',
        name: "[variables('nicName')]",
        location: vm.location,
        dependsOn: ["[resourceId('Microsoft.Network/publicIPAddresses', parameters('PublicIpAddressName'))]"],
        properties: {
          ipConfigurations: [
            {
              name: 'ipconfig1',
              properties: {
                privateIPAllocationMethod: 'Dynamic',
                subnet: { id: "[variables('subnetId')]" },
                publicIPAddress: { id: "[resourceId('Microsoft.Network/publicIPAddresses', parameters('PublicIpAddressName'))]" },
              },
            },
          ],
        },
      },
      {
        type: 'Microsoft.Compute/virtualMachines',
        apiVersion: '2017-12-01',
        name: "[parameters('VirtualMachineName')]",
        location: vm.location,
        ...(vm['plan'] !== undefined && { plan: vm['plan'] }),
        ...(vm['zones'] !== undefined && { zones: vm['zones'] }),
        dependsOn: ["[resourceId('Microsoft.Network/networkInterfaces', variables('nicName'))]"],
        properties: {
          hardwareProfile: { vmSize: at(vm.properties, 'hardwareProfile', 'vmSize') },
          storageProfile: {
            osDisk: { osType: osTypeOf(vm), ...(osDisk && diskOf(osDisk)), name: "[parameters('OSDiskName')]", ...dual },
            dataDisks: dataDisks.map(diskOf),
          },
          networkProfile: {
            networkInterfaces: [
              { id: "[resourceId('Microsoft.Network/networkInterfaces', variables('nicName'))]", properties: { primary: true } },
            ],
          },
          ...settingsOfModel(vm),
        },
      },
    ],
  };
}
