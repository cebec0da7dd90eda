import { constants, createPublicKey, publicEncrypt, randomBytes, randomUUID } from 'node:crypto';
import { materialOf } from '../../key-vault/material';
import { makeLock, lockOf, opens, putLock } from '../../world/compute/disk-locks';
import { agentAnswers, guestOf, putGuest } from '../../world/compute/guests';
import { at, record, text } from '../../world/json';
import { markEncrypted } from '../../world/compute/once-encrypted';
import { findKeyVault, keyObjects, objectKey, parseObjectUrl, putSecret, readKey } from '../../world/key-vault/key-vault-objects';
import type { ArmResource, World } from '../../world/world';
import { disksOf, type EncryptionSettings, vhdMetadata } from './disk-encryption';
import { applicationTrouble } from './encryption-application';
import { keyVaultNameIn } from './encryption-checks';
import type { OperationError } from './operations';
import { beginVolumes } from './volumes';
import { blobAt, changeBlob } from '../../world/storage/blobs';
import { vhdsOf } from './boot';
import { managedDiskIds } from './disks';

/** What the extension for disk encryption does inside a machine. Answers why it failed, if it did. */
export function runEncryption(world: World, vm: ArmResource, extension: ArmResource): OperationError | undefined {
  const settings = record(extension.properties['settings']);
  if (!agentAnswers(guestOf(world, vm.id))) {
    return { code: 'VMAgentStatusCommunicationError', message: `VM '${vm.name}' has not reported status for VM agent or extensions.` };
  }
  const linux = text(extension.properties['type'])?.endsWith('ForLinux') ?? false;
  if (settings['EncryptionOperation'] === 'DisableEncryption') return disable(world, vm, linux, text(settings['VolumeType']) ?? 'All');
  const trouble = applicationTrouble(world, vm, extension);
  return trouble === undefined ? enable(world, vm, settings, linux) : failure(trouble);
}

/** The disks of a machine, the system’s first, each by its id or its URL. */
const placesOf = (world: World, vm: ArmResource) => disksOf(world, vm).map(({ id, vhd }) => id ?? vhd ?? '');

type Pass = 'single' | 'dual' | 'none';

/**
 * Writes encryption settings where they belong: with an Entra application into the machine's model, without one into each of its disks;
 * for a VHD these are metadata of the blob. Managed disks have them either way. `spares`: the disks, by id or URL, that stay as they are.
 */
function writeSettings(
  world: World,
  vm: ArmResource,
  pass: Pass,
  settings: EncryptionSettings | undefined,
  spares: readonly string[] = [],
): void {
  const storage = record(vm.properties['storageProfile']);
  const { encryptionSettings: _, ...osDisk } = record(storage['osDisk']);
  const inModel = pass === 'dual' && settings ? { encryptionSettings: { enabled: true, ...settings } } : {};
  world.resources.put({ ...vm, properties: { ...vm.properties, storageProfile: { ...storage, osDisk: { ...osDisk, ...inModel } } } });
  markEncrypted(world, text(vm.properties['vmId']) ?? vm.id);
  for (const id of managedDiskIds(vm)) if (!spares.includes(id)) writeToDisk(world, id, pass, settings);
  for (const url of vhdsOf(vm)) if (!spares.includes(url)) writeToVhd(world, url, pass === 'single' ? settings : undefined);
}

function writeToDisk(world: World, id: string, pass: Pass, settings: EncryptionSettings | undefined): void {
  const disk = world.resources.get(id);
  if (!disk) return;
  markEncrypted(world, id);
  const { encryptionSettingsCollection: _, ...properties } = disk.properties;
  const encryptionSettingsVersion = pass === 'dual' ? '1.0' : '1.1';
  const collection = settings && { enabled: true, encryptionSettingsVersion, encryptionSettings: [settings] };
  world.resources.put({ ...disk, properties: { ...properties, ...(collection && { encryptionSettingsCollection: collection }) } });
}

function writeToVhd(world: World, url: string, settings: EncryptionSettings | undefined): void {
  const blob = blobAt(world, url);
  if (blob) changeBlob(world, blob, { metadata: vhdMetadata(blob, settings) });
}

function enable(world: World, vm: ArmResource, settings: Record<string, unknown>, linux: boolean): OperationError | undefined {
  const vaultName = keyVaultNameIn(text(settings['KeyVaultURL']) ?? '');
  if (!findKeyVault(world, vaultName)) return failure(`The key vault ${vaultName} cannot be found.`);
  const keyUrl = text(settings['KeyEncryptionKeyURL']) || undefined;
  const pass = settings['AADClientID'] === undefined ? 'single' : 'dual';
  const current = disksOf(world, vm).find(({ encryption }) => encryption !== undefined)?.encryption;
  const volumes = text(settings['VolumeType'])?.toLowerCase();
  const spares = sparedBy(volumes, placesOf(world, vm), linux);
  if (current && isAsAsked(world, vm, current, vaultName, keyUrl)) {
    if (volumes !== 'os') encryptRest(world, vm, pass, current, spares);
  } else {
    if (keyUrl !== undefined && readKey(world, keyUrl).state !== 'present') return failure(`The key ${keyUrl} cannot be read.`);
    const bek = randomBytes(64).toString('base64');
    const value = keyUrl === undefined ? bek : wrapped(world, bek, keyUrl);
    const secretUrl = storeSecret(world, vm, { vaultName, value, keyUrl, linux });
    const keyVaultId = text(settings['KeyVaultResourceId']) ?? '';
    const kek = keyUrl !== undefined && {
      keyEncryptionKey: { keyUrl, sourceVault: { id: text(settings['KekVaultResourceId']) || keyVaultId } },
    };
    writeSettings(world, vm, pass, { diskEncryptionKey: { secretUrl, sourceVault: { id: keyVaultId } }, ...kek }, spares);
    for (const place of placesOf(world, vm)) if (!spares.includes(place)) putLock(world, place, makeLock(value, keyUrl));
  }
  const { unmountedDataDisks: _, ...guest } = guestOf(world, vm.id);
  putGuest(world, vm.id, { ...guest, volumes: beginVolumes(world.clock.now(), linux) });
  return undefined;
}

