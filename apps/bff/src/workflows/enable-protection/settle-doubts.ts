import { idKey } from '../../azure/connection/arm-id';
import { listItems } from '../../azure/items/items';
import { listConfigureBackupJobs, type ConfigureBackupJob } from '../../azure/jobs/jobs';
import { containerOf } from '../../azure/items/protection';
import { NOTHING_KNOWN, type Run } from './run-context';

/** The newest job of this run that enables the machine. */
export function jobOf(run: Run, jobs: ConfigureBackupJob[], vmId: string): ConfigureBackupJob | undefined {
  const container = containerOf(vmId).toLowerCase();
  const earlier = new Set(run.batch.earlierJobs);
  return jobs.find((job) => job.container === container && !earlier.has(job.id));
}

/**
 * After a doubt (a lost answer, an ended process) looks in Azure before anything else: a job of ours tells all, an item without one
 * means protected. A machine of which Azure knows nothing begins again; telling it twice makes one item.
 */
export async function settleDoubts(run: Run): Promise<void> {
  const doubtful = (await run.machines('waiting', 'validating', 'enabling', 'unknown')).filter(({ sent }) => sent);
  if (doubtful.length === 0) return;
  const { vault } = run.batch.request;
  const [items, jobs] = await Promise.all([listItems(run.azure(), vault), listConfigureBackupJobs(run.azure(), vault)]);
  const protectedNow = new Set(items.filter((item) => item.protectionState !== 'ProtectionStopped').map((item) => idKey(item.vmId)));
  for (const { vm_id: vmId, state } of doubtful) {
    const job = jobOf(run, jobs, vmId);
    if (job) await run.note(vmId, { state: 'enabling', ...NOTHING_KNOWN, job_id: job.id });
    else if (protectedNow.has(idKey(vmId))) await run.note(vmId, { state: 'protected', ...NOTHING_KNOWN });
    else if (state === 'enabling') await run.note(vmId, { state: 'waiting', operation_id: null });
  }
  for (const { vm_id: vmId } of await run.machines('validating')) await run.note(vmId, { state: 'waiting' });
}
