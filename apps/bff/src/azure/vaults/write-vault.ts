import type { SoftDeleteChoice, StorageReplication, VaultPath } from '@tresor/contracts';
import { vaultIdOf } from '../connection/arm-id';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { isStatus } from '../connection/upstream-failure';
import type { Approval } from './resource-guard';
import { API_VERSIONS } from '../connection/api-versions';

export interface NewVault {
  location: string;
  storageReplication: StorageReplication;
  softDelete: SoftDeleteChoice;
}

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
    if (!isStatus(error, 404)) throw error;
    await callArm(session, 'idempotent-write', 'PUT', id, API_VERSIONS.resources, { location });
  }
}

/** A vault with its redundancy from the start: before the first item is the only time to choose it. */
export async function putVault(
  session: AzureSession,
  path: VaultPath,
  { location, storageReplication, softDelete }: NewVault,
): Promise<void> {
  await callArm(session, 'idempotent-write', 'PUT', vaultIdOf(path), API_VERSIONS.vaults, {
    location,
    sku: { name: 'RS0', tier: 'Standard' },
    properties: {
      publicNetworkAccess: 'Enabled',
      redundancySettings: { ...redundancySettings(storageReplication), crossRegionRestore: 'Disabled' },
      securitySettings: securitySettings(softDelete),
    },
  });
}

export async function patchVault(
  session: AzureSession,
  path: VaultPath,
  { storageReplication, softDelete }: Partial<Omit<NewVault, 'location'>>,
  approval: Approval = {},
): Promise<void> {
  await callArm(session, 'idempotent-write', 'PATCH', vaultIdOf(path), API_VERSIONS.vaults, {
    properties: {
      ...(storageReplication && { redundancySettings: redundancySettings(storageReplication) }),
      ...(softDelete && { securitySettings: securitySettings(softDelete) }),
      ...approval,
    },
  });
}

export async function removeVault(session: AzureSession, path: VaultPath): Promise<void> {
  await callArm(session, 'idempotent-write', 'DELETE', vaultIdOf(path), API_VERSIONS.vaults);
}
