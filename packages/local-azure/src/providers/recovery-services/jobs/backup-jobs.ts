import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { ArmError } from '../../../arm/route';
import { CANCEL_SPAN } from '../state/durations';
import { asksForVirtualMachines, filterOf, matches, momentOf } from '../filter';
import { findJob, jobsBetween, planJobStep, saveJob, sortKey } from '../state/job-store';
import type { Job } from '../state/job-store';
import { listLag } from '../state/service-pace';
import { jobView } from './job-view';
import { beginOperation, pollUrl } from '../operations';
import { cutPage } from '../paging';
import { vaultOfCall } from '../state/vault-store';
import { badRequest, param } from '../wire';

const FILTERS = ['status', 'backupManagementType', 'operation', 'jobId', 'startTime', 'endTime'] as const;
const DAY = 86_400_000;
const STATUS_VERSION = '2019-05-13-preview';

/** GET {V}/backupJobs: newest first; without a time in the filter those of the last 24 hours. */
export function list(call: ArmCall): ArmAnswer {
  const now = call.world.clock.now();
  return cutPage(call, jobsAskedFor(call, vaultOfCall(call).id), sortKey, (job) => jobView(job, now, false), 'descending');
}

/** The jobs of a vault that the call's `$filter` lets through, newest first: those of its own region, or of the paired one that is named. */
export function jobsAskedFor(call: ArmCall, vaultId: string, region?: string): Job[] {
  const filter = filterOf(call, FILTERS);
  const jobs = filter.jobId === undefined ? between(call, vaultId, filter) : [findJob(call.world, vaultId, filter.jobId) ?? []].flat();
  const listed = call.world.clock.now() - listLag(call.world);
  return jobs.filter(
    (job) =>
      job.region === region &&
      job.startedAt <= listed &&
      asksForVirtualMachines(filter) &&
      matches(filter.status, job.status) &&
      matches(filter.operation, job.operation),
  );
}

function between(call: ArmCall, vaultId: string, filter: { startTime?: string; endTime?: string }): Job[] {
  const now = call.world.clock.now();
  const to = Math.min(momentOf(filter.endTime) ?? now, now);
  return jobsBetween(call.world, vaultId, momentOf(filter.startTime) ?? to - DAY, to);
}

function jobOfCall(call: ArmCall): Job {
  const job = findJob(call.world, vaultOfCall(call).id, param(call, 'jobName'));
  if (!job || job.region !== undefined) throw new ArmError(404, 'BMSUserErrorJobNotFound', 'The specified job was not found in the vault.');
  return job;
}

/** GET of a job with its details. @throws ArmError 404 */
export function get(call: ArmCall): ArmAnswer {
  return { status: 200, body: jobView(jobOfCall(call), call.world.clock.now(), true) };
}

/** POST {V}/backupJobs/{job}/cancel: the operation ends at once, the job a little later. */
export function cancel(call: ArmCall): ArmAnswer {
  const job = jobOfCall(call);
  if (job.status !== 'InProgress') throw badRequest('BMSUserErrorJobNotInProgress', 'Only a job that is in progress can be cancelled.');
  if (!job.cancellable) throw badRequest('BMSUserErrorJobNotCancellable', 'This job cannot be cancelled.');
  const tasks = job.tasks.map((task) => ({ ...task, status: 'Cancelling' as const }));
  saveJob(call.world, { ...job, status: 'Cancelling', tasks });
  planJobStep(call.world, job, call.world.clock.now() + CANCEL_SPAN);
  const { id } = beginOperation(call.world, job.vaultId, {});
  const path = `${job.vaultId}/backupJobs/${job.id}`;
  return {
    status: 202,
    headers: {
      'Azure-AsyncOperation': pollUrl(call, `${path}/operationsStatus/${id}`, STATUS_VERSION),
      Location: pollUrl(call, `${path}/operationResults/${id}`),
      'Retry-After': '60',
    },
  };
}
