import { computeTime } from '../arm/compute-time';
import { resourceId } from '../world/arm-ids';
import { cloudOf } from '../world/cloud';
import { HEALTHY_GUEST, putGuest, type Guest } from '../world/compute/guests';
import type { ArmResource, World } from '../world/world';
import { ENCRYPTION_APP_ID, TENANT_ID } from './company';
import { ensureGroup, ensureNetwork, networkId, type Place } from './places';
import { guidOf, hexOf } from '../world/stable-ids';

/** The BEK of a machine and, where there is one, the KEK that wraps it. */
export interface EncryptionSpec {
  /** `dual`: with an Entra application, settings in the machine's model. `single`: without one, settings in extension and disks. */
  pass: 'dual' | 'single';
  secretUrl: string;
  secretVaultId: string;
  keyUrl?: string;
  keyVaultId?: string;
}

export interface MachineSpec extends Place {
  name: string;
  os: 'Windows' | 'Linux';
  size?: string;
  disks?: 'managed' | 'unmanaged';
  osDiskGiB?: number;
  /** Size of each data disk. */
  dataDisksGiB?: number[];
  encryption?: EncryptionSpec | undefined;
  /** What Azure Disk Encryption encrypts; all where nothing is said. */
  volumes?: 'OS' | 'Data';
  /** Encrypted, and nothing but its disks tells of it, as of a restored machine. */
  withoutExtension?: true;
  /** When it was made, in milliseconds; seeds do not say unless somebody asks. */
  createdAt?: number;
  /** ARM id of the disk encryption set whose key encrypts the managed disks. */
  diskEncryptionSet?: string;
  encryptionAtHost?: true;
  /** Secure boot and vTPM, or the memory encrypted by the processor as well; confidential ones have an encrypted OS disk. */
  security?: 'TrustedLaunch' | 'ConfidentialVM';
  /** Kind of the data disks; `Premium_LRS` where nothing is said. */
  dataDiskType?: 'UltraSSD_LRS' | 'PremiumV2_LRS';
  /** How the host caches the data disks; not at all where nothing is said. */
  dataDiskCaching?: 'ReadOnly' | 'ReadWrite';
  /** Writes to the data disks are taken by the host first, on sizes that can. */
  writeAccelerator?: true;
  /** The license that the company has already (Azure Hybrid Benefit). */
  license?: 'Windows_Server';
  /** Name of a proximity placement group in its resource group, which has room for machines of its size alone. */
  proximityGroup?: string;
  /** What was bought with its image in the marketplace. */
  plan?: { name: string; publisher: string; product: string };
  guest?: Partial<Guest>;
  tags?: Record<string, string>;
  /** A fixed address, filtered by a network security group of this name. */
  network?: { address: string; securityGroup: string };
  /** An identity of its own, by which it signs in elsewhere. */
  ownIdentity?: true;
  /** Azure keeps what its screen shows and its serial port says. */
  bootDiagnostics?: true;
  /** Leaves the network interface out, for worlds of which only the number of machines counts. */
  bare?: boolean;
}

/** ARM id of a machine of the seed. */
export const machineId = ({ subscriptionId, group, name }: Pick<MachineSpec, 'subscriptionId' | 'group' | 'name'>): string =>
  resourceId(subscriptionId, group, `Microsoft.Compute/virtualMachines/${name}`);

const USUAL_SIZE = 'Standard_DS2_v2';

/** Size of the system's disk where nobody says otherwise. */
export const SYSTEM_GIB = { Windows: 127, Linux: 30 } as const;

const IMAGES = {
  Windows: { publisher: 'MicrosoftWindowsServer', offer: 'WindowsServer', sku: '2016-Datacenter', version: 'latest' },
  Linux: { publisher: 'Canonical', offer: 'UbuntuServer', sku: '16.04-LTS', version: 'latest' },
};

const imageOf = ({ os, plan }: MachineSpec) =>
  plan ? { publisher: plan.publisher, offer: plan.product, sku: plan.name, version: 'latest' } : IMAGES[os];

