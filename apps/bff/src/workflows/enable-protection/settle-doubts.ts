import type { Item } from '@tresor/contracts';
import { isBackedUp } from '@tresor/support-matrix';
import { idKey } from '../../azure/connection/arm-id';
import { listItems } from '../../azure/items/items';
import { getJob, isByPolicy, isNamed } from '../../azure/jobs/job-details';
import { listConfigureBackupJobs, LISTED_AFTER_MS, type ConfigureBackupJob } from '../../azure/jobs/jobs';
import { isStatus } from '../../azure/connection/upstream-failure';
import type { MachineRecord } from '../../store/batches';
import { containerOf } from '../../azure/items/protection';
import { NOTHING_KNOWN, requestIdOf, type Run } from './run-context';

export type KnownJob = Pick<ConfigureBackupJob, 'id' | 'status'>;

/** The job of this batch that enables the machine, or the one that it has joined, which holds although the list, of the last day, leaves it out. */
export async function jobOf(run: Run, jobs: ConfigureBackupJob[], { vm_id, job_id: known }: MachineRecord): Promise<KnownJob | undefined> {
  const requestId = requestIdOf(run, vm_id);
  const earlier = new Set(run.batch.earlierJobs);
  const found = jobs.find((job) => job.id === known || (job.requestId === requestId && !earlier.has(job.id)));
  if (found || known === null) return found;
  return getJob(run.azure(), run.batch.request.vault, known).catch((error: unknown) => {
    if (isStatus(error, 404)) return undefined;
    throw error;
  });
}

/**
 * After a doubt (a lost answer, an ended process) looks in Azure before anything else: a job of ours tells all, an item without one
 * that follows the policy asked for means protected. A machine of which Azure knows nothing begins again; telling it twice makes one item. A machine that somebody else
 * enables just as was asked here is enabled: it is left to that job.
 */
export async function settleDoubts(run: Run, machines: MachineRecord[]): Promise<void> {
  const doubtful = machines.filter(({ vm_id, sent }) => sent || run.heldSince.has(vm_id));
  if (doubtful.length === 0) return;
  const [policyOf, jobs] = await Promise.all([readPolicies(run), listConfigureBackupJobs(run.azure(), run.batch.request.vault)]);
  for (const record of doubtful) {
    const { vm_id: vmId, state, sent } = record;
    const job = (await jobOf(run, jobs, record)) ?? (sent ? undefined : await jobOfOthers(run, jobs, vmId));
    const policy = policyOf(vmId);
    if (job) await join(run, vmId, job);
    else if (isAsked(run, policy)) await run.note(vmId, { state: 'protected', ...NOTHING_KNOWN });
    else if (state === 'enabling') await run.note(vmId, { state: 'waiting', operation_id: null });
    if (job || policy !== undefined) run.heldSince.delete(vmId);
  }
}

function join(run: Run, vmId: string, { id }: KnownJob): Promise<void> {
  // It may be somebody else's, and have begun before anything was sent here.
  run.sentAt.delete(vmId);
  return run.note(vmId, { state: 'enabling', sent: true, ...NOTHING_KNOWN, job_id: id });
}

/** Leaves a machine to a job that enables it just as was asked here, if there is one. */
export async function joinOthers(run: Run, vmId: string): Promise<boolean> {
  const job = await jobOfOthers(run, await listConfigureBackupJobs(run.azure(), run.batch.request.vault), vmId);
  if (job) await join(run, vmId, job);
  return job !== undefined;
}

/** A job that enables the machine by the same policy, no matter who has started it. */
async function jobOfOthers(run: Run, jobs: ConfigureBackupJob[], vmId: string): Promise<KnownJob | undefined> {
  const container = containerOf(vmId).toLowerCase();
  const running = jobs.find((job) => job.container === container && job.status === 'InProgress');
  if (!running) return undefined;
  const { vault, policyName } = run.batch.request;
  return (await isByPolicy(run.azure(), vault, running.id, policyName)) ? running : undefined;
}

/** Whether it is the policy that was asked for. */
export const isAsked = ({ batch }: Run, policy: string | null | undefined): boolean => isNamed(policy, batch.request.policyName);

/** By which policy the vault protects a machine now; undefined where it does not. */
export type PolicyOf = (vmId: string) => string | null | undefined;

export function policiesOf(items: Item[]): PolicyOf {
  const kept = items.filter(isBackedUp);
  const found = new Map(kept.map(({ vmId, policyName }) => [idKey(vmId), policyName]));
  return (vmId) => found.get(idKey(vmId));
}

export const readPolicies = async (run: Run): Promise<PolicyOf> => policiesOf(await listItems(run.azure(), run.batch.request.vault));

/** Until then a list of Azure may leave out what has begun by now. */
export const checkedUntil = (run: Run): string => new Date(run.azure().now().getTime() + LISTED_AFTER_MS).toISOString();
