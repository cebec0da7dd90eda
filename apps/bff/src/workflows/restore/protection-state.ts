import { itemPath, type ItemDetails, type ItemPath, type VaultPath } from '@tresor/contracts';
import { parseArmId } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { getItem } from '../../azure/items/get-item';
import { listContainerJobs } from '../../azure/jobs/jobs';
import { containerOf } from '../../azure/items/protection';
import { isStatus } from '../../azure/connection/upstream-failure';

/** How the vault protects a machine; `none`: not at all. */
export type ProtectionState = 'protected' | 'running' | 'none' | 'stopped' | 'deleted';

/** The item of a machine in a vault; undefined where there is none. */
export async function findItem(session: AzureSession, path: ItemPath): Promise<ItemDetails | undefined> {
  try {
    return await getItem(session, path);
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

export async function readProtection(session: AzureSession, vault: VaultPath, machineId: string): Promise<ProtectionState> {
  const state = stateOf(await findItem(session, itemOf(vault, machineId)));
  if (state !== 'none' && state !== 'stopped') return state;
  const jobs = await listContainerJobs(session, vault, 'ConfigureBackup', containerOf(machineId));
  return jobs.some(({ status }) => status === 'InProgress') ? 'running' : state;
}

/** A machine that was recreated under its old name and group goes on as the item it was. */
export function itemOf({ subscriptionId, resourceGroup, vaultName }: VaultPath, machineId: string): ItemPath {
  const { resourceGroup: vmGroup, name: vmName } = parseArmId(machineId) ?? {};
  return itemPath.parse({ subscriptionId, resourceGroup, vaultName, vmGroup, vmName });
}

function stateOf(item: ItemDetails | undefined): ProtectionState {
  if (!item) return 'none';
  if (item.deletedAt !== null) return 'deleted';
  return item.protectionState === 'ProtectionStopped' ? 'stopped' : 'protected';
}