const vhdAccount = (world: World): string => `https://ignitedisks.blob.${cloudOf(world).storage}/vhds`;

/** Puts a machine into the world, with the group and the network it needs. Answers its id. */
export function addMachine(world: World, spec: MachineSpec): string {
  ensureGroup(world, spec);
  ensureNetwork(world, spec.subscriptionId, spec.location);
  return putMachine(world, spec);
}

/** A machine in a group and a network that are there: with its disks, network interface, extension and what is inside. */
export function putMachine(world: World, spec: MachineSpec): string {
  const id = machineId(spec);
  const sizes = [spec.osDiskGiB ?? SYSTEM_GIB[spec.os], ...(spec.dataDisksGiB ?? [])];
  const disks = sizes.map((gib, place) => addDisk(world, spec, place, gib));
  const [osDisk, ...dataDisks] = disks;
  world.resources.put({
    id,
    name: spec.name,
    type: 'Microsoft.Compute/virtualMachines',
    location: spec.location,
    ...(spec.tags && { tags: spec.tags }),
    ...(spec.plan && { plan: spec.plan }),
    ...(spec.ownIdentity && { identity: { type: 'SystemAssigned', principalId: guidOf(`identity of ${id}`), tenantId: TENANT_ID } }),
    properties: {
      vmId: guidOf(id),
      ...(spec.createdAt !== undefined && { timeCreated: computeTime(spec.createdAt) }),
      hardwareProfile: { vmSize: spec.size ?? USUAL_SIZE },
      storageProfile: {
        imageReference: imageOf(spec),
        osDisk: { osType: spec.os, ...osDisk, createOption: 'FromImage', caching: 'ReadWrite', ...dualPassSettings(spec.encryption) },
        dataDisks: dataDisks.map((disk, lun) => ({
          lun,
          ...disk,
          createOption: 'Empty',
          caching: spec.dataDiskCaching ?? 'None',
          ...(spec.writeAccelerator && { writeAcceleratorEnabled: true }),
        })),
      },
      osProfile: { computerName: spec.name.slice(0, 15), adminUsername: 'contosoadmin', allowExtensionOperations: true },
      ...securityOf(spec),
      ...(spec.license !== undefined && { licenseType: spec.license }),
      ...(spec.proximityGroup !== undefined && { proximityPlacementGroup: { id: addProximityGroup(world, spec, spec.proximityGroup) } }),
      ...(spec.bootDiagnostics && { diagnosticsProfile: { bootDiagnostics: { enabled: true } } }),
      networkProfile: { networkInterfaces: spec.bare ? [] : [{ id: addNetworkInterface(world, spec) }] },
      provisioningState: 'Succeeded',
    },
  });
  if (spec.encryption && !spec.withoutExtension) world.resources.put(extensionOf(spec, spec.encryption));
  if (spec.guest) putGuest(world, id, { ...HEALTHY_GUEST, ...spec.guest });
  return id;
}

function addProximityGroup(world: World, { subscriptionId, group, location, size = USUAL_SIZE }: MachineSpec, name: string): string {
  const id = resourceId(subscriptionId, group, `Microsoft.Compute/proximityPlacementGroups/${name}`);
  const properties = { proximityPlacementGroupType: 'Standard', intent: { vmSizes: [size] } };
  world.resources.put({ id, name, type: 'Microsoft.Compute/proximityPlacementGroups', location, properties });
  return id;
}

const FIRMWARE = { uefiSettings: { secureBootEnabled: true, vTpmEnabled: true } };

function securityOf({ encryptionAtHost, security, dataDiskType }: MachineSpec): Record<string, unknown> {
  return {
    ...(encryptionAtHost && { securityProfile: { encryptionAtHost } }),
    ...(security && { securityProfile: { securityType: security, ...FIRMWARE } }),
    ...(dataDiskType === 'UltraSSD_LRS' && { additionalCapabilities: { ultraSSDEnabled: true } }),
  };
}

