import { lockOf } from '../../world/compute/disk-locks';
import type { Guest } from '../../world/compute/guests';
import { at } from '../../world/json';
import type { ArmResource, World } from '../../world/world';
import { disksOf, type AttachedDisk } from './disk-encryption';
import { nameplate } from './instance-view';
import { BLUE, CONSOLE, type Colors } from './screen';

/** What somebody before the machine would see. */
interface Console {
  screen: string[];
  colors: Colors;
  /** Of the serial port, since the last start. */
  log: string[];
}

const isOff = ({ power }: Guest): boolean => power === 'stopped' || power === 'deallocated';

const isLocked = (world: World, { id, vhd }: AttachedDisk): boolean => lockOf(world, id ?? vhd ?? '') !== undefined;

function linuxConsole(world: World, vm: ArmResource, guest: Guest, [osDisk, ...dataDisks]: readonly AttachedDisk[]): Console {
  const { computerName = vm.name, osName = '', osVersion = '' } = nameplate(vm, guest);
  const begin = [`Booting ${osName} ${osVersion}`, `Hyper-V: ${dataDisks.length + 1} disks attached`];
  if (guest.recovery) {
    const waits = 'Please enter passphrase for disk osencrypt:';
    return { screen: [...begin, waits], colors: CONSOLE, log: [...begin, 'cryptsetup: osencrypt: no key was found', waits] };
  }
  if (guest.systemDamaged) {
    const rescue = ["error: file '/boot/grub/i386-pc/normal.mod' not found.", 'Entering rescue mode...', 'grub rescue>'];
    return { screen: rescue, colors: CONSOLE, log: rescue };
  }
  const mounted = dataDisks.map(
    (disk) => `${disk.name}: ${guest.unmountedDataDisks && isLocked(world, disk) ? 'not mounted: locked by LUKS' : 'mounted'}`,
  );
  const unlocked = osDisk && isLocked(world, osDisk) ? ['cryptsetup: osencrypt set up successfully'] : [];
  const agent = guest.agent.installed
    ? `walinuxagent ${guest.agent.version}: ${guest.agent.running ? 'running' : 'not running'}`
    : 'walinuxagent: not installed';
  const login = [`${osName} ${osVersion} ${computerName} ttyS0`, `${computerName} login:`];
  return { screen: login, colors: CONSOLE, log: [...begin, ...unlocked, ...mounted, agent, ...login] };
}

function windowsConsole(vm: ArmResource, guest: Guest): Console {
  const { computerName = vm.name, osName = '' } = nameplate(vm, guest);
  const sac = [
    '<?xml version="1.0"?><machine-info>',
    `<name>${computerName}</name>`,
    `<os-product>${osName}</os-product>`,
    '</machine-info>',
  ];
  const begin = [...sac, 'Computer is booting, SAC started and initialized.'];
  if (guest.recovery) {
    const asks = ['BitLocker recovery', '', 'Enter the recovery key for this drive'];
    return { screen: asks, colors: BLUE, log: [...sac, 'BitLocker waits for the recovery key of the operating system drive.'] };
  }
  if (guest.systemDamaged) {
    const stopped = ['Your PC ran into a problem and needs to restart.', '', 'Stop code: INACCESSIBLE_BOOT_DEVICE (0x7B)'];
    return { screen: stopped, colors: BLUE, log: [...sac, 'The system has stopped: INACCESSIBLE_BOOT_DEVICE (0x0000007B).'] };
  }
  const screen = [computerName, osName, '', 'Press Ctrl-Alt-Delete to unlock'];
  return { screen, colors: BLUE, log: [...begin, 'EVENT: The CMD command is now available.', 'SAC>'] };
}

/** What a machine shows, by what is true inside it. One that is off shows nothing and has nothing to tell. */
export function consoleOf(world: World, vm: ArmResource, guest: Guest): Console {
  if (isOff(guest)) return { screen: [], colors: CONSOLE, log: [] };
  const linux = at(vm.properties, 'storageProfile', 'osDisk', 'osType') === 'Linux';
  const shown = linux ? linuxConsole(world, vm, guest, disksOf(world, vm)) : windowsConsole(vm, guest);
  return guest.power === 'starting' ? { ...shown, screen: ['Starting'], log: shown.log.slice(0, 2) } : shown;
}
