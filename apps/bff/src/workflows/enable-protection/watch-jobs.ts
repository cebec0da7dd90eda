import { setTimeout as wait } from 'node:timers/promises';
import { getJob } from '../../azure/jobs/job-details';
import { listConfigureBackupJobs } from '../../azure/jobs/jobs';
import { readOperation } from '../../azure/items/protection';
import { isStatus } from '../../azure/connection/upstream-failure';
import type { MachineRecord } from '../../store/batches';
import { refused } from './paced';
import type { Run } from './run-context';
import { jobOf, type KnownJob } from './settle-doubts';

/** After so many looks without a job the operation itself is asked. */
const LOOKS_BEFORE_ASKING = 3;

/**
 * Watches all machines under way together: one list of jobs tells of all of them, where their operations would be a call each. The
 * gap grows while nothing changes. Ends when nothing is under way and `enabling` is over.
 */
export async function watchJobs(run: Run, enabling: Promise<unknown>): Promise<void> {
  let enablingIsOver = false;
  const over = () => {
    enablingIsOver = true;
  };
  enabling.then(over, over);
  const looks = new Map<string, number>();
  let gap = run.pace.firstGap;
  for (;;) {
    const underWay = (await run.machines('enabling')).filter(({ vm_id, sent }) => sent && !run.sending.has(vm_id));
    if (underWay.length === 0 && enablingIsOver && (await run.machines('enabling')).length === 0) return;
    const changed = underWay.length > 0 && (await look(run, underWay, looks));
    gap = changed || underWay.length === 0 ? run.pace.firstGap : gap * 1.5;
    gap = Math.min(Math.max(gap, underWay.length * run.pace.gapPerMachine), run.pace.longestGap);
    await wait(gap, undefined, { signal: run.signal });
  }
}

async function look(run: Run, underWay: MachineRecord[], looks: Map<string, number>): Promise<boolean> {
  const jobs = await listConfigureBackupJobs(run.azure(), run.batch.request.vault);
  let changed = false;
  for (const record of underWay) {
    const job = await jobOf(run, jobs, record);
    const count = (looks.get(record.vm_id) ?? 0) + 1;
    looks.set(record.vm_id, count);
    if (job) changed = (await noteJob(run, record, job)) || changed;
    else if (count > LOOKS_BEFORE_ASKING && record.operation_id !== null)
      changed = (await noteOperation(run, record, record.operation_id)) || changed;
    else if (count > 2 * LOOKS_BEFORE_ASKING && record.operation_id === null) {
      await run.note(record.vm_id, { state: 'unknown' });
      changed = true;
    }
  }
  return changed;
}

async function noteJob(run: Run, { vm_id: vmId, job_id: known }: MachineRecord, job: KnownJob): Promise<boolean> {
  switch (job.status) {
    case 'Completed':
    case 'CompletedWithWarnings':
      await run.note(vmId, { state: 'protected', job_id: job.id });
      return true;
    case 'Failed':
    case 'Cancelled':
      await run.note(vmId, { state: 'failed', job_id: job.id, ...(await reasonOf(run, job.id)) });
      return true;
    default:
      if (known !== job.id) await run.note(vmId, { state: 'enabling', job_id: job.id });
      return known !== job.id;
  }
}

async function reasonOf(run: Run, jobId: string) {
  const { errors, status } = await getJob(run.azure(), run.batch.request.vault, jobId);
  const [error] = errors;
  const code = error?.title || (error?.code == null ? status : String(error.code));
  return refused({ code, message: error?.message ?? null, recommendation: error?.recommendations[0] ?? null });
}

async function noteOperation(run: Run, { vm_id: vmId }: MachineRecord, operationId: string): Promise<boolean> {
  const operation = await readOperation(run.azure(), run.batch.request.vault, vmId, operationId).catch((error: unknown) => {
    // Azure forgets finished operations after a while, and not everyone may ask for them.
    if (isStatus(error, 403) || isStatus(error, 404)) return undefined;
    throw error;
  });
  if (!operation) await run.note(vmId, { state: 'unknown' });
  else if (operation.status === 'Succeeded') await run.note(vmId, { state: 'protected', job_id: operation.jobId });
  else if (/^(Failed|Cancell?ed)$/.test(operation.status))
    await run.note(vmId, { state: 'failed', job_id: operation.jobId, ...refused(operation.refusal) });
  else return false;
  return true;
}
