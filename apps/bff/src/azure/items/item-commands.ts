import type { ItemPath } from '@tresor/contracts';
import * as z from 'zod';
import { expectBody, type Answer } from '../connection/answer';
import { vaultIdOf } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { itemArguments, vmIdOf } from './item-place';
import { operationIdOf } from './protection';
import { UpstreamFailure } from '../connection/upstream-failure';

const VM = 'Microsoft.Compute/virtualMachines';

/** Asks for a backup, once; the job's id when Azure names it. Without an end Azure keeps the point for thirty days. */
export async function triggerBackup(session: AzureSession, path: ItemPath, keepUntil: Date | undefined): Promise<string | null> {
  const properties = {
    objectType: 'IaasVMBackupRequest' as const,
    ...(keepUntil && { recoveryPointExpiryTimeInUTC: keepUntil }),
  };
  const answer = await call(session, 'once', (options) =>
    clients.backup(session, path.subscriptionId).backups.trigger(...itemArguments(path), { properties }, options),
  );
  return jobOfOperation(session, path, answer);
}

const operationBody = z.object({ properties: z.object({ jobId: z.string().nullish() }).nullish() });

/** The job that an accepted operation became. Null where Azure does not say yet: the operation is accepted all the same. */
export async function jobOfOperation(session: AzureSession, path: ItemPath, accepted: Answer): Promise<string | null> {
  const operationId = operationIdOf(accepted);
  if (operationId === undefined) return null;
  const answer = await call(session, 'read', (options) =>
    clients.backup(session, path.subscriptionId).backupOperationStatuses.get(path.vaultName, path.resourceGroup, operationId, options),
  ).catch((error: unknown) => {
    if (error instanceof UpstreamFailure) return undefined;
    throw error;
  });
  return (answer && expectBody(operationBody, answer.body).properties?.jobId) ?? null;
}

interface ItemChange {
  policyId?: string;
  protectionState?: 'ProtectionStopped';
  isRehydrate?: true;
}

const putItem = (session: AzureSession, path: ItemPath, change: ItemChange) =>
  call(session, 'idempotent-write', (options) =>
    clients
      .backup(session, path.subscriptionId)
      .protectedItems.createOrUpdate(
        ...itemArguments(path),
        { properties: { protectedItemType: VM, sourceResourceId: vmIdOf(path), ...change } },
        options,
      ),
  );

export const stopKeepingData = (session: AzureSession, path: ItemPath) => putItem(session, path, { protectionState: 'ProtectionStopped' });

export const stopDeletingData = (session: AzureSession, path: ItemPath) =>
  call(session, 'idempotent-write', (options) =>
    clients.backup(session, path.subscriptionId).protectedItems.delete(...itemArguments(path), options),
  );

export const resume = (session: AzureSession, path: ItemPath, policyName: string) =>
  putItem(session, path, { policyId: `${vaultIdOf(path)}/backupPolicies/${policyName}` });

export const undelete = (session: AzureSession, path: ItemPath) =>
  putItem(session, path, { policyId: '', protectionState: 'ProtectionStopped', isRehydrate: true });
