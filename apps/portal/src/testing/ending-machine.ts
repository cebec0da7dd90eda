import type { EndingMachine } from '@tresor/contracts';
import { virtualMachineOf } from './virtual-machine';

export type Change = Partial<Omit<EndingMachine, 'machine'>> & { machine?: Partial<EndingMachine['machine']> };

/** A Windows machine with Azure Disk Encryption that runs and is backed up; with what is another thing. */
export function endingMachineOf(name: string, change: Change = {}): EndingMachine {
  const { machine: own, ...more } = change;
  return {
    size: 'Standard_D2s_v5',
    totalGiB: 127,
    volumes: 'all',
    hostSize: true,
    points: null,
    ...more,
    machine: virtualMachineOf(name, { encryption: { kind: 'bek', pass: 'single', keyVaultIds: [] }, protectedByVaultId: '/vault', ...own }),
  };
}
