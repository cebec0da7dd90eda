import type { DiscardResult, RehearsalLeft, RehearsalThing } from '@tresor/contracts';
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
import type { RecoveryInHand } from '../run-recovery';

const PARALLEL = 4;

/** Removes what the restores put into their storage accounts, and tells of what is listed there after that. */
export async function removeFiles(hand: RecoveryInHand, azure: AzureSession): Promise<RehearsalLeft[]> {
  const found = await pLimit(PARALLEL).map(hand.record.machines, async (machine) => ({ machine, files: await filesOf(azure, machine) }));
  await hand.noteStood(found.flatMap(({ files }) => files.filter(({ reason }) => reason !== 'not-visible').map(thingOf)));
  const left = await pLimit(PARALLEL).map(found, async ({ machine, files }) => {
    const results: DiscardResult[] = [];
    for (const file of files) results.push(await removed(azure, file));
    await removeEmptied(azure, files, results);
    azure.forget();
    const stay = files.length === 0 ? [] : await filesOf(azure, machine);
    return stay.map((file): RehearsalLeft => ({
      ...thingOf(file),
      state: file.reason === 'not-visible' ? 'unseen' : 'left',
      until: null,
      message: results.find((one) => one.name === file.name)?.message ?? null,
    }));
  });
  return left.flat();
}

const thingOf = ({ kind, name, place, reason }: Discardable): RehearsalThing => ({
  kind: kind === 'vhd' ? 'vhd' : 'file',
  name: reason === 'not-visible' ? place : `${place}/${name}`,
});

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
