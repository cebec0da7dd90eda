import { blobAt, changeBlob } from '../../world/blobs';
import { record } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { vhdsOf } from './boot';
import { managedDiskIds } from './disks';
import { vhdMetadata, type EncryptionSettings } from './disk-encryption';

type Pass = 'single' | 'dual' | 'none';

/**
 * Writes encryption settings where they belong: with an Entra application into the machine's model, without one into each of its disks;
 * for a VHD these are metadata of the blob. Managed disks have them either way.
 */
export function writeSettings(world: World, vm: ArmResource, pass: Pass, settings: EncryptionSettings | undefined): void {
  const storage = record(vm.properties['storageProfile']);
  const { encryptionSettings: _, ...osDisk } = record(storage['osDisk']);
  const inModel = pass === 'dual' && settings ? { encryptionSettings: { enabled: true, ...settings } } : {};
  world.resources.put({ ...vm, properties: { ...vm.properties, storageProfile: { ...storage, osDisk: { ...osDisk, ...inModel } } } });
  for (const id of managedDiskIds(vm)) writeToDisk(world, id, pass, settings);
  for (const url of vhdsOf(vm)) writeToVhd(world, url, pass === 'single' ? settings : undefined);
}

function writeToDisk(world: World, id: string, pass: Pass, settings: EncryptionSettings | undefined): void {
  const disk = world.resources.get(id);
  if (!disk) return;
  const { encryptionSettingsCollection: _, ...properties } = disk.properties;
  const encryptionSettingsVersion = pass === 'dual' ? '1.0' : '1.1';
  const collection = settings && { enabled: true, encryptionSettingsVersion, encryptionSettings: [settings] };
  world.resources.put({ ...disk, properties: { ...properties, ...(collection && { encryptionSettingsCollection: collection }) } });
}

function writeToVhd(world: World, url: string, settings: EncryptionSettings | undefined): void {
  const blob = blobAt(world, url);
  if (blob) changeBlob(world, blob, { metadata: vhdMetadata(blob, settings) });
}