/** What the disk of a system says of how a machine starts from it. */
function startsFrom({ os, security }: MachineSpec): Record<string, unknown> {
  if (security === undefined) return { osType: os, hyperVGeneration: 'V1' };
  const securityType = security === 'ConfidentialVM' ? 'ConfidentialVM_DiskEncryptedWithPlatformKey' : security;
  return { osType: os, hyperVGeneration: 'V2', securityProfile: { securityType } };
}

/** A disk's part in its machine's model; a managed disk becomes a resource of its own. */
function addDisk(world: World, spec: MachineSpec, place: number, diskSizeGB: number): Record<string, unknown> {
  const name = place === 0 ? `${spec.name}_OsDisk_1_${hexOf(spec.name)}` : `${spec.name}_DataDisk_${String(place - 1)}`;
  if (spec.disks === 'unmanaged') return { name, diskSizeGB, vhd: { uri: `${vhdAccount(world)}/${name}.vhd` } };
  const id = resourceId(spec.subscriptionId, spec.group, `Microsoft.Compute/disks/${name}`);
  const storageAccountType = place > 0 && spec.dataDiskType !== undefined ? spec.dataDiskType : 'Premium_LRS';
  const isConfidential = place === 0 && spec.security === 'ConfidentialVM';
  const set = spec.diskEncryptionSet !== undefined && { id: spec.diskEncryptionSet };
  world.resources.put({
    id,
    name,
    type: 'Microsoft.Compute/disks',
    location: spec.location,
    managedBy: machineId(spec),
    sku: { name: storageAccountType, tier: storageAccountType === 'UltraSSD_LRS' ? 'Ultra' : 'Premium' },
    properties: {
      ...(place === 0 && { ...startsFrom(spec), ...(spec.plan && { purchasePlan: spec.plan }) }),
      diskSizeGB,
      diskState: 'Attached',
      creationData: { createOption: place === 0 ? 'FromImage' : 'Empty' },
      ...(spec.volumes !== (place === 0 ? 'Data' : 'OS') && diskSettings(spec.encryption)),
      ...(set && { encryption: { type: 'EncryptionAtRestWithCustomerKey', diskEncryptionSetId: set.id } }),
      provisioningState: 'Succeeded',
    },
  });
  const securityProfile = isConfidential && { securityEncryptionType: 'DiskWithVMGuestState' };
  return {
    name,
    diskSizeGB,
    managedDisk: { storageAccountType, id, ...(set && { diskEncryptionSet: set }), ...(securityProfile && { securityProfile }) },
  };
}

function keysOf({ secretUrl, secretVaultId, keyUrl, keyVaultId }: EncryptionSpec): Record<string, unknown> {
  return {
    diskEncryptionKey: { secretUrl, sourceVault: { id: secretVaultId } },
    ...(keyUrl !== undefined && { keyEncryptionKey: { keyUrl, sourceVault: { id: keyVaultId ?? secretVaultId } } }),
  };
}

function dualPassSettings(encryption: EncryptionSpec | undefined) {
  return encryption?.pass === 'dual' && { encryptionSettings: { enabled: true, ...keysOf(encryption) } };
}

function diskSettings(encryption: EncryptionSpec | undefined) {
  if (!encryption) return undefined;
  const encryptionSettingsVersion = encryption.pass === 'single' ? '1.1' : '1.0';
  return { encryptionSettingsCollection: { enabled: true, encryptionSettingsVersion, encryptionSettings: [keysOf(encryption)] } };
}

