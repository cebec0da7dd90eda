import { createHash } from 'node:crypto';
import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { readSignature } from '../../../storage/sas';
import { blobsOf, blobUrl, putBytes, putContainer, removeBlob, removeContainer } from '../../../world/storage/blobs';
import { forgetKeys, hiddenAccounts, STORAGE_TYPE } from '../../../world/storage/storage-accounts';
import type { World } from '../../../world/world';
import { jobsAskedFor } from './backup-jobs';
import { jobView } from './job-view';
import { beginOperation, operationOfCall, pollUrl } from '../operations';
import { vaultOfCall } from '../state/vault-store';

const EXPORT_TAKES = 3000;
/** How long what was exported can be read, as the swagger says of its key. */
const READABLE_SECONDS = 15 * 60;
const CONTAINER = 'jobs';

/** The account, of the service's own, that the lists of a vault are written to. */
const accountOf = (vaultId: string) => `bkp${createHash('sha256').update(vaultId.toLowerCase()).digest('hex').slice(0, 20)}`;

/** POST {V}/backupJobsExport: the jobs that the filter lets through, as one file in an account of the service's own. */
export function trigger(call: ArmCall): ArmAnswer {
  const { world } = call;
  const vault = vaultOfCall(call);
  const now = world.clock.now();
  const jobs = jobsAskedFor(call, vault.id).map((job) => jobView(job, now, true));
  const { id } = beginOperation(world, vault.id, { doneAt: now + EXPORT_TAKES });
  const account = accountOf(vault.id);
  hiddenAccounts(world).put(account, { id: vault.id, name: account, type: STORAGE_TYPE, kind: 'StorageV2', properties: {} });
  putContainer(world, account, CONTAINER);
  for (const blob of blobsOf(world, account, CONTAINER)) {
    if (blob.modifiedAt + READABLE_SECONDS * 1000 < now) removeBlob(world, blob);
  }
  putBytes(world, { account, container: CONTAINER, name: `${id}.json` }, Buffer.from(JSON.stringify(jobs), 'utf8'), 'application/json');
  const location = pollUrl(call, `${vault.id}/backupJobs/operationResults/${id}`);
  return { status: 202, headers: { Location: location, 'Retry-After': '5' } };
}

/** GET {V}/backupJobs/operationResults/{id}: 202 while it is written, then where it lies and the key to it. */
export function result(call: ArmCall): ArmAnswer {
  const { world } = call;
  const { vaultId, operation } = operationOfCall(call);
  if (world.clock.now() < (operation.doneAt ?? 0)) {
    return { status: 202, headers: { Location: pollUrl(call, call.path), 'Retry-After': '5' }, body: { headers: {} } };
  }
  const place = { account: accountOf(vaultId), container: CONTAINER, name: `${operation.id}.json` };
  const blobSasKey = `?${readSignature(world, place, READABLE_SECONDS)}`;
  const found = { objectType: 'ExportJobsOperationResultInfo', blobUrl: blobUrl(world, place), blobSasKey };
  return { status: 200, body: { operation: found, headers: {} } };
}

/** Removes what was exported from a vault that is gone. */
export function forgetExports(world: World, vaultId: string): void {
  const account = accountOf(vaultId);
  if (!hiddenAccounts(world).delete(account)) return;
  removeContainer(world, account, CONTAINER);
  forgetKeys(world, account);
}