/** Which disks a type of volumes leaves as they are; Windows encrypts no data disk beside a plain system. */
function sparedBy(volumes: string | undefined, [system = '', ...data]: readonly string[], linux: boolean): readonly string[] {
  if (volumes === 'os') return data;
  return linux && volumes === 'data' ? [system] : [];
}

/** Whether a machine is encrypted as asked already: nothing is encrypted again then. */
function isAsAsked(world: World, vm: ArmResource, current: EncryptionSettings, vaultName: string, keyUrl: string | undefined): boolean {
  const secretUrl = text(record(current['diskEncryptionKey'])['secretUrl']) ?? '';
  const presentKey = text(record(current['keyEncryptionKey'])['keyUrl']);
  const sameVault = parseObjectUrl(secretUrl)?.vault === vaultName.toLowerCase();
  if (!sameVault || presentKey?.toLowerCase() !== keyUrl?.toLowerCase()) return false;
  return disksOf(world, vm).every(({ id, vhd }) => {
    const lock = lockOf(world, id ?? vhd ?? '');
    return lock === undefined || opens(world, lock, current);
  });
}

/** Data disks without settings, as those are that were restored as VHDs, get the ones of the others. */
function encryptRest(world: World, vm: ArmResource, pass: 'single' | 'dual', current: EncryptionSettings, spares: readonly string[]): void {
  const disks = disksOf(world, vm).map(({ id, vhd, encryption }) => ({ place: id ?? vhd ?? '', isPlain: encryption === undefined }));
  const isToDo = ({ place, isPlain }: (typeof disks)[number]) => isPlain && !spares.includes(place);
  if (!disks.some(isToDo)) return;
  writeSettings(world, vm, pass, current, spares);
  const lock = lockOf(world, disks.find(({ isPlain }) => !isPlain)?.place ?? '');
  for (const { place } of disks) if (!spares.includes(place) && lockOf(world, place) === undefined) putLock(world, place, lock);
}

/** As disk encryption wraps a BEK: RSA-OAEP with SHA-1. */
function wrapped(world: World, bek: string, keyUrl: string): string {
  const read = readKey(world, keyUrl);
  const target = parseObjectUrl(keyUrl);
  const object = target && keyObjects(world).get(objectKey(target.vault, target.name));
  if (read.state !== 'present' || !object) throw new Error(`${keyUrl} was there a moment ago.`);
  const key = createPublicKey({ key: materialOf(world, object, read.version), format: 'jwk' });
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' };
  return publicEncrypt({ key, ...padding }, Buffer.from(bek, 'base64')).toString('base64url');
}

interface NewSecret {
  vaultName: string;
  value: string;
  keyUrl: string | undefined;
  linux: boolean;
}

function storeSecret(world: World, vm: ArmResource, { vaultName, value, keyUrl, linux }: NewSecret): string {
  const name = randomUUID().toUpperCase();
  const wrapping = keyUrl !== undefined && { DiskEncryptionKeyEncryptionAlgorithm: 'RSA-OAEP', DiskEncryptionKeyEncryptionKeyURL: keyUrl };
  const fileName = linux ? 'LinuxPassPhraseFileName' : `${name}.BEK`;
  const tags = { ...wrapping, DiskEncryptionKeyFileName: fileName, MachineName: vm.name, VolumeLetter: linux ? '/' : 'C:\\' };
  return putSecret(world, { vaultName, name, value, contentType: keyUrl === undefined ? 'BEK' : 'Wrapped BEK', tags }).id;
}

/** Of a managed disk the disk tells, also where the machine's model has settings for its data disks alone. */
function isSystemEncrypted(world: World, vm: ArmResource): boolean {
  const [system] = disksOf(world, vm);
  const disk = system?.id === undefined ? undefined : world.resources.get(system.id);
  return disk ? at(disk.properties, 'encryptionSettingsCollection', 'enabled') === true : system?.encryption !== undefined;
}

/**
 * Decrypts. Source: https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux, "only supported for data disks …, not
 * supported on data or OS volumes if the OS volume has been encrypted".
 */
function disable(world: World, vm: ArmResource, linux: boolean, volumes: string): OperationError | undefined {
  if (linux && volumes.toLowerCase() !== 'data') return failure('Disabling OS disk encryption for Linux is not supported.');
  const places = placesOf(world, vm);
  if (linux && isSystemEncrypted(world, vm)) {
    return failure('Disabling encryption of data disks for Linux is not supported while the OS disk is encrypted.');
  }
  writeSettings(world, vm, 'none', undefined);
  for (const place of places) putLock(world, place, undefined);
  return undefined;
}

const failure = (message: string): OperationError => ({ code: 'VMExtensionProvisioningError', message });