/** The disk encryption extension with the settings it was installed with. */
function extensionOf(spec: MachineSpec, encryption: EncryptionSpec): ArmResource {
  const { pass, secretUrl, secretVaultId, keyUrl } = encryption;
  const linux = spec.os === 'Linux';
  const versions = linux ? { dual: '0.1', single: '1.1' } : { dual: '1.1', single: '2.2' };
  const type = linux ? 'AzureDiskEncryptionForLinux' : 'AzureDiskEncryption';
  return {
    id: `${machineId(spec)}/extensions/${type}`,
    name: type,
    type: 'Microsoft.Compute/virtualMachines/extensions',
    location: spec.location,
    properties: {
      publisher: 'Microsoft.Azure.Security',
      type,
      typeHandlerVersion: versions[pass],
      autoUpgradeMinorVersion: true,
      settings: {
        EncryptionOperation: 'EnableEncryption',
        KeyVaultURL: new URL('/', secretUrl).href,
        KeyVaultResourceId: secretVaultId,
        KeyEncryptionKeyURL: keyUrl ?? null,
        KekVaultResourceId: keyUrl === undefined ? '' : (encryption.keyVaultId ?? secretVaultId),
        KeyEncryptionAlgorithm: 'RSA-OAEP',
        VolumeType: spec.volumes ?? 'All',
        ...(spec.bare !== true && { SequenceVersion: guidOf(`sequence of ${machineId(spec)}`) }),
        ...(pass === 'dual' && { AADClientID: ENCRYPTION_APP_ID }),
      },
      provisioningState: 'Succeeded',
    },
  };
}

function addSecurityGroup(world: World, { subscriptionId, group, location }: MachineSpec, name: string): string {
  const id = resourceId(subscriptionId, group, `Microsoft.Network/networkSecurityGroups/${name}`);
  const properties = { securityRules: [], resourceGuid: guidOf(id), provisioningState: 'Succeeded' };
  world.resources.put({ id, name, type: 'Microsoft.Network/networkSecurityGroups', location, properties });
  return id;
}

function addNetworkInterface(world: World, spec: MachineSpec): string {
  const { subscriptionId, group, location, name, network } = spec;
  const id = resourceId(subscriptionId, group, `Microsoft.Network/networkInterfaces/${name}-nic`);
  const subnet = { id: `${networkId(subscriptionId, location)}/subnets/default` };
  world.resources.put({
    id,
    name: `${name}-nic`,
    type: 'Microsoft.Network/networkInterfaces',
    location,
    properties: {
      ipConfigurations: [
        {
          name: 'ipconfig1',
          id: `${id}/ipConfigurations/ipconfig1`,
          type: 'Microsoft.Network/networkInterfaces/ipConfigurations',
          properties: {
            privateIPAddressVersion: 'IPv4',
            privateIPAddress: network?.address ?? '10.0.0.4',
            privateIPAllocationMethod: network ? 'Static' : 'Dynamic',
            primary: true,
            subnet,
            provisioningState: 'Succeeded',
          },
        },
      ],
      ...(network && { networkSecurityGroup: { id: addSecurityGroup(world, spec, network.securityGroup) } }),
      virtualMachine: { id: machineId({ subscriptionId, group, name }) },
      dnsSettings: { dnsServers: [], appliedDnsServers: [] },
      enableAcceleratedNetworking: false,
      enableIPForwarding: false,
      provisioningState: 'Succeeded',
    },
  });
  return id;
}

/** A machine of the time before Resource Manager. */
export function addClassicMachine(world: World, { subscriptionId, group, location, name, os }: MachineSpec): void {
  ensureGroup(world, { subscriptionId, group, location });
  world.resources.put({
    id: resourceId(subscriptionId, group, `Microsoft.ClassicCompute/virtualMachines/${name}`),
    name,
    type: 'Microsoft.ClassicCompute/virtualMachines',
    location,
    properties: {
      hardwareProfile: { size: 'Standard_A2', platformGuestAgent: true, deploymentName: name, deploymentId: hexOf(name) },
      storageProfile: { operatingSystemDisk: { diskName: `${name}-os`, operatingSystem: os, ioType: 'Standard' } },
      instanceView: { status: 'ReadyRole', powerState: 'Started', computerName: name },
      provisioningState: 'Succeeded',
    },
  });
}
