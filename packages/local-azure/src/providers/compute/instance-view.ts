import { at, record, text } from '../../world/json';
import { guestOf, type Guest, type PowerState } from '../../world/guests';
import type { ArmResource, World } from '../../world/world';
import { disksOf, type AttachedDisk } from './disk-encryption';
import { computeTime } from './operations';
import { EXTENSION_TYPE } from './types';

const POWER_WORDS: Record<PowerState, string> = {
  running: 'VM running',
  stopped: 'VM stopped',
  deallocated: 'VM deallocated',
  starting: 'VM starting',
  stopping: 'VM stopping',
  deallocating: 'VM deallocating',
};

const SUCCEEDED = { code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Provisioning succeeded' };

/** How the power state reads on the wire. */
export const powerStatus = (power: PowerState) => ({ code: `PowerState/${power}`, level: 'Info', displayStatus: POWER_WORDS[power] });

/** What Azure sees of a machine as it runs. A machine that is off reports neither its agent nor its name. */
export function instanceView(world: World, vm: ArmResource): Record<string, unknown> {
  const guest = guestOf(world, vm.id);
  const extensions = world.resources.list(EXTENSION_TYPE, vm.id);
  const time = computeTime(world.clock.now());
  const agent = agentView(guest, extensions, time);
  return {
    ...(agent && guest.agent.running && nameplate(vm, guest)),
    ...(agent && { vmAgent: agent }),
    disks: disksOf(world, vm).map(diskView),
    ...(agent && extensions.length > 0 && { extensions: extensions.map(extensionView) }),
    hyperVGeneration: 'V1',
    statuses: [{ ...SUCCEEDED, time }, powerStatus(guest.power)],
  };
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
      status: { code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Ready' },
    })),
  };
}

function kind({ properties }: ArmResource): Record<string, string> {
  const version = text(properties['typeHandlerVersion']) ?? '1.0';
  return { type: `${text(properties['publisher']) ?? ''}.${text(properties['type']) ?? ''}`, typeHandlerVersion: `${version}.0.6` };
}

function diskView({ name, encryption }: AttachedDisk): Record<string, unknown> {
  if (!encryption) return { name, statuses: [SUCCEEDED] };
  const encrypted = { code: 'EncryptionState/encrypted', level: 'Info', displayStatus: 'Encryption is enabled on disk' };
  return { name, encryptionSettings: [{ enabled: true, ...encryption }], statuses: [SUCCEEDED, encrypted] };
}

function extensionView(extension: ArmResource): Record<string, unknown> {
  const { type, typeHandlerVersion } = kind(extension);
  const view = { name: extension.name, type, typeHandlerVersion };
  const statuses = [{ ...SUCCEEDED, message: `[${typeHandlerVersion ?? ''}] ` }];
  if (!text(record(extension.properties)['type'])?.startsWith('AzureDiskEncryption')) return { ...view, statuses };
  const code = 'ComponentStatus/BitlockerExtension/succeeded';
  return { ...view, substatuses: [{ ...SUCCEEDED, code, message: '{"os": "Encrypted", "data": "Encrypted"}' }], statuses };
}
