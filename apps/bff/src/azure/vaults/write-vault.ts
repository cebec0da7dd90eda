import type { SoftDeleteChoice, StorageReplication, VaultPath } from '@tresor/contracts';
import * as z from 'zod';
import { expectBody, type Answer } from '../connection/answer';
import { vaultIdOf } from '../connection/arm-id';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { toProblem } from '../connection/failures';
import { cameToNothing } from '../connection/operation-status';
import { readUrl } from '../connection/read-url';
import { isStatus, UpstreamFailure } from '../connection/upstream-failure';
import { untilSeen } from '../repeated';
import type { Approval } from './resource-guard';
import { API_VERSIONS } from '../connection/api-versions';

export interface NewVault {
  location: string;
  storageReplication: StorageReplication;
  softDelete: SoftDeleteChoice;
}

const text = z.string().nullish();

const redundancySettings = (storageReplication: StorageReplication) => ({ standardTierStorageRedundancy: storageReplication });
const securitySettings = (softDeleteState: SoftDeleteChoice) => ({ softDeleteSettings: { softDeleteState } });

export async function vaultExists(session: AzureSession, path: VaultPath): Promise<boolean> {
  try {
    await callArm(session, 'read', 'GET', vaultIdOf(path), API_VERSIONS.vaults);
    return true;
  } catch (error) {
    if (isStatus(error, 404)) return false;
    throw error;
  }
}

/** Makes the resource group unless it is there: one that is there stays where it is. */
export async function ensureResourceGroup(
  session: AzureSession,
  { subscriptionId, resourceGroup }: VaultPath,
  location: string,
): Promise<void> {
  const id = `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}`;
  try {
    await callArm(session, 'read', 'GET', id, API_VERSIONS.resources);
  } catch (error) {
    // A look that fails is no doubt about what follows it: nothing was sent.
    if (!isStatus(error, 404)) throw toProblem(error, 'resource-group-not-found');
    await callArm(session, 'idempotent-write', 'PUT', id, API_VERSIONS.resources, { location });
  }
}

/** A vault with its redundancy from the start: before the first item is the only time to choose it. */
export const vaultBody = ({ location, storageReplication, softDelete }: NewVault) => ({
  location,
  sku: { name: 'RS0', tier: 'Standard' },
  properties: {
    publicNetworkAccess: 'Enabled',
    redundancySettings: { ...redundancySettings(storageReplication), crossRegionRestore: 'Disabled' },
    securitySettings: securitySettings(softDelete),
  },
});

export async function putVault(session: AzureSession, path: VaultPath, vault: NewVault): Promise<void> {
  await callArm(session, 'idempotent-write', 'PUT', vaultIdOf(path), API_VERSIONS.vaults, vaultBody(vault));
}

export async function patchVault(
  session: AzureSession,
  path: VaultPath,
  { storageReplication, softDelete }: Partial<Omit<NewVault, 'location'>>,
  approval: Approval = {},
): Promise<Answer> {
  return callArm(session, 'idempotent-write', 'PATCH', vaultIdOf(path), API_VERSIONS.vaults, {
    properties: {
      ...(storageReplication && { redundancySettings: redundancySettings(storageReplication) }),
      ...(softDelete && { securitySettings: securitySettings(softDelete) }),
      ...approval,
    },
  });
}

const FORGOTTEN = { status: 'Succeeded', error: null };

const operationBody = z.object({ status: z.string(), error: z.object({ code: text, message: text }).nullish() });

/** How a change of a vault ended that Azure had accepted; undefined while Azure is at it. */
export async function endOfOperation(session: AzureSession, operationUrl: string) {
  const operation = await readUrl(session, clients.arm(session), operationUrl).then(
    ({ body }) => expectBody(operationBody, body),
    (error: unknown) => {
      // Azure keeps what became of an operation for a while only, and of one whose vault is gone not at all: it is over.
      if (isStatus(error, 404)) return FORGOTTEN;
      throw error;
    },
  );
  return operation.status === 'Succeeded' || cameToNothing(operation.status) ? operation : undefined;
}

/** A vault is what it was until Azure is done with what it has accepted. @throws UpstreamFailure where the change has come to nothing */
export async function untilOperationOver(session: AzureSession, accepted: Answer): Promise<void> {
  const url = accepted.header('azure-asyncoperation');
  if (url === undefined) return;
  const look = () => endOfOperation(session, url);
  const { status, error } = await untilSeen(session, look, () => new UpstreamFailure('timeout'));
  if (cameToNothing(status))
    throw new UpstreamFailure('refused', { azureCode: error?.code ?? undefined, azureMessage: error?.message ?? undefined });
}

export async function removeVault(session: AzureSession, path: VaultPath): Promise<void> {
  await callArm(session, 'idempotent-write', 'DELETE', vaultIdOf(path), API_VERSIONS.vaults);
}
