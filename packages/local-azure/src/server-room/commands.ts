import { changePower, POWER_CHANGES } from '../providers/compute/power';
import { guestOf, HEALTHY_GUEST, isUp, putGuest } from '../world/compute/guests';
import type { Guest } from '../world/compute/guests';
import type { World } from '../world/world';

/** Something a person can do who sits before a machine. */
interface Command {
  mayGive(guest: Guest): boolean;
  give(world: World, vmId: string): void;
}

const inside = (mayGive: (guest: Guest) => boolean, change: (guest: Guest) => Partial<Guest>): Command => ({
  mayGive: (guest) => isUp(guest) && mayGive(guest),
  give: (world, vmId) =>
    world.write(() => {
      const guest = guestOf(world, vmId);
      putGuest(world, vmId, { ...guest, ...change(guest) });
    }),
});

const running = (isRunning: boolean) => (guest: Guest) => ({ agent: { ...guest.agent, running: isRunning } });
const isCurrent = ({ agent }: Guest) => agent.installed && agent.version === HEALTHY_GUEST.agent.version;

/** What can be done, in the order of the buttons. */
export const COMMANDS = {
  'switch-on': {
    mayGive: ({ power }) => power === 'stopped' || power === 'deallocated',
    give: (world, vmId) => changePower(world, vmId, POWER_CHANGES.start),
  },
  'install-agent': inside(
    (guest) => !isCurrent(guest),
    () => ({ agent: HEALTHY_GUEST.agent }),
  ),
  'start-agent': inside(({ agent }) => agent.installed && !agent.running, running(true)),
  'connect-network': inside(
    ({ network }) => !network,
    () => ({ network: true }),
  ),
  'unlock-drive': inside(
    ({ lockedDrive }) => lockedDrive === true,
    () => ({ lockedDrive: false }),
  ),
  'stop-agent': inside(({ agent }) => agent.installed && agent.running, running(false)),
  'remove-agent': inside(
    ({ agent }) => agent.installed,
    () => ({ agent: { installed: false, running: false, version: '' } }),
  ),
  'cut-network': inside(
    ({ network }) => network,
    () => ({ network: false }),
  ),
  'shut-down': {
    mayGive: ({ power }) => power === 'running',
    give: (world, vmId) => changePower(world, vmId, POWER_CHANGES.powerOff),
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof COMMANDS;

/** Whether a form names one of `COMMANDS`. */
export const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
