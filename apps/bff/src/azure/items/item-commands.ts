import type { ItemPath, VaultPath } from '@tresor/contracts';
import type { Answer } from '../connection/answer';
import { vaultIdOf } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { UpstreamFailure } from '../connection/upstream-failure';
import { itemArguments, itemIdOf } from './item-place';
import { unlockDelete, withApproval, type Approval } from '../vaults/resource-guard';
import { readBackupOperation, seeBackupOperation } from './backup-operation';
import { jobOfOperation, requireGoingOn } from './job-of-operation';
import { operationIdOf } from './protection';

const VM = 'Microsoft.Compute/virtualMachines';

/** Asks for a backup, once; the job's id when Azure names it. Without an end Azure keeps the point for thirty days. */
export async function triggerBackup(
  session: AzureSession,
  path: ItemPath,
  keepUntil: Date | undefined,
  requestId: string,
): Promise<string | null> {
  const requestOptions = { customHeaders: { 'x-ms-client-request-id': requestId } };
  const properties = {
    objectType: 'IaasVMBackupRequest' as const,
    ...(keepUntil && { recoveryPointExpiryTimeInUTC: keepUntil }),
  };
  const answer = await call(session, 'once', (options) =>
    clients.backup(session, path.subscriptionId).backups.trigger(...itemArguments(path), { properties }, { ...options, requestOptions }),
  );
  return jobOfAccepted(session, path, answer);
}

/** The job that an accepted operation of a vault became; null where Azure does not say in time. @throws UpstreamFailure where it has come to nothing, or was not accepted */
export async function jobOfAccepted(session: AzureSession, path: VaultPath, accepted: Answer): Promise<string | null> {
  if (accepted.status !== 202) throw new UpstreamFailure('unreadable');
  const operationId = operationIdOf(accepted);
  if (operationId === undefined) return null;
  return jobOfOperation(session, () => readBackupOperation(session, path, { id: operationId, region: null }));
}

/** One look at what became of an accepted change. @throws UpstreamFailure where it has come to nothing */
export async function requireAccepted(session: AzureSession, path: VaultPath, accepted: Answer | undefined): Promise<void> {
  const operationId = accepted && operationIdOf(accepted);
  const operation = operationId === undefined ? undefined : await seeBackupOperation(session, path, { id: operationId, region: null });
  if (operation) requireGoingOn(operation);
}

interface ItemChange extends Approval {
  policyId?: string;
  protectionState?: 'ProtectionStopped' | 'BackupsSuspended';
  isRehydrate?: true;
}

/** `vmId`: the machine, as the item names it. */
const putItem = (session: AzureSession, path: ItemPath, vmId: string, change: ItemChange) =>
  call(session, 'idempotent-write', (options) =>
    clients
      .backup(session, path.subscriptionId)
      .protectedItems.createOrUpdate(
        ...itemArguments(path),
        { properties: { protectedItemType: VM, sourceResourceId: vmId, ...change } },
        options,
      ),
  );

export const stopKeepingData = (session: AzureSession, path: ItemPath, vmId: string) =>
  withApproval(session, path, 'stop-backup', (approval) =>
    putItem(session, path, vmId, { protectionState: 'ProtectionStopped', ...approval }),
  );

/** Points go on to end by the policy. A Resource Guard does not protect from that. */
export const suspend = (session: AzureSession, path: ItemPath, vmId: string) =>
  putItem(session, path, vmId, { protectionState: 'BackupsSuspended' });

export const stopDeletingData = (session: AzureSession, path: ItemPath) =>
  withApproval(session, path, 'delete-backup-data', async (approval) => {
    if (approval.resourceGuardOperationRequests) await unlockDelete(session, path, approval, itemIdOf(path));
    return deleteItem(session, path);
  });

const deleteItem = (session: AzureSession, path: ItemPath) =>
  call(session, 'idempotent-write', (options) =>
    clients.backup(session, path.subscriptionId).protectedItems.delete(...itemArguments(path), options),
  );

export const resume = (session: AzureSession, path: ItemPath, vmId: string, policyName: string) =>
  putItem(session, path, vmId, { policyId: `${vaultIdOf(path)}/backupPolicies/${policyName}` });

export const undelete = (session: AzureSession, path: ItemPath, vmId: string) =>
  putItem(session, path, vmId, { policyId: '', protectionState: 'ProtectionStopped', isRehydrate: true });
