import type { World } from '../world';

/** Words of Azure for the state of a virtual machine's power. */
export type PowerState = 'running' | 'stopped' | 'deallocated' | 'starting' | 'stopping' | 'deallocating';

/** What is really inside a virtual machine and how it runs: true whether or not Azure can see it. */
export interface Guest {
  power: PowerState;
  computerName?: string;
  osName?: string;
  osVersion?: string;
  agent: {
    installed: boolean;
    /** An installed agent that does not run, or cannot, reports nothing. */
    running: boolean;
    /** As the agent would report it, for instance `2.7.41491.1183`. */
    version: string;
  };
  /** Whether the machine reaches Azure's public endpoints. */
  network: boolean;
  /** A drive that BitLocker keeps locked although the machine runs. */
  lockedDrive?: boolean;
  /** The system's disk cannot be unlocked: the machine waits for its recovery key or passphrase, and nothing in it runs. */
  recovery?: 'BitLocker' | 'LUKS';
  /** Until when disk encryption is at work on the volumes, in milliseconds. */
  volumes?: { preparedAt: number; encryptedAt: number };
  /** The system on its disk is damaged and did not come up: nothing in it runs. */
  systemDamaged?: true;
  /** Encrypted data disks that nobody has mounted yet. */
  unmountedDataDisks?: boolean;
}

/** A healthy machine: what holds for every machine of which nothing else is known. */
export const HEALTHY_GUEST: Guest = {
  power: 'running',
  agent: { installed: true, running: true, version: '2.7.41491.1183' },
  network: true,
};

interface StoredGuest {
  vmId: string;
  guest: Guest;
}

const guests = (world: World) => world.documents<StoredGuest>('guests');

/** What is inside the machine with this ARM id (any case). */
export const guestOf = (world: World, vmId: string): Guest => guests(world).get(vmId.toLowerCase())?.guest ?? HEALTHY_GUEST;

/** As `guestOf`, for many machines below one scope: reads what is known of them once. */
export function guestsBelow(world: World, scope: string): (vmId: string) => Guest {
  const known = new Map(
    guests(world)
      .list(scope.toLowerCase())
      .map(({ vmId, guest }) => [vmId, guest]),
  );
  return (vmId) => known.get(vmId.toLowerCase()) ?? HEALTHY_GUEST;
}

/** Replaces what is inside a machine, by its ARM id in any case. */
export function putGuest(world: World, vmId: string, guest: Guest): void {
  guests(world).put(vmId.toLowerCase(), { vmId: vmId.toLowerCase(), guest });
}

/** A machine that comes under the same id later begins healthy. */
export function forgetGuest(world: World, vmId: string): void {
  guests(world).delete(vmId.toLowerCase());
}

/** Whether there is somebody to talk to inside: what waits for its recovery key, or cannot start, has not come up. */
export const isUp = ({ power, recovery, systemDamaged }: Guest): boolean => power === 'running' && recovery === undefined && !systemDamaged;

/** Whether the agent answers at this moment: it is there, it runs, and so does the machine. */
export const agentAnswers = ({ power, agent }: Guest): boolean => power === 'running' && agent.installed && agent.running;
