import type { VirtualMachine } from '@tresor/contracts';

export const MACHINE_FILTERS = ['all', 'encrypted', 'bare', 'backedUp', 'withoutBackup'] as const;
type MachineFilter = (typeof MACHINE_FILTERS)[number];

export const isMachineFilter = (word: string | null): word is MachineFilter => MACHINE_FILTERS.some((filter) => filter === word);

type Seen = Pick<VirtualMachine, 'encryption' | 'protectedByVaultId' | 'subscriptionId'>;

const isEncrypted = ({ encryption }: Seen) => encryption.kind !== 'none';
const isBackedUp = ({ protectedByVaultId }: Seen) => protectedByVaultId !== null;

/** Whether a machine is among those that are to be shown; `bare`: encrypted, and backed up by no vault that can be seen. */
export function matches(machine: Seen, filter: MachineFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'encrypted') return isEncrypted(machine);
  if (filter === 'backedUp') return isBackedUp(machine);
  return !isBackedUp(machine) && (filter === 'withoutBackup' || isEncrypted(machine));
}

interface MachineCounts {
  total: number;
  backedUp: number;
  encrypted: number;
  bare: number;
  subscriptions: number;
}

export function countMachines(machines: readonly Seen[]): MachineCounts {
  const count = (fits: (machine: Seen) => boolean) => machines.filter(fits).length;
  return {
    total: machines.length,
    backedUp: count(isBackedUp),
    encrypted: count(isEncrypted),
    bare: count((machine) => matches(machine, 'bare')),
    subscriptions: new Set(machines.map(({ subscriptionId }) => subscriptionId.toLowerCase())).size,
  };
}

/** The subscriptions in which no machine is seen: they have none, or hide theirs. */
export function withoutMachines<T extends { subscriptionId: string }>(subscriptions: readonly T[], machines: readonly Seen[]): T[] {
  const seen = new Set(machines.map(({ subscriptionId }) => subscriptionId.toLowerCase()));
  return subscriptions.filter(({ subscriptionId: id }) => !seen.has(id.toLowerCase()));
}
