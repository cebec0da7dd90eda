import { guestOf, putGuest, type Guest } from './world/compute/guests';
import { record, text } from './world/json';
import type { World } from './world/world';
import { own } from './world/own';

const VM_TYPE = 'Microsoft.Compute/virtualMachines';

const flag = (from: Record<string, unknown>, name: string) => (typeof own(from, name) === 'boolean' ? { [name]: own(from, name) } : {});

function agentAfter(agent: Guest['agent'], change: Record<string, unknown>): Guest['agent'] {
  const version = text(change['version']);
  return { ...agent, ...flag(change, 'installed'), ...flag(change, 'running'), ...(version !== undefined && { version }) };
}

/**
 * Changes what is inside a machine, as a person signed in to it would: its agent (`installed`, `running`, `version`), its network, a
 * drive that BitLocker keeps locked. `machine` is its ARM id or its name. False where there is no such machine.
 */
export function changeGuest(world: World, change: Record<string, unknown>): boolean {
  const named = text(change['machine']) ?? '';
  const vm = world.resources.get(named) ?? world.resources.named(VM_TYPE, named)[0];
  if (vm?.type.toLowerCase() !== VM_TYPE.toLowerCase()) return false;
  const guest = guestOf(world, vm.id);
  world.write(() => {
    const agent = agentAfter(guest.agent, record(change['agent']));
    putGuest(world, vm.id, { ...guest, ...flag(change, 'network'), ...flag(change, 'lockedDrive'), agent });
  });
  return true;
}
