import { idKey } from '../../azure/connection/arm-id';
import { listItems } from '../../azure/items/items';
import { getJob } from '../../azure/jobs/job-details';
import { listConfigureBackupJobs, LONGEST_LIST_LAG_MS, type ConfigureBackupJob } from '../../azure/jobs/jobs';
import { isStatus } from '../../azure/connection/upstream-failure';
import type { MachineRecord } from '../../store/batches';
import { containerOf } from '../../azure/items/protection';
import { NOTHING_KNOWN, type Run } from './run-context';

export type KnownJob = Pick<ConfigureBackupJob, 'id' | 'status'>;

/** The newest job of this run that enables the machine. One that is known holds although the list, of the last day, leaves it out. */
export async function jobOf(run: Run, jobs: ConfigureBackupJob[], { vm_id, job_id: known }: MachineRecord): Promise<KnownJob | undefined> {
  const container = containerOf(vm_id).toLowerCase();
  const earlier = new Set(run.batch.earlierJobs);
  const found = jobs.find((job) => job.container === container && !earlier.has(job.id));
  if (found || known === null) return found;
  return getJob(run.azure(), run.batch.request.vault, known).catch((error: unknown) => {
    if (isStatus(error, 404)) return undefined;
    throw error;
  });
}

/**
 * After a doubt (a lost answer, an ended process) looks in Azure before anything else: a job of ours tells all, an item without one
 * means protected. A machine of which Azure knows nothing begins again; telling it twice makes one item.
 */
export async function settleDoubts(run: Run): Promise<void> {
  const doubtful = (await run.machines('waiting', 'validating', 'enabling', 'unknown')).filter(({ sent }) => sent);
  if (doubtful.length === 0) return;
  const { vault } = run.batch.request;
  const [isProtected, jobs] = await Promise.all([readProtected(run), listConfigureBackupJobs(run.azure(), vault)]);
  for (const record of doubtful) {
    const { vm_id: vmId, state } = record;
    const job = await jobOf(run, jobs, record);
    if (job) await run.note(vmId, { state: 'enabling', ...NOTHING_KNOWN, job_id: job.id });
    else if (isProtected(vmId)) await run.note(vmId, { state: 'protected', ...NOTHING_KNOWN });
    else if (state === 'enabling') await run.note(vmId, { state: 'waiting', operation_id: null });
  }
  for (const { vm_id: vmId } of await run.machines('validating')) await run.note(vmId, { state: 'waiting' });
}

/** Which machines the vault protects now. */
export async function readProtected(run: Run): Promise<(vmId: string) => boolean> {
  const items = await listItems(run.azure(), run.batch.request.vault);
  const found = new Set(items.filter((item) => item.protectionState !== 'ProtectionStopped').map((item) => idKey(item.vmId)));
  return (vmId) => found.has(idKey(vmId));
}

/** Until then a list of Azure may leave out what has begun by now. */
export const checkedUntil = (run: Run): string => new Date(run.azure().now().getTime() + LONGEST_LIST_LAG_MS).toISOString();
