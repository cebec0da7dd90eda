import { at, list, record, text } from '../../world/json';
import type { ArmResource, World } from '../../world/world';

/** A disk's BEK and KEK as the wire shows them: `diskEncryptionKey`, `keyEncryptionKey`. */
export type EncryptionSettings = Record<string, unknown>;

export interface AttachedDisk {
  name: string;
  /** ARM id; absent for an unmanaged disk. */
  id: string | undefined;
  encryption: EncryptionSettings | undefined;
}

/**
 * The disks of a machine with their encryption. Dual pass writes it into the machine's model (OS disk), single pass into each disk.
 */
export function disksOf(world: World, vm: ArmResource): AttachedDisk[] {
  const storage = record(vm.properties['storageProfile']);
  const os = record(storage['osDisk']);
  const inModel = record(os['encryptionSettings']);
  const dual = inModel['enabled'] === true ? withoutFlag(inModel) : undefined;
  return [os, ...list(storage['dataDisks'])].map((disk) => {
    const id = text(at(disk, 'managedDisk', 'id'));
    return { name: text(at(disk, 'name')) ?? '', id, encryption: dual ?? (id === undefined ? undefined : ofDisk(world.resources.get(id))) };
  });
}

function ofDisk(disk: ArmResource | undefined): EncryptionSettings | undefined {
  const collection = record(disk?.properties['encryptionSettingsCollection']);
  return collection['enabled'] === true ? record(list(collection['encryptionSettings'])[0]) : undefined;
}

function withoutFlag(settings: EncryptionSettings): EncryptionSettings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => name !== 'enabled'));
}
