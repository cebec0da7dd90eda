import { randomUUID } from 'node:crypto';
import { blobUrl, putBytes, putContainer } from '../../../world/storage/blobs';
import { putContents } from '../../../world/compute/disk-contents';
import { makeLock, putLock } from '../../../world/compute/disk-locks';
import { putVhd, type FileSystem } from '../../../storage/vhd';
import type { World } from '../../../world/world';
import { serviceEdition } from '../backup-service';
import type { Job } from '../state/job-store';
import type { PointContents } from '../state/recovery-point-store';
import { configBytes } from './restored-config';
import type { PlacedDisk } from './restored-config';
import { compactName, disksToRestore, putManagedDisk } from './restored-disks';
import type { DiskToRestore } from './restored-disks';
import { encryptionInfo, settingsOf } from './restored-keys';
import { templateOf } from './restored-template';
import { osTypeOf } from '../state/vm-disks';

/** A new container of the staging account. */
interface Staging {
  account: string;
  container: string;
}

interface Restored {
  disks: PlacedDisk[];
  propertyBag: Record<string, string>;
}

/** Leaves disks and the files that describe the machine. Answers the disks, and the job's attributes with the names of the files. */
export function leaveRestored(world: World, job: Job, held: PointContents, account: string): Restored {
  const staging = { account, container: `${compactName(job.vmName)}-${randomUUID().replaceAll('-', '')}` };
  putContainer(world, account, staging.container);
  const { dataDisks, target } = job.details;
  const disks = disksToRestore(held, job.startedAt, dataDisks).map((disk) => putDisk(world, job, held, disk, target ?? staging));
  return { disks, propertyBag: withFiles(world, job, held, disks, staging) };
}

function putDisk(world: World, job: Job, held: PointContents, disk: DiskToRestore, target: string | Staging): PlacedDisk {
  const { keys } = held;
  const place = typeof target === 'string' ? putManagedDisk(world, job, held, disk, target) : putUnmanaged(world, held, disk, target);
  putLock(world, place, disk.encrypted && keys ? makeLock(keys.secretData, keys.encryption.kek?.keyUrl) : undefined);
  if (disk.lun === undefined) putContents(world, place, held.system ?? {});
  return { ...disk, place };
}

/** A VHD. Without an Entra application its encryption settings travel with it as metadata. */
function putUnmanaged(world: World, held: PointContents, disk: DiskToRestore, target: Staging): string {
  const { keys } = held;
  const windows = osTypeOf(held.vm) === 'Windows';
  const system: FileSystem = disk.encrypted ? (windows ? 'BitLocker' : 'LUKS') : windows ? 'NTFS' : 'ext4';
  const travels = keys?.encryption.mechanism === 'SinglePass' && disk.encrypted && disk.lun === undefined;
  const metadata = travels ? { DiskEncryptionSettings: JSON.stringify({ encryptionEnabled: true, ...settingsOf(keys) }) } : {};
  return blobUrl(world, putVhd(world, { ...target, name: `${disk.name}.vhd` }, { gib: disk.gib, system, metadata }));
}

/** Writes the files that describe the machine, and names them in the job's attributes in the service's order. */
function withFiles(world: World, job: Job, held: PointContents, disks: PlacedDisk[], place: Staging) {
  const name = compactName(job.vmName);
  const json = 'application/json';
  const config = putBytes(
    world,
    { ...place, name: `config-${name}-${job.id}.json` },
    configBytes(serviceEdition(world), held, disks),
    json,
  );
  // For encrypted machines both came in the course of 2017; before, keys were to be had of the recovery point alone.
  const isToday = held.keys === undefined || serviceEdition(world) === 'current';
  const template = isToday && putBytes(world, { ...place, name: `azuredeploy${job.id}.json` }, jsonBytes(templateOf(held, disks)), json);
  const keys =
    held.keys &&
    isToday &&
    putBytes(world, { ...place, name: `encryption_info-${job.id}.json` }, jsonBytes(encryptionInfo(world, held.keys)), json);
  const { 'Target resource group': group, ...before } = job.propertyBag;
  return {
    ...before,
    'Config Blob Name': config.name,
    'Config Blob Container Name': place.container,
    'Config Blob Uri': blobUrl(world, config),
    ...(group !== undefined && { 'Target resource group': group }),
    ...(template && { 'Template Blob Uri': blobUrl(world, template) }),
    'Target Blob Container Name': place.container,
    ...(keys && { 'Encryption Info Blob Name': keys.name }),
  };
}

const jsonBytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value), 'utf8');
