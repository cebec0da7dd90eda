import { described, policyObjection, taggedByPolicies } from '../../../arm/respect-policies';
import { at, list, record, text } from '../../../world/json';
import { isAnythingAssigned } from '../../../world/policies/policy-assignments';
import type { ArmResource, World } from '../../../world/world';
import type { Job } from '../state/job-store';
import type { PointContents } from '../state/recovery-point-store';
import { osTypeOf } from '../state/vm-disks';
import { settingsOf } from './restored-keys';
import { computeTime } from '../../../arm/compute-time';

const UNKNOWN_SIZE = 127;

/** A disk that a restore brings back. */
export interface DiskToRestore {
  /** Name of the disk or, with `.vhd`, of the blob. */
  name: string;
  /** Absent for the operating system's disk. */
  lun?: number;
  gib: number;
  /** The managed disk as it was; absent for an unmanaged one. */
  source?: ArmResource;
  caching: string;
  writeAcceleratorEnabled: boolean;
  /** Whether it was encrypted at the moment of the point. */
  encrypted: boolean;
}

/** `20260203-071425` */
function compact(moment: number): string {
  return new Date(moment)
    .toISOString()
    .replaceAll(/[-:]|\..*/g, '')
    .replace('T', '-');
}

/** A machine's name as the service writes it into those of what it restores. */
export const compactName = (vmName: string): string =>
  vmName
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 30);

/** The disks of a recovery point, the operating system's first. `luns` leaves out data disks that are not named. */
export function disksToRestore(held: PointContents, moment: number, luns?: readonly number[]): DiskToRestore[] {
  const profile = record(held.vm.properties['storageProfile']);
  const name = (part: string) => `${compactName(held.vm.name)}-${part}-${compact(moment)}`;
  const dataDisks = list(profile['dataDisks']).map((disk, place) => ({ disk, lun: Number(at(disk, 'lun') ?? place) }));
  return [
    restored(held, profile['osDisk'], name('osdisk')),
    ...dataDisks
      .filter(({ lun }) => luns?.includes(lun) ?? true)
      .map(({ disk, lun }) => ({ ...restored(held, disk, name(`datadisk-${String(lun).padStart(3, '0')}`), lun), lun })),
  ];
}

function restored(held: PointContents, disk: unknown, name: string, lun = -1): DiskToRestore {
  const id = text(at(disk, 'managedDisk', 'id'))?.toLowerCase();
  const source = held.disks.find((one) => one.id.toLowerCase() === id);
  const gib = Number(source?.properties['diskSizeGB'] ?? at(disk, 'diskSizeGB') ?? UNKNOWN_SIZE);
  const encrypted = held.keys !== undefined && !held.plainDisks?.includes(lun);
  const writeAcceleratorEnabled = at(disk, 'writeAcceleratorEnabled') === true;
  return { name, gib, caching: text(at(disk, 'caching')) ?? 'None', writeAcceleratorEnabled, encrypted, ...(source && { source }) };
}

/** Puts a managed disk into the target group. Answers its id. */
export function putManagedDisk(world: World, job: Job, held: PointContents, disk: DiskToRestore, groupId: string): string {
  const resource = managedDiskOf(world, job, held, disk, groupId);
  world.resources.put(resource);
  return resource.id;
}

/** What policies have against any of the managed disks that a job brings back; undefined where nothing. */
export function objectionToDisks(world: World, job: Job, held: PointContents, groupId: string): string | undefined {
  if (!isAnythingAssigned(world)) return undefined;
  for (const disk of disksToRestore(held, job.startedAt, job.details.dataDisks)) {
    const resource = managedDiskOf(world, job, held, disk, groupId);
    const objection = policyObjection(world, described(resource.id, resource.type, API_VERSION, resource));
    if (objection !== undefined) return objection;
  }
  return undefined;
}

const API_VERSION = '2023-10-02';

/** A managed disk, encrypted as it was and with the id of its job, in the target group. */
function managedDiskOf(world: World, { id: jobId }: Job, held: PointContents, disk: DiskToRestore, groupId: string): ArmResource {
  const id = `${groupId}/providers/Microsoft.Compute/disks/${disk.name}`;
  const { managedBy: _, ...free } = disk.source ?? asManaged(held, disk);
  const before = heldProperties(record(free.properties), disk.gib, countDisks(held));
  const resource: ArmResource = {
    ...free,
    id,
    name: disk.name,
    type: 'Microsoft.Compute/disks',
    tags: { ...free.tags, RSVaultBackup: jobId },
    properties: {
      ...before,
      diskSizeGB: disk.gib,
      timeCreated: computeTime(world.clock.now()),
      diskState: 'Unattached',
      creationData: { createOption: 'Restore', ...(disk.source && { sourceResourceId: disk.source.id }) },
      provisioningState: 'Succeeded',
    },
  };
  return taggedByPolicies(world, resource, API_VERSION);
}

const SKU_OF_UNMANAGED = { name: 'Standard_LRS', tier: 'Standard' };

/** Azure's name of the kind of disk that comes back managed. */
export const skuOf = ({ source }: DiskToRestore): string => (source ? (text(at(source, 'sku', 'name')) ?? '') : SKU_OF_UNMANAGED.name);

/** What was a VHD as a managed disk: those of encrypted machines carry their settings themselves. */
function asManaged({ vm, keys }: PointContents, { lun, encrypted }: DiskToRestore): Partial<ArmResource> {
  const encryptionSettingsVersion = keys?.encryption.mechanism === 'DoublePass' ? '1.0' : '1.1';
  const encryptionSettingsCollection = keys && { enabled: true, encryptionSettingsVersion, encryptionSettings: [settingsOf(keys)] };
  return {
    ...(vm.location !== undefined && { location: vm.location }),
    ...(vm.tags && { tags: vm.tags }),
    sku: SKU_OF_UNMANAGED,
    properties: {
      ...(lun === undefined && { osType: osTypeOf(vm), hyperVGeneration: 'V1' }),
      ...(encrypted && { encryptionSettingsCollection }),
    },
  };
}

/** Above 4 TB, or of a machine with more disks, the service does not put encryption settings back onto a disk. */
const LARGEST_WITH_SETTINGS = 4097;
const MOST_WITH_SETTINGS = 16;

const countDisks = ({ vm }: PointContents) => 1 + list(at(vm.properties, 'storageProfile', 'dataDisks')).length;

function heldProperties(properties: Record<string, unknown>, gib: number, count: number) {
  const { uniqueId: _, LastOwnershipUpdateTime: __, encryptionSettingsCollection, ...before } = properties;
  const keeps = encryptionSettingsCollection !== undefined && gib <= LARGEST_WITH_SETTINGS && count <= MOST_WITH_SETTINGS;
  return { ...before, ...(keeps && { encryptionSettingsCollection }) };
}
