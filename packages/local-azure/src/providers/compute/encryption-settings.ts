import { record } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { managedDiskIds } from './disks';
import type { EncryptionSettings } from './disk-encryption';

/** Writes encryption settings where they belong: with an Entra application into the machine's model, always into its managed disks. */
export function writeSettings(
  world: World,
  vm: ArmResource,
  pass: 'single' | 'dual' | 'none',
  settings: EncryptionSettings | undefined,
): void {
  const storage = record(vm.properties['storageProfile']);
  const { encryptionSettings: _, ...osDisk } = record(storage['osDisk']);
  const inModel = pass === 'dual' && settings ? { encryptionSettings: { enabled: true, ...settings } } : {};
  world.resources.put({ ...vm, properties: { ...vm.properties, storageProfile: { ...storage, osDisk: { ...osDisk, ...inModel } } } });
  for (const id of managedDiskIds(vm)) {
    const disk = world.resources.get(id);
    if (!disk) continue;
    const { encryptionSettingsCollection: __, ...properties } = disk.properties;
    const encryptionSettingsVersion = pass === 'dual' ? '1.0' : '1.1';
    const collection = settings && { enabled: true, encryptionSettingsVersion, encryptionSettings: [settings] };
    world.resources.put({ ...disk, properties: { ...properties, ...(collection && { encryptionSettingsCollection: collection }) } });
  }
}
