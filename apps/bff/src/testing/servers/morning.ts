import { commandOutcome, restore } from '@tresor/contracts';
import { asker } from '../ask';
import { OPERATIONS } from '../contoso-places';
import { direct } from '../direct';
import { restoreDisks, restorePath, watchRestore } from '../restoring';
import { startContoso } from '../start-contoso';

/** A world on a morning, and what was done in it before. */
export interface Morning {
  /** Where the world is saved. */
  file: string;
  /** Restores whose disks wait for a machine. */
  ready: readonly string[];
  /** Restores whose disks somebody deleted, and the machines they were of. */
  incomplete: readonly { path: string; vm: string }[];
}

const MACHINES = [
  ['OperationsRG', 'ProtectedVM1'],
  ['OperationsRG', 'FullRestoreVM1'],
] as const;
const INCOMPLETE = ['BekSingleVM1', 'LinuxSingleVM1'] as const;
export const STOPPED = ['OperationsRG', 'RetiredVM1'] as const;
export const STOPPED_TOO = ['RestoreRG', 'WinUnmanagedVM1'] as const;

const DISKS = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/RestoreRG/providers/Microsoft.Compute/disks';
const HOUR = 3_600_000;

/** Has the company do what orders of some kinds begin with, and saves its world. */
export async function plantMorning(file: string): Promise<Morning> {
  await using contoso = await startContoso();
  const ask = asker(() => contoso);
  const ready: string[] = [];
  for (const [group, vm] of MACHINES)
    ready.push(restorePath(await restoreDisks(contoso, ask, vm, 'IgniteRG', `${OPERATIONS}/items/${group}/${vm}`)));
  const incomplete = [];
  for (const vm of INCOMPLETE) {
    const path = restorePath(await restoreDisks(contoso, ask, vm, 'RestoreRG', `${OPERATIONS}/items/RestoreRG/${vm}`));
    const { disks } = await ask.get(restore, path);
    for (const disk of disks.state === 'known' ? disks.value : [])
      await direct(contoso.azure, 'adele', 'DELETE', `${DISKS}/${disk}?api-version=2023-04-02`);
    await watchRestore(ask, path, ({ steps }) => steps[0]?.reason === 'disks-gone');
    incomplete.push({ path, vm });
  }
  const [group, vm] = STOPPED_TOO;
  await ask.send(commandOutcome, 'POST', `${OPERATIONS}/items/${group}/${vm}/stop`, { data: 'retain' });
  contoso.azure.advance(HOUR);
  contoso.azure.world.save(file);
  return { file, ready, incomplete };
}
