import { blobAt } from '../../../world/storage/blobs';
import { lockOf } from '../../../world/compute/disk-locks';
import { at, list, record, text } from '../../../world/json';
import type { ArmResource, World } from '../../../world/world';

export interface DiskEncryption {
  /** With an Entra application (`DoublePass`) or without one. */
  mechanism: 'SinglePass' | 'DoublePass';
  secretUrl: string;
  /** ARM id of the key vault that holds the secret. */
  secretVaultId: string;
  /** Absent when the BEK is not wrapped by a KEK. */
  kek?: { keyUrl: string; keyVaultId: string };
}

const UNKNOWN_SIZE = 127;

/** The managed disks of a machine, the operating system's first. */
export function managedDisksOf(world: World, vm: ArmResource): ArmResource[] {
  const profile = record(vm.properties['storageProfile']);
  return [profile['osDisk'], ...list(profile['dataDisks'])].flatMap((disk) => {
    const id = text(at(disk, 'managedDisk', 'id'));
    return (id && world.resources.get(id)) || [];
  });
}

/** The disk of a machine's operating system: its ARM id, or the URL of its VHD. */
export function osDiskOf(vm: ArmResource): string {
  const osDisk = at(vm.properties, 'storageProfile', 'osDisk');
  return text(at(osDisk, 'managedDisk', 'id')) ?? text(at(osDisk, 'vhd', 'uri')) ?? '';
}

/** What all disks of a machine can hold, in GiB. */
export function totalSizeGiB(world: World, vm: ArmResource): number {
  const profile = record(vm.properties['storageProfile']);
  const sizeOf = (disk: unknown) => {
    const id = text(at(disk, 'managedDisk', 'id'));
    const managed = id ? world.resources.get(id)?.properties['diskSizeGB'] : undefined;
    return Number(managed ?? at(disk, 'diskSizeGB') ?? UNKNOWN_SIZE);
  };
  return [profile['osDisk'], ...list(profile['dataDisks'])].reduce<number>((total, disk) => total + sizeOf(disk), 0);
}

/**
 * How Azure Disk Encryption protects a machine: with an Entra application the settings are in the machine's model, without one
 * they travel with the disks. Undefined for a machine it does not protect.
 */
export function encryptionOf(world: World, vm: ArmResource): DiskEncryption | undefined {
  const inModel = at(vm.properties, 'storageProfile', 'osDisk', 'encryptionSettings');
  const dual = read(inModel, 'DoublePass');
  if (dual) return dual;
  const onDisks = managedDisksOf(world, vm).map((disk) => disk.properties['encryptionSettingsCollection']);
  const settings = onDisks.flatMap((one) => (at(one, 'enabled') === true ? list(at(one, 'encryptionSettings')) : []));
  return settings.map((one) => read(one, 'SinglePass')).find((encryption) => encryption !== undefined);
}

/** The disks of an encrypted machine that are not encrypted themselves, by their LUN; -1 stands for that of the operating system. */
export function plainDisksOf(world: World, vm: ArmResource): number[] {
  const profile = record(vm.properties['storageProfile']);
  const dataDisks = list(profile['dataDisks']).map((disk, place) => ({ disk, lun: Number(at(disk, 'lun') ?? place) }));
  return [{ disk: profile['osDisk'], lun: -1 }, ...dataDisks].filter((one) => !isEncrypted(world, vm, one)).map(({ lun }) => lun);
}

/** A disk tells by its settings or its lock; of a VHD in which nobody has looked yet, what the extension was asked for. */
function isEncrypted(world: World, vm: ArmResource, { disk, lun }: { disk: unknown; lun: number }): boolean {
  const id = text(at(disk, 'managedDisk', 'id'));
  if (id !== undefined) {
    const settings = at(world.resources.get(id)?.properties, 'encryptionSettingsCollection', 'enabled');
    return settings === true || lockOf(world, id) !== undefined;
  }
  const url = text(at(disk, 'vhd', 'uri')) ?? '';
  if (blobAt(world, url)) return lockOf(world, url) !== undefined;
  const extensions = world.resources.list('Microsoft.Compute/virtualMachines/extensions', vm.id);
  const asked = extensions.map(({ properties }) => text(at(properties, 'settings', 'VolumeType'))?.toLowerCase());
  return !asked.includes(lun < 0 ? 'data' : 'os');
}

function read(settings: unknown, mechanism: DiskEncryption['mechanism']): DiskEncryption | undefined {
  const secretUrl = text(at(settings, 'diskEncryptionKey', 'secretUrl'));
  if (!secretUrl || at(settings, 'enabled') === false) return undefined;
  const secretVaultId = text(at(settings, 'diskEncryptionKey', 'sourceVault', 'id')) ?? '';
  const keyUrl = text(at(settings, 'keyEncryptionKey', 'keyUrl'));
  const keyVaultId = text(at(settings, 'keyEncryptionKey', 'sourceVault', 'id')) ?? secretVaultId;
  return { mechanism, secretUrl, secretVaultId, ...(keyUrl && { kek: { keyUrl, keyVaultId } }) };
}

/** As the disk of its system says; Windows where it does not. */
export function osTypeOf(vm: ArmResource): 'Windows' | 'Linux' {
  return at(vm.properties, 'storageProfile', 'osDisk', 'osType') === 'Linux' ? 'Linux' : 'Windows';
}
