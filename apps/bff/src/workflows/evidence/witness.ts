import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Restore, VaultPath } from '@tresor/contracts';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { isStatus } from '../../azure/connection/upstream-failure';
import { getJob } from '../../azure/jobs/job-details';
import { Problem } from '../../problem';
import type { CommandRow } from '../../store/commands';
import type { CommandRecord } from '../record/command-record';
import { listMachineSettings } from '../restore/settings/take-over';
import { isHidden, keyOfSeen, seeJob, seeRestore, seeSettings, type Seen } from './see-restore';

export interface RestorePlace {
  vault: VaultPath;
  jobId: string;
}

/**
 * Writes down what Azure shows of a restore, so that it is on record beyond the time for which Azure remembers it: only what is otherwise than
 * it was seen last. What somebody may not see says nothing against what others saw.
 */
export async function witness(
  record: CommandRecord,
  azure: AzureSession,
  { vault, jobId }: RestorePlace,
  seen: readonly Seen[],
): Promise<void> {
  const scope = vaultIdOf(vault);
  const known = lastSeen(await record.store.ofJourney(scope, jobId));
  const news = seen.filter((one) => {
    if (isHidden(one) && one.what === 'operation') return ![...known.values()].some(({ what }) => what === 'operation');
    const before = known.get(keyOfSeen(one));
    return before === undefined || (!isHidden(one) && !isDeepStrictEqual(before.facts, one.facts));
  });
  await record.saw(azure, { commandId: randomUUID(), scope, journey: jobId }, news);
}

/** What was seen last of each thing. */
function lastSeen(rows: readonly CommandRow[]): Map<string, Seen> {
  const found = new Map<string, Seen>();
  for (const { entry } of rows) {
    if (entry.kind !== 'seen') continue;
    const { what, facts } = entry;
    found.set(keyOfSeen({ what, facts }), { what, facts });
  }
  return found;
}

/** What Azure shows of a restore to this person: its job, its steps and checks, and what is otherwise than it was. */
export async function lookAtRestore(azure: AzureSession, { vault, jobId }: RestorePlace, restore: Restore): Promise<Seen[]> {
  const [job, settings] = await Promise.all([getJob(azure, vault, jobId), inSight(() => listMachineSettings(azure, vault, jobId))]);
  return [...seeJob(job), ...seeRestore(restore), ...seeSettings(settings, restore)];
}

async function inSight<One>(read: () => Promise<One[]>): Promise<One[]> {
  try {
    return await read();
  } catch (error) {
    if (isStatus(error, 403) || isStatus(error, 404) || error instanceof Problem) return [];
    throw error;
  }
}
