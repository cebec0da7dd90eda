import type { DiscardResult, RehearsalLeft } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../../azure/connection/azure';
import { isStatus } from '../../../azure/connection/upstream-failure';
import type { RecoveryMachineRecord } from '../../../store/recovery-plans';
import { removed, removeEmptied } from '../../restore/discard/discard-restore';
import type { Discardable } from '../../restore/discard/discardable';
import { stagedFiles } from '../../restore/discard/staged-files';
import { readParts } from '../../restore/journey/parts';
import { readRestoreJob } from '../../restore/journey/restore-job';
import { vaultOf } from '../machine-key';

const PARALLEL = 4;

/** Removes what the restores put into their storage accounts, and tells of what is listed there after that. */
export async function removeFiles(azure: AzureSession, machines: readonly RecoveryMachineRecord[]): Promise<RehearsalLeft[]> {
  const left = await pLimit(PARALLEL).map(machines, async (machine) => {
    const files = await filesOf(azure, machine);
    const results: DiscardResult[] = [];
    for (const file of files) results.push(await removed(azure, file));
    await removeEmptied(azure, files, results);
    azure.forget();
    const stay = files.length === 0 ? [] : await filesOf(azure, machine);
    return stay.map(({ kind, name, place, reason }): RehearsalLeft => ({
      kind: kind === 'vhd' ? 'vhd' : 'file',
      name: reason === 'not-visible' ? place : `${place}/${name}`,
      state: reason === 'not-visible' ? 'unseen' : 'left',
      until: null,
      message: results.find((one) => one.name === name)?.message ?? null,
    }));
  });
  return left.flat();
}

async function filesOf(azure: AzureSession, { item, jobId }: RecoveryMachineRecord): Promise<Discardable[]> {
  if (jobId === null) return [];
  const vault = vaultOf(item);
  try {
    const { own, more } = await readParts(azure, vault, await readRestoreJob(azure, vault, jobId));
    return (await Promise.all([own, ...more].map((part) => stagedFiles(azure, vault, part, false)))).flat();
  } catch (error) {
    if (isStatus(error, 404)) return [];
    throw error;
  }
}
