import { at, text } from '../../world/json';
import { guestOf, type Guest, type PowerState } from '../../world/compute/guests';
import type { ArmResource, World } from '../../world/world';
import { disksOf, isEncryptionExtension, type AttachedDisk } from './disk-encryption';
import { failureOf } from './operations';
import { generationOf } from './security-type';
import { volumeWork, type VolumeWork } from './volumes';
import { EXTENSION_TYPE } from './types';
import { own } from '../../world/own';
import { computeTime } from '../../arm/compute-time';

const POWER_WORDS: Record<PowerState, string> = {
  running: 'VM running',
  stopped: 'VM stopped',
  deallocated: 'VM deallocated',
  starting: 'VM starting',
  stopping: 'VM stopping',
  deallocating: 'VM deallocating',
};

const PLAIN = { code: 'EncryptionState/notEncrypted', level: 'Info', displayStatus: 'Disk is not encrypted' };
const SUCCEEDED = { code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Provisioning succeeded' };

/** How the power state reads on the wire. */
const powerStatus = (power: PowerState) => ({ code: `PowerState/${power}`, level: 'Info', displayStatus: POWER_WORDS[power] });

/** What Azure sees of a machine as it runs. A machine that is off reports neither its agent nor its name. */
export function instanceView(world: World, vm: ArmResource): Record<string, unknown> {
  const guest = guestOf(world, vm.id);
  const extensions = world.resources.list(EXTENSION_TYPE, vm.id);
  const disks = disksOf(world, vm).map((disk, place) => (place > 0 && guest.unmountedDataDisks ? withoutEncryption(disk) : disk));
  const isEncrypted = disks.some(({ encryption }) => encryption !== undefined);
  const time = computeTime(world.clock.now());
  const agent = agentView(guest, extensions, time);
  return {
    ...(agent && guest.agent.running && nameplate(vm, guest)),
    ...(agent && { vmAgent: agent }),
    disks: disks.map((disk) => diskView(disk, isEncrypted)),
    ...(agent && extensions.length > 0 && { extensions: extensions.map((extension) => extensionView(world, extension, guest, disks)) }),
    ...(at(vm.properties, 'diagnosticsProfile', 'bootDiagnostics', 'enabled') === true && { bootDiagnostics: {} }),
    hyperVGeneration: generationOf(world, vm),
    statuses: [{ ...provisioning(world, vm), time }, powerStatus(guest.power)],
  };
}

/** Of a machine whose last operation failed, Azure names the error in the code itself. */
function provisioning(world: World, vm: ArmResource) {
  const failure = failureOf(world, vm.id);
  if (!failure) return SUCCEEDED;
  const { code, message } = failure;
  return { code: `ProvisioningState/failed/${code}`, level: 'Error', displayStatus: 'Provisioning failed', message };
}

/** Name and system of the machine, as its agent reports them. */
export function nameplate(vm: ArmResource, guest: Guest): Record<string, string> {
  const linux = at(vm.properties, 'storageProfile', 'osDisk', 'osType') === 'Linux';
  return {
    computerName: guest.computerName ?? text(at(vm.properties, 'osProfile', 'computerName')) ?? vm.name,
    osName: guest.osName ?? (linux ? 'ubuntu' : 'Windows Server 2016 Datacenter'),
    osVersion: guest.osVersion ?? (linux ? '16.04' : '10.0.14393.8524'),
  };
}

function agentView({ power, agent }: Guest, extensions: ArmResource[], time: string): Record<string, unknown> | undefined {
  if (!agent.installed || power === 'deallocated' || power === 'deallocating') return undefined;
  if (!agent.running || power !== 'running') {
    const message = 'VM status blob is found but not yet populated.';
    return {
      vmAgentVersion: 'Unknown',
      statuses: [{ code: 'ProvisioningState/Unavailable', level: 'Warning', displayStatus: 'Not Ready', message, time }],
    };
  }
  const message = 'GuestAgent is running and processing the extensions.';
  return {
    vmAgentVersion: agent.version,
    statuses: [{ code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Ready', message, time }],
    extensionHandlers: extensions.map((extension) => ({
      ...kind(extension),
      status: { code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Ready', message: 'Plugin enabled' },
    })),
  };
}

/** The newest minor versions of the encryption extensions, by their major ones. */
const newest: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AzureDiskEncryption: { '1': '1.1', '2': '2.2' },
  AzureDiskEncryptionForLinux: { '0': '0.1', '1': '1.1' },
};

/** The version that runs: the one asked for or, where that was asked for, too, the newest of the same major one. */
function versionOf({ properties }: ArmResource): string {
  const asked = text(properties['typeHandlerVersion']) ?? '1.0';
  if (properties['autoUpgradeMinorVersion'] !== true) return asked;
  return own(own(newest, text(properties['type']) ?? '') ?? {}, asked.split('.')[0] ?? '') ?? asked;
}

function kind(extension: ArmResource): Record<string, string> {
  const { properties } = extension;
  const version = versionOf(extension);
  return { type: `${text(properties['publisher']) ?? ''}.${text(properties['type']) ?? ''}`, typeHandlerVersion: `${version}.0.6` };
}

/** A data disk that the extension has not mounted counts as not encrypted. */
const withoutEncryption = (disk: AttachedDisk): AttachedDisk => ({ ...disk, encryption: undefined });

/** Clients look for encryption settings on every disk as soon as one has them. */
function diskView({ name, encryption }: AttachedDisk, isEncrypted: boolean): Record<string, unknown> {
  if (!encryption) return { name, ...(isEncrypted && { encryptionSettings: [] }), statuses: [SUCCEEDED, ...(isEncrypted ? [PLAIN] : [])] };
  const encrypted = { code: 'EncryptionState/encrypted', level: 'Info', displayStatus: 'Encryption is enabled on disk' };
  return { name, encryptionSettings: [{ enabled: true, ...encryption }], statuses: [SUCCEEDED, encrypted] };
}

function statusOf(world: World, extension: ArmResource, work: VolumeWork | undefined) {
  const version = `[${kind(extension)['typeHandlerVersion'] ?? ''}]`;
  const message = `${version} ${failureOf(world, extension.id)?.message ?? ''}`;
  if (work === 'preparing' && isEncryptionExtension(extension)) {
    const words = `${version} Preparing machine for bitlocker`;
    return { code: 'ProvisioningState/transitioning', level: 'Info', displayStatus: 'Transitioning', message: words };
  }
  switch (extension.properties['provisioningState']) {
    case 'Failed':
      return { code: 'ProvisioningState/failed', level: 'Error', displayStatus: 'Provisioning failed', message };
    case 'Succeeded':
      return { ...SUCCEEDED, message };
    default:
      return { code: 'ProvisioningState/transitioning', level: 'Info', displayStatus: 'Transitioning', message };
  }
}

/** The extension is done when it has begun with the volumes; what it says of them then is in a message, as JSON. */
function extensionView(world: World, extension: ArmResource, guest: Guest, disks: readonly AttachedDisk[]): Record<string, unknown> {
  const work = volumeWork(guest, world.clock.now());
  const view = { name: extension.name, ...kind(extension), statuses: [statusOf(world, extension, work)] };
  if (!isEncryptionExtension(extension) || work === 'preparing') return view;
  const encrypted = work === 'encrypting' ? 'EncryptionInProgress' : 'Encrypted';
  const [os, ...data] = disks.map(({ encryption }) => (encryption ? encrypted : 'NotEncrypted'));
  const code = 'ComponentStatus/BitlockerExtension/succeeded';
  const message = JSON.stringify({ os, data: data.includes('NotEncrypted') ? 'NotEncrypted' : (data[0] ?? 'NotEncrypted') });
  return { ...view, substatuses: [{ ...SUCCEEDED, code, message }] };
}
