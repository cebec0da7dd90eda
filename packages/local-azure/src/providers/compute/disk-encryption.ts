import type { Blob } from '../../world/storage/blob';
import { blobAt } from '../../world/storage/blobs';
import { lockOf } from '../../world/compute/disk-locks';
import { at, list, record, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { EXTENSION_TYPE } from './types';

/** A disk's BEK and KEK as the wire shows them: `diskEncryptionKey`, `keyEncryptionKey`. */
export type EncryptionSettings = Record<string, unknown>;

export interface AttachedDisk {
  name: string;
  /** ARM id; absent for an unmanaged disk. */
  id: string | undefined;
  /** URL of an unmanaged disk. */
  vhd: string | undefined;
  encryption: EncryptionSettings | undefined;
}

/**
 * The disks of a machine with their encryption. Dual pass writes it into the machine's model (OS disk), single pass into each disk; either
 * way a managed data disk tells by itself whether it is encrypted.
 */
export function disksOf(world: World, vm: ArmResource): AttachedDisk[] {
  const storage = record(vm.properties['storageProfile']);
  const os = record(storage['osDisk']);
  const inModel = record(os['encryptionSettings']);
  const dual = inModel['enabled'] === true ? withoutFlag(inModel) : undefined;
  return [os, ...list(storage['dataDisks'])].map((disk, place) => {
    const id = text(at(disk, 'managedDisk', 'id'));
    const vhd = text(at(disk, 'vhd', 'uri'));
    const own = id === undefined ? ofVhd(world, vhd) : ofDisk(world.resources.get(id));
    const isPlain = place > 0 && id !== undefined && own === undefined && lockOf(world, id) === undefined;
    return { name: text(at(disk, 'name')) ?? '', id, vhd, encryption: isPlain ? undefined : (dual ?? own) };
  });
}

/** Settings of an unmanaged disk that was encrypted without an Entra application lie in the metadata of its VHD. */
export function settingsOfVhd({ metadata }: Blob): EncryptionSettings | undefined {
  const stored = Object.entries(metadata).find(([name]) => name.toLowerCase() === 'diskencryptionsettings')?.[1];
  if (stored === undefined) return undefined;
  const { encryptionEnabled, ...settings } = record(JSON.parse(stored));
  return encryptionEnabled === true ? settings : undefined;
}

/** The metadata of a VHD with other encryption settings; names of metadata are the same in any case. */
export function vhdMetadata({ metadata }: Blob, settings: EncryptionSettings | undefined): Record<string, string> {
  const others = Object.entries(metadata).filter(([name]) => name.toLowerCase() !== 'diskencryptionsettings');
  return {
    ...Object.fromEntries(others),
    ...(settings && { DiskEncryptionSettings: JSON.stringify({ encryptionEnabled: true, ...settings }) }),
  };
}

function ofVhd(world: World, url: string | undefined): EncryptionSettings | undefined {
  const blob = url === undefined ? undefined : blobAt(world, url);
  return blob && settingsOfVhd(blob);
}

/** Whether the extension for disk encryption is installed in a machine. */
export const hasEncryptionExtension = (world: World, vm: ArmResource): boolean =>
  world.resources.list(EXTENSION_TYPE, vm.id).some(isEncryptionExtension);

/** Whether an extension is of Azure Disk Encryption, of Windows or Linux. */
export const isEncryptionExtension = ({ properties }: ArmResource): boolean =>
  text(properties['type'])?.startsWith('AzureDiskEncryption') ?? false;

function ofDisk(disk: ArmResource | undefined): EncryptionSettings | undefined {
  const collection = record(disk?.properties['encryptionSettingsCollection']);
  return collection['enabled'] === true ? record(list(collection['encryptionSettings'])[0]) : undefined;
}

function withoutFlag(settings: EncryptionSettings): EncryptionSettings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => name !== 'enabled'));
}
