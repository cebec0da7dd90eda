import { resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { zonesOf } from '../../world/locations';
import { restrictionsOf } from './size-offers';
import { VM_TYPE } from './types';

/** Families of sizes, whose cores have a quota of their own, with the part of their title in which they differ. */
export const FAMILIES = [
  { name: 'standardA0_A7Family', title: 'Standard A0-A7', sizes: /^Standard_A\d$/i },
  { name: 'standardDSv2Family', title: 'Standard DSv2', sizes: /^Standard_DS\d+_v2$/i },
  { name: 'standardDSv3Family', title: 'Standard DSv3', sizes: /^Standard_D\d+s_v3$/i },
  { name: 'standardESv3Family', title: 'Standard ESv3', sizes: /^Standard_E\d+s_v3$/i },
] as const;

export type Family = (typeof FAMILIES)[number];

/** The family of a size; undefined for one that is of none of these. */
export const familyOf = (size: string): Family['name'] | undefined => FAMILIES.find(({ sizes }) => sizes.test(size))?.name;

/** name, cores, memory in MB, most data disks. */
const SIZES = [
  ['Standard_A2', 2, 3584, 4],
  ['Standard_DS1_v2', 1, 3584, 4],
  ['Standard_DS2_v2', 2, 7168, 8],
  ['Standard_DS3_v2', 4, 14_336, 16],
  ['Standard_DS4_v2', 8, 28_672, 32],
  ['Standard_DS5_v2', 16, 57_344, 64],
  ['Standard_D2s_v3', 2, 8192, 4],
  ['Standard_D4s_v3', 4, 16_384, 8],
  ['Standard_D8s_v3', 8, 32_768, 16],
  ['Standard_E4s_v3', 4, 32_768, 8],
  ['Standard_M16ms', 16, 448_000, 16],
  ['Standard_DC2s_v2', 2, 8192, 2],
] as const;

/** The names of the sizes that every region lists. */
export const listedSizes = SIZES.map(([name]) => name);

/** Sizes of the time before encryption at host. Source: the capability `EncryptionAtHostSupported` of Microsoft.Compute/skus. */
export const encryptsAtHost = (size: string): boolean => !/^Standard_A\d$/i.test(size);

/**
 * The generations of machines that a size starts: those of the time before the second one know the first alone, confidential ones the
 * second alone. Source: the capability `HyperVGenerations` of Microsoft.Compute/skus.
 */
export function generationsOf(size: string): string[] {
  if (/^Standard_A\d$/i.test(size)) return ['V1'];
  return /^Standard_[DE]C\d/i.test(size) ? ['V2'] : ['V1', 'V2'];
}

/** How many disks of a size have Write Accelerator. Source: the capability `MaxWriteAcceleratorDisksAllowed` of Microsoft.Compute/skus. */
export const mostAccelerated = (size: string): number => (/^Standard_M\d/i.test(size) ? Math.max(1, Math.floor(coresOf(size) / 8)) : 0);

/** Source: the capability `UltraSSDAvailable` of Microsoft.Compute/skus. */
const takesUltra = (size: string): boolean => /_v3$|^Standard_M\d/i.test(size);

/** Of series that exist and are not listed here: burstable and confidential ones. */
const UNLISTED = /^Standard_(?:B\d+\w*|[DE]C\d+\w+)$/i;

/** Whether there is such a size. */
export const isSize = (size: string): boolean => found(size) !== undefined || familyOf(size) !== undefined || UNLISTED.test(size);

/** @throws ArmError 400 */
export function requireSize(size: string): void {
  if (isSize(size)) return;
  const valid = SIZES.map(([name]) => name).join(',');
  throw new ArmError(
    400,
    'InvalidParameter',
    `The value ${size} provided for the VM size is not valid. The valid sizes in the current region are: ${valid}.`,
  );
}

const OS_DISK_MB = 1_047_552;

const found = (size: string) => SIZES.find(([name]) => name.toLowerCase() === size.toLowerCase());

/** Cores of a size; two for one that is not listed. */
export const coresOf = (size: string): number => found(size)?.[1] ?? 2;

/** How many data disks a machine of a size takes; as many as any for one that is not listed. */
export const mostDataDisks = (size: string): number => found(size)?.[3] ?? 64;

/** GET {S}/providers/Microsoft.Compute/locations/{location}/vmSizes: the same in every region. */
export function listSizes(): ArmAnswer {
  const value = SIZES.map(([name, numberOfCores, memoryInMB, maxDataDiskCount]) => ({
    name,
    numberOfCores,
    osDiskSizeInMB: OS_DISK_MB,
    resourceDiskSizeInMB: memoryInMB * 4,
    memoryInMB,
    maxDataDiskCount,
  }));
  return { status: 200, body: { value } };
}

/** GET …/virtualMachines/{vm}/vmSizes: every size, for no machine is bound to hardware. @throws ArmError 404 */
export function listSizesOfMachine(call: ArmCall): ArmAnswer {
  resourceOf(call, VM_TYPE, call.path.replace(/\/[^/]+$/, ''));
  return listSizes();
}

/** Sizes of one region: `$filter=location eq 'westeurope'`, westeurope when none is named. */
export function listSkus(call: ArmCall): ArmAnswer {
  const location = /^location eq '([^']+)'$/i.exec(call.query.get('$filter') ?? '')?.[1] ?? 'westeurope';
  const { subscriptionId = '' } = call.params;
  const value = SIZES.map(([name, cores, memory, disks]) => ({
    resourceType: 'virtualMachines',
    name,
    tier: 'Standard',
    size: name.replace('Standard_', ''),
    family: familyOf(name),
    locations: [location],
    locationInfo: [{ location, zones: zonesOf(location.toLowerCase()), zoneDetails: [] }],
    capabilities: [
      { name: 'vCPUs', value: String(cores) },
      { name: 'MemoryGB', value: String(memory / 1024) },
      { name: 'MaxDataDiskCount', value: String(disks) },
      { name: 'PremiumIO', value: 'True' },
      { name: 'HyperVGenerations', value: generationsOf(name).join(',') },
      { name: 'EncryptionAtHostSupported', value: encryptsAtHost(name) ? 'True' : 'False' },
      ...(takesUltra(name) ? [{ name: 'UltraSSDAvailable', value: 'True' }] : []),
      ...(mostAccelerated(name) > 0 ? [{ name: 'MaxWriteAcceleratorDisksAllowed', value: String(mostAccelerated(name)) }] : []),
    ],
    restrictions: restrictionsOf(call.world, { subscriptionId, location, size: name }),
  }));
  return { status: 200, body: { value } };
}
