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

function read(settings: unknown, mechanism: DiskEncryption['mechanism']): DiskEncryption | undefined {
  const secretUrl = text(at(settings, 'diskEncryptionKey', 'secretUrl'));
  if (!secretUrl || at(settings, 'enabled') === false) return undefined;
  const secretVaultId = text(at(settings, 'diskEncryptionKey', 'sourceVault', 'id')) ?? '';
  const keyUrl = text(at(settings, 'keyEncryptionKey', 'keyUrl'));
  const keyVaultId = text(at(settings, 'keyEncryptionKey', 'sourceVault', 'id')) ?? secretVaultId;
  return { mechanism, secretUrl, secretVaultId, ...(keyUrl && { kek: { keyUrl, keyVaultId } }) };
}

export function osTypeOf(vm: ArmResource): 'Windows' | 'Linux' {
  return at(vm.properties, 'storageProfile', 'osDisk', 'osType') === 'Linux' ? 'Linux' : 'Windows';
}
