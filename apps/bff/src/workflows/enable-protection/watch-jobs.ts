import { getJob } from '../../azure/jobs/job-details';
import { listConfigureBackupJobs } from '../../azure/jobs/jobs';
import { cameToNothing } from '../../azure/connection/operation-status';
import { readOperation } from '../../azure/items/protection';
import { isStatus } from '../../azure/connection/upstream-failure';
import type { MachineRecord } from '../../store/batches';
import { pause } from '../../pause';
import { refused } from './paced';
import { mayTryAgain, NOTHING_KNOWN, putBack, type Run } from './run-context';
import { checkedUntil, isAsked, jobOf, readPolicies, type KnownJob } from './settle-doubts';

/** After so many looks without a job the operation itself is asked. */
const LOOKS_BEFORE_ASKING = 3;

/**
 * Watches all machines under way together: one list of jobs tells of all of them, where their operations would be a call each. It begins
 * with the first that is still awaited, so that it stays short however many have ended. The gap grows while nothing changes. Ends with
 * `enabling`, which ends when every machine has come to an end.
 */
export async function watchJobs(run: Run, enabling: Promise<unknown>): Promise<void> {
  let enablingIsOver = false;
  const over = () => {
    enablingIsOver = true;
  };
  enabling.then(over, over);
  let gap = run.pace.firstGap;
  for (;;) {
    if (enablingIsOver) return;
    const open = await run.machines('enabling', 'unknown');
    const underWay = open.filter(({ vm_id, sent }) => sent && !run.sending.has(vm_id));
    const changed = underWay.length > 0 && (await look(run, underWay));
    gap = changed || underWay.length === 0 ? run.pace.firstGap : gap * 1.5;
    gap = Math.min(Math.max(gap, underWay.length * run.pace.gapPerMachine), run.pace.longestGap);
    await pause(gap, run.signal);
  }
}

async function look(run: Run, underWay: MachineRecord[]): Promise<boolean> {
  const jobs = await listConfigureBackupJobs(run.azure(), run.batch.request.vault, firstSent(run, underWay));
  let changed = false;
  for (const record of underWay) {
    const job = await jobOf(run, jobs, record);
    const count = (run.looks.get(record.vm_id) ?? 0) + 1;
    run.looks.set(record.vm_id, count);
    const noted = job ? await noteJob(run, record, job) : await noteWithoutJob(run, record, count);
    changed = noted || changed;
  }
  return changed;
}

/** When the first of the machines was sent; undefined where another server has sent one, or somebody else. */
function firstSent({ sentAt }: Run, machines: MachineRecord[]): number | undefined {
  const first = Math.min(...machines.map(({ vm_id }) => sentAt.get(vm_id) ?? -Infinity));
  return Number.isFinite(first) ? first : undefined;
}

/** The list may lag: the operation tells more, then telling Azure again does, and at last the time by which the list would show it. */
async function noteWithoutJob(run: Run, record: MachineRecord, count: number): Promise<boolean> {
  const { vm_id: vmId, state, operation_id: operationId, checked_until: until } = record;
  if (state === 'unknown') {
    if (run.azure().now().getTime() < Date.parse(until ?? checkedUntil(run))) return false;
    const policy = (await readPolicies(run))(vmId);
    if (isAsked(run, policy)) await run.note(vmId, { state: 'protected', ...NOTHING_KNOWN });
    // Somebody else was faster, by another policy.
    else if (policy !== undefined) await run.note(vmId, { state: 'refused', ...NOTHING_KNOWN, rule_id: 'already-protected' });
    else await run.note(vmId, { state: 'not-started' });
    return true;
  }
  if (operationId !== null) return count > LOOKS_BEFORE_ASKING && noteOperation(run, record, operationId);
  if (count <= 2 * LOOKS_BEFORE_ASKING) return false;
  if (mayTryAgain(run, vmId)) await putBack(run, vmId);
  else await run.note(vmId, { state: 'unknown', checked_until: checkedUntil(run) });
  return true;
}

async function noteJob(run: Run, { vm_id: vmId, job_id: known, state }: MachineRecord, job: KnownJob): Promise<boolean> {
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
      if (known === job.id && state === 'enabling') return false;
      await run.note(vmId, { state: 'enabling', ...NOTHING_KNOWN, job_id: job.id });
      return true;
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
  if (!operation) await run.note(vmId, { state: 'enabling', operation_id: null });
  else if (operation.status === 'Succeeded') await run.note(vmId, { state: 'protected', job_id: operation.jobId });
  else if (cameToNothing(operation.status))
    await run.note(vmId, { state: 'failed', job_id: operation.jobId, ...refused(operation.refusal) });
  else return false;
  return true;
}
