import { type ArmAnswer, type ArmCall, ArmError } from '../../../arm/route';
import { mayDo } from '../../../world/authorization/access';
import { at, text } from '../../../world/json';
import type { ArmResource } from '../../../world/world';
import { jobsAskedFor } from '../jobs/backup-jobs';
import { jobView } from '../jobs/job-view';
import { VAULT_TYPE } from '../names';
import { cutPage } from '../paging';
import { findJob, sortKey } from '../state/job-store';
import { badRequest, param } from '../wire';
import { pairedRegionOf } from './paired-region';

/** The vault that a body names, whose paired region is asked. @throws 400, 403 AuthorizationFailed or 404 ResourceNotFound */
function vaultOfBody(call: ArmCall): ArmResource {
  const id = text(at(call.body, 'resourceId')) ?? '';
  const { world, principal } = call;
  const vault = world.resources.get(id);
  if (vault?.type.toLowerCase() !== VAULT_TYPE.toLowerCase()) {
    throw new ArmError(404, 'ResourceNotFound', `The vault '${id}' was not found.`);
  }
  if (!mayDo(world, principal.objectId, 'Microsoft.RecoveryServices/Vaults/backupJobs/read', vault.id)) {
    throw new ArmError(
      403,
      'AuthorizationFailed',
      `The client with object id '${principal.objectId}' may not read the jobs of '${vault.id}'.`,
    );
  }
  const location = param(call, 'location').toLowerCase();
  if (pairedRegionOf(vault) !== location) {
    throw badRequest('BMSUserErrorInvalidInput', `'${location}' is not the paired region of the vault.`);
  }
  return vault;
}

/** POST {L}/backupCrrJobs: the jobs that a vault has in its paired region; without a time in the filter those of the last 24 hours. */
export function list(call: ArmCall): ArmAnswer {
  const now = call.world.clock.now();
  const jobs = jobsAskedFor(call, vaultOfBody(call).id, param(call, 'location').toLowerCase());
  return cutPage(call, jobs, sortKey, (job) => jobView(job, now, false), 'descending');
}

/** POST {L}/backupCrrJob: one of them, by its name. */
export function get(call: ArmCall): ArmAnswer {
  const job = findJob(call.world, vaultOfBody(call).id, text(at(call.body, 'jobName')) ?? '');
  if (job?.region !== param(call, 'location').toLowerCase()) {
    throw new ArmError(404, 'BMSUserErrorJobNotFound', 'The specified job was not found in the vault.');
  }
  return { status: 200, body: jobView(job, call.world.clock.now(), true) };
}
